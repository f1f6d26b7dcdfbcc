export { cachedFile, cacheFolder, evictUnused } from './cached-file.ts';
export { digestSources } from './digest-sources.ts';
