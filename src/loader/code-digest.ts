import { digestSources } from '../cache/index.ts';

/** Folders whose code decides what a text becomes. */
const renderers = [
  'src/alignment',
  'src/cache',
  'src/check',
  'src/diagnostics',
  'src/figures',
  'src/library',
  'src/loader',
  'src/locale',
  'src/markdown',
  'src/model',
  'src/sources',
  'src/styles',
  'src/translation',
];

/** Digest of the program that turns texts into HTML: its sources and the exact packages it uses. */
export async function digestCode(root: string): Promise<string> {
  return digestSources(root, renderers);
}
