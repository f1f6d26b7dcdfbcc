import { createHash } from 'node:crypto';
import { cachedFile } from '../../cache/index.ts';
import { toChoseong } from '../../korean/index.ts';
import type { AnalyseAll } from './build-index.ts';
import { createAnalyser, digestAnalyser, type Analyser, type Analysis } from './morphology.ts';

/**
 * Analyses of runs of Hangul, kept from one build to the next in a folder. They are kept together by their first
 * consonant, so that a new word has a nineteenth of them made anew; the analyser is loaded when there is one to be made.
 */
export function keepAnalyses(folder: string): AnalyseAll {
  let analyser: Promise<Analyser> | undefined;
  const analyse = async (runs: readonly string[]): Promise<Analysis[]> => {
    analyser ??= createAnalyser();
    return runs.map((await analyser).analyse);
  };
  return async (runs) => {
    const version = await digestAnalyser();
    const analyses = new Map<string, Analysis>();
    for (const group of Map.groupBy(runs, (run) => toChoseong(run.charAt(0))).values()) {
      const key = createHash('sha256')
        .update([version, ...group].join('\n'))
        .digest('hex');
      const kept = await cachedFile(folder, key, async () =>
        Buffer.from(JSON.stringify(await analyse(group))),
      );
      const read = JSON.parse(Buffer.from(kept).toString()) as Analysis[];
      for (const [at, run] of group.entries()) analyses.set(run, read[at] ?? { parts: [] });
    }
    return (run) => analyses.get(run) ?? { parts: [] };
  };
}
