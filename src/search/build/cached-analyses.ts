import { openPack } from '../../cache/index.ts';
import type { IndexTools } from './build-index.ts';
import { createAnalyzer, digestAnalyzer, type Analysis, type Analyzer } from './morphology.ts';

/** A Korean analyzer that is not loaded yet. */
interface LazyAnalyzer {
  /** Returns a digest of everything that its results depend on. */
  digest: () => Promise<string>;
  load: () => Promise<Analyzer>;
}

/** Name of the file of analyses in the cache. */
export const analysesFile = 'analyses';

/**
 * Returns an analyzer that keeps its results in a folder across builds, so that only words which no build has seen are analyzed.
 * The analyzer itself is loaded for the first of those.
 */
export function cacheAnalyses(
  folder: string,
  { digest, load }: LazyAnalyzer = { digest: digestAnalyzer, load: createAnalyzer },
): IndexTools['analyzeAll'] {
  return async (runs) => {
    const pack = await openPack<Analysis>(folder, analysesFile, await digest());
    const analyses = new Map<string, Analysis>();
    let analyzer: Analyzer | undefined;
    for (const run of runs) {
      let analysis = pack.get(run);
      if (analysis === undefined) {
        analyzer ??= await load();
        analysis = analyzer.analyze(run);
        pack.set(run, analysis);
      }
      analyses.set(run, analysis);
    }
    if (analyzer !== undefined) await pack.save(runs);
    return (run) => analyses.get(run) ?? { parts: [] };
  };
}
