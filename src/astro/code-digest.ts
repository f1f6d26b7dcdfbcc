import { digestSources } from '../cache/index.ts';

/** Folders with the code that renders texts. */
const renderingFolders = [
  'src/alignment',
  'src/astro',
  'src/cache',
  'src/capture',
  'src/check',
  'src/diagnostics',
  'src/figures',
  'src/korean',
  'src/library',
  'src/locale',
  'src/markdown',
  'src/model',
  'src/signs',
  'src/sources',
  'src/styles',
  'src/svg',
  'src/translation',
];

/** Returns a content hash of the code that renders texts: its sources and `package-lock.json`. */
export async function digestCode(root: string): Promise<string> {
  return digestSources(root, renderingFolders);
}
