export { digestSources } from './digest-sources.ts';
export { forgetUnused, keepFile } from './keep-file.ts';
export { keptFiles } from './kept-files.ts';
