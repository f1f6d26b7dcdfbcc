export { buildSite } from './build-site.ts';
export { digestData, digestModel } from './digest-data.ts';
export type { WrittenFile, WrittenSite } from './outputs.ts';
export type { Progress } from './progress.ts';
