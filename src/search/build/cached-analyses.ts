import { openPack } from '../../cache/index.ts';
import type { AnalyzeAll } from './build-index.ts';
import { createAnalyzer, digestAnalyzer, type Analysis } from './morphology.ts';

/**
 * Returns an analyzer that keeps its results in a folder across builds, so that only words which no build has seen are analyzed.
 * The analyzer itself is loaded for the first of those.
 */
export function cacheAnalyses(folder: string): AnalyzeAll {
  return async (runs) => {
    const pack = await openPack<Analysis>(folder, 'analyses', await digestAnalyzer());
    const analyses = new Map<string, Analysis>();
    let analyzer: Awaited<ReturnType<typeof createAnalyzer>> | undefined;
    for (const run of runs) {
      let analysis = pack.get(run);
      if (analysis === undefined) {
        analyzer ??= await createAnalyzer();
        analysis = analyzer.analyze(run);
        pack.set(run, analysis);
      }
      analyses.set(run, analysis);
    }
    if (analyzer !== undefined) await pack.save(runs);
    return (run) => analyses.get(run) ?? { parts: [] };
  };
}
