import path from 'node:path';
import { digestSources } from '../cache/index.ts';

/** Folders with the code that texts are made by. */
const folders = [
  'src/alignment',
  'src/cache',
  'src/capture',
  'src/check',
  'src/diagnostics',
  'src/environment',
  'src/figures',
  'src/identity',
  'src/korean',
  'src/library',
  'src/locale',
  'src/markdown',
  'src/model',
  'src/parallel',
  'src/signs',
  'src/sources',
  'src/styles',
  'src/svg',
  'src/texts',
  'src/translation',
  'src/tree',
];

/** The project that this file belongs to. */
export const ownProject = path.resolve(import.meta.dirname, '../..');

/** Returns a content hash of the code that makes texts: its sources and `package-lock.json`. */
export function digestCode(project = ownProject): string {
  return digestSources(project, folders);
}
