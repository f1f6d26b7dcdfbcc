import { brotliCompressSync } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { attribute, findElements, isHidden, readPages } from '../site/built-site.ts';
import type { BuiltPage } from './page-types.ts';

/** Every HTML page of a built site. */
export function readBuiltPages(directory: string): BuiltPage[] {
  return readPages(directory, '/').map((page) => ({
    path: page.file,
    bytes: brotliCompressSync(page.html).length,
    noindex: isHidden(page),
    inlineJsBytes: inlineScriptsOf(page.tree).reduce((sum, script) => sum + Buffer.byteLength(script), 0),
  }));
}

/** Scripts that stand in the page itself; JSON-LD is data. */
function inlineScriptsOf(tree: Parameters<typeof findElements>[0]): string[] {
  return findElements(
    tree,
    (each) =>
      each.tagName === 'script' &&
      each.properties.src === undefined &&
      attribute(each, 'type') !== 'application/ld+json',
  ).map((each) => toString(each));
}
