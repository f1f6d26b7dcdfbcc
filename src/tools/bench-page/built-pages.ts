import { brotliCompressSync } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { attribute, findElements, isHidden, readPages } from '../sites/built-site.ts';
import { elementName } from '../../figures/stage/figure.ts';
import type { BuiltPage } from './page-types.ts';

/** Every HTML page of a built site. */
export function readBuiltPages(directory: string): BuiltPage[] {
  return readPages(directory, '/').map((page) => ({
    path: page.file,
    bytes: brotliCompressSync(page.html).length,
    noindex: isHidden(page),
    figures: figuresOf(page.tree),
    inlineJsBytes: inlineScriptsOf(page.tree).reduce((sum, script) => sum + Buffer.byteLength(script), 0),
  }));
}

/** Figures stand in custom elements that are called after them. */
function figuresOf(tree: Parameters<typeof findElements>[0]): string[] {
  return findElements(tree, ({ tagName }) => tagName.startsWith(elementName(''))).map(({ tagName }) =>
    tagName.slice(elementName('').length),
  );
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
