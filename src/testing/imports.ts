import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** An import of one file of `src` from another, or of a package. */
export interface Import {
  /** Path of the importing file within `src`. */
  file: string;
  /** Path of the imported file within `src`, or a package's name as written. */
  target: string;
  isPackage: boolean;
}

/** Reads all source files in `src` by relative path, without tests and fixtures. */
export function readSources(src: string): Map<string, string> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.(?:ts|astro|css)$/.test(file) && !file.endsWith('.test.ts') && !file.includes('fixtures'),
    )
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(src, file), 'utf8')]));
}

/** Lists all imports of the sources, including dynamic and type imports. */
export function findImports(sources: ReadonlyMap<string, string>): Import[] {
  return [...sources].flatMap(([file, text]) =>
    findSpecifiers(file, text).map((specifier): Import => {
      const isPackage = !specifier.startsWith('.');
      const target = isPackage ? specifier : path.posix.join(path.posix.dirname(file), specifier);
      return { file, target, isPackage };
    }),
  );
}

function findSpecifiers(file: string, text: string): string[] {
  if (file.endsWith('.css')) return [...text.matchAll(/@\w+ '([^']+)';/g)].map(([, name = '']) => name);
  return ts
    .preProcessFile(file.endsWith('.astro') ? scriptsOf(text) : text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

/** Returns the front matter of an Astro component and the scripts in its markup. */
function scriptsOf(astro: string): string {
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(astro)?.[1] ?? '';
  const scripts = [...astro.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  return [frontMatter, ...scripts].join('\n');
}

/** Folders whose subfolders are parts. */
const groups: readonly string[] = ['figures', 'search'];

/** Returns the part of `src` that a file is in: `model`, `search/contract`. */
export function partOf(file: string): string {
  const [first = file, second] = file.split('/');
  return groups.includes(first) && second !== undefined ? `${first}/${second}` : first;
}
