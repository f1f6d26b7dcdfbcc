export { buildCache, cachedFile, evictUnused, readCached, recordUse, siteCache } from './cached-file.ts';
export { openPack, type Pack } from './pack.ts';
export { digestSources } from './digest-sources.ts';
