import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';

/** A piece of running text. */
export interface Piece {
  text: string;
  /** The text node, its parent and the nearest `lang`; `undefined` if the piece must stay as it is, like code. */
  place: { node: Text; parent: Parents; lang: unknown } | undefined;
}

/** Inline elements whose text continues the text around them. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite data del dfn em i ins mark q s small span strong sub sup time u'.split(' '),
);

/** Returns whether an element is part of a line. */
export function isInline(node: Parents): boolean {
  return node.type === 'element' && inline.has(node.tagName);
}

/** Returns whether an element is code that will become a formula, which `rehypeMath` keeps together with the word after it. */
function isFormula({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.some((name) => name.startsWith('language-math'));
}

/** Inline elements whose text is not written language. */
const verbatim: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'var']);

/** Elements without running text. */
const skipped: ReadonlySet<string> = new Set(['pre', 'rt', 'rp', 'svg']);

/** The placeholder for a picture in a line (Unicode Standard, 23.8). */
const objectReplacement = '\ufffc';

/**
 * Returns the running texts of a tree, each as its pieces in order: the text of a paragraph, heading or table cell, including that
 * in inline elements. `<br>` and formulas begin a new one.
 */
export function listRunningTexts(tree: Root): Piece[][] {
  const texts: Piece[][] = [[]];
  const add = (text: string, place?: Piece['place']): void => void texts.at(-1)?.push({ text, place });
  const walk = (parent: Parents, outerLang?: unknown): void => {
    const lang = (parent.type === 'element' ? parent.properties.lang : undefined) ?? outerLang;
    for (const node of parent.children) {
      if (node.type === 'text') add(node.value, { node, parent, lang });
      if (node.type !== 'element' || skipped.has(node.tagName)) continue;
      if (node.tagName === 'img') add(objectReplacement);
      else if (isFormula(node)) texts.push([]);
      else if (verbatim.has(node.tagName)) add(toString(node));
      else if (inline.has(node.tagName)) walk(node, lang);
      else {
        texts.push([]);
        walk(node, lang);
        texts.push([]);
      }
    }
  };
  walk(tree);
  return texts.filter(({ length }) => length > 0);
}

/** Replaces text nodes by other content. The nodes must be children of the parents they were found in. */
export function replaceTexts(
  replacements: ReadonlyMap<Text, ElementContent[]>,
  texts: readonly Piece[][],
): void {
  const parents = new Set(texts.flat().flatMap(({ place }) => (place === undefined ? [] : [place.parent])));
  for (const parent of parents) {
    parent.children = (parent.children as ElementContent[]).flatMap((child) =>
      child.type === 'text' ? (replacements.get(child) ?? [child]) : [child],
    );
  }
}
