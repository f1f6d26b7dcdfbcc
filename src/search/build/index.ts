export { buildIndex, type AnalyseAll } from './build-index.ts';
export { createAnalyser, type Analyser } from './morphology.ts';
