export {
  cachedFile,
  cacheFolder,
  evictUnused,
  readCached,
  recordUse,
  siteCache,
  writeCached,
} from './cached-file.ts';
export { openPack, type Pack } from './pack.ts';
export { digestSources } from './digest-sources.ts';
