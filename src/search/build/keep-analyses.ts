import { createHash } from 'node:crypto';
import { keepFile } from '../../cache/index.ts';
import { toChoseong } from '../../korean/index.ts';
import type { AnalyseAll } from './build-index.ts';
import { createAnalyser, type Analyser, type Analysis } from './morphology.ts';

/**
 * Analyses of runs of Hangul, kept from one build to the next in a folder. They are kept together by their first
 * consonant, so that a new word has a nineteenth of them made anew.
 */
export function keepAnalyses(folder: string): AnalyseAll {
  let analyser: Promise<Analyser> | undefined;
  return async (runs) => {
    analyser ??= createAnalyser();
    const used = await analyser;
    const groups = Map.groupBy(runs, (run) => toChoseong(run.charAt(0)));
    const analyses = new Map<string, Analysis>();
    for (const group of groups.values()) {
      const key = createHash('sha256')
        .update(`${used.digest}\n${group.join('\n')}`)
        .digest('hex');
      const kept = await keepFile(folder, key, () =>
        Promise.resolve(Buffer.from(JSON.stringify(group.map((run) => used.analyse(run))))),
      );
      const parsed = JSON.parse(Buffer.from(kept).toString()) as Analysis[];
      for (const [at, run] of group.entries()) {
        const analysis = parsed[at];
        if (analysis !== undefined) analyses.set(run, analysis);
      }
    }
    return (run) => analyses.get(run) ?? used.analyse(run);
  };
}
