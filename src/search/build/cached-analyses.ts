import { createHash } from 'node:crypto';
import { cachedFile } from '../../cache/index.ts';
import { toChoseong } from '../../korean/index.ts';
import type { AnalyzeAll } from './build-index.ts';
import { createAnalyzer, digestAnalyzer, type Analyzer, type Analysis } from './morphology.ts';

/**
 * Returns an analyzer that caches its results in a folder across builds. Runs of Hangul are cached in groups by initial
 * consonant, so a new word invalidates a nineteenth of the cache. The analyzer itself is loaded on the first cache
 * miss.
 */
export function cacheAnalyses(folder: string): AnalyzeAll {
  let analyzer: Promise<Analyzer> | undefined;
  const analyze = async (runs: readonly string[]): Promise<Analysis[]> => {
    analyzer ??= createAnalyzer();
    return runs.map((await analyzer).analyze);
  };
  return async (runs) => {
    const version = await digestAnalyzer();
    const analyses = new Map<string, Analysis>();
    for (const group of Map.groupBy(runs, (run) => toChoseong(run.charAt(0))).values()) {
      const key = createHash('sha256')
        .update([version, ...group].join('\n'))
        .digest('hex');
      const cached = await cachedFile(folder, key, async () =>
        Buffer.from(JSON.stringify(await analyze(group))),
      );
      const read = JSON.parse(Buffer.from(cached).toString()) as Analysis[];
      for (const [at, run] of group.entries()) analyses.set(run, read[at] ?? { parts: [] });
    }
    return (run) => analyses.get(run) ?? { parts: [] };
  };
}
