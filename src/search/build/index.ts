export { buildIndex, type AnalyseAll } from './build-index.ts';
export { searchIndex } from './integration.ts';
export { createAnalyser, type Analyser } from './morphology.ts';
export { toSearchSettings } from './settings.ts';
