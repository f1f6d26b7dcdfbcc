import type { IndexTools } from './build-index.ts';
import { analysesFile, cacheAnalyses } from './cached-analyses.ts';
import { loadProgram, programFile } from './pagefind-index/index.ts';

/** Returns tools that keep what they take long to make in a folder, across builds: in {@link toolFiles}. */
export function cacheIndexTools(folder: string): IndexTools {
  let program: ReturnType<typeof loadProgram> | undefined;
  return {
    analyzeAll: cacheAnalyses(folder),
    loadProgram: () => (program ??= loadProgram(folder)),
  };
}

export const toolFiles: readonly string[] = [analysesFile, programFile];
