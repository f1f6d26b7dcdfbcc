import path from 'node:path';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { EntryPlace } from '../sources/index.ts';

/**
 * Returns a function that finds the diagnostics about a text: those of its file, of its folder, and of other files in the folder that
 * are not texts.
 *
 * @param texts all texts, readable or not
 */
export function createDiagnosticFinder(
  diagnostics: readonly Diagnostic[],
  texts: readonly EntryPlace[],
): (file: string) => Diagnostic[] {
  const files = new Set(texts.map(({ file }) => file));
  const folders = new Set(texts.map(({ file }) => path.dirname(file)));
  const inFolder = Map.groupBy(diagnostics, ({ file }) => (folders.has(file) ? file : path.dirname(file)));
  return (own) =>
    (inFolder.get(path.dirname(own)) ?? []).filter(({ file }) => file === own || !files.has(file));
}
