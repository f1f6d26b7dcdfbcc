export { cachedFile, cacheFolder, evictUnused, recordUse, siteCache, storeFile } from './cached-file.ts';
export { digestSources } from './digest-sources.ts';
export { recordFolder, verifyFolder } from './verified-folder.ts';
