export { cachedFile, cacheFolder, evictUnused, recordUse, storeFile } from './cached-file.ts';
export { digestSources } from './digest-sources.ts';
