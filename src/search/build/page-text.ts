import {
  attributeOf,
  hasClass,
  isElement,
  readHtml,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from '../../html/index.ts';
import { splitWords } from '../contract/index.ts';

/** The searchable text of a page: the content of its `data-pagefind-body` elements, as written. */
export interface PageText {
  title: string;
  description: string;
  /** Ids of the topics that the page links to. */
  topics: readonly string[];
  /** Blocks in order, without title and description. */
  blocks: readonly Block[];
}

/** A paragraph, table cell, heading or code block. */
export interface Block {
  text: string;
  /** Level and id, if the block is a heading with an anchor. */
  heading: { depth: number; id: string } | undefined;
  isCode: boolean;
}

/** Extracts the searchable text of a page. Returns `undefined` if the page has none or is `noindex`. */
export function htmlToPageText(html: string): PageText | undefined {
  if (!html.includes(bodyMark)) return undefined;
  const elements = [...elementsAround(readHtml(html))];
  if (elements.some(isNoindex)) return undefined;
  const bodies = elements.filter(isBody);
  const title = bodies.find(({ name }) => name === 'h1');
  const description = bodies.find(({ name }) => name === 'p');
  const rest = bodies.filter((body) => body !== title && body !== description);
  if (rest.length === 0) return undefined;
  return {
    title: title === undefined ? '' : lineOf(title),
    description: description === undefined ? '' : lineOf(description),
    topics: elements.filter((each) => each.name === 'ul' && hasClass(each, 'topics')).flatMap(topicsIn),
    blocks: rest.flatMap(collectBlocks),
  };
}

/** The attribute that marks searchable elements for Pagefind, too. */
const bodyMark = 'data-pagefind-body';

function isBody(element: HtmlElement): boolean {
  return attributeOf(element, bodyMark) !== undefined;
}

/** Yields the elements of a page in document order, without the descendants of searchable elements. */
function* elementsAround(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    yield node;
    if (!isBody(node)) yield* elementsAround(node.children);
  }
}

/** Returns whether a page asks search engines not to index it, which the site's own search respects. */
function isNoindex(element: HtmlElement): boolean {
  return (
    element.name === 'meta' &&
    attributeOf(element, 'name')?.toLowerCase() === 'robots' &&
    /\b(?:noindex|none)\b/i.test(attributeOf(element, 'content') ?? '')
  );
}

/** Returns the ids of the topics that a list links to. */
function topicsIn(list: HtmlElement): string[] {
  return [...elementsAround(list.children)].flatMap((element) => {
    const id = /\/topics\/([^/]+)\/$/.exec(attributeOf(element, 'href') ?? '')?.[1];
    return id === undefined ? [] : [decodeURIComponent(id)];
  });
}

/** Inline elements. All others separate the words before them from the words after them. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Elements without searchable text. Pictures have captions instead. */
const skipped: ReadonlySet<string> = new Set(
  'script style template svg img picture button input select textarea noscript iframe object audio video'.split(
    ' ',
  ),
);

function collectBlocks(body: HtmlElement): Block[] {
  const blocks: Block[] = [];
  let line = '';
  let isCode = false;
  const close = (heading?: Block['heading']): void => {
    const text = splitWords(line).join(' ');
    line = '';
    if (text !== '') blocks.push({ text, heading, isCode });
  };
  const walk = (node: HtmlNode): void => {
    if (!isElement(node)) {
      line += textOf(node);
      return;
    }
    if (isNotContent(node)) return;
    if (node.name === 'math') {
      line += attributeOf(node, 'alttext') ?? '';
    } else if (skipped.has(node.name) || node.name === 'br') {
      line += ' ';
    } else if (isFigure(node)) {
      node.children.filter(isDescription).forEach(walk);
    } else if (inline.has(node.name)) {
      node.children.forEach(walk);
    } else {
      close();
      const isWithinCode = isCode;
      isCode ||= node.name === 'pre';
      node.children.forEach(walk);
      close(headingOf(node));
      isCode = isWithinCode;
    }
  };
  body.children.forEach(walk);
  close();
  return blocks;
}

/** Returns whether an element is an interactive figure. Only its description is indexed, not its numbers and labels. */
function isFigure({ name }: HtmlElement): boolean {
  return name.startsWith('narani-');
}

function isDescription(node: HtmlNode): boolean {
  return isElement(node) && hasClass(node, 'figure-description');
}

function headingOf(element: HtmlElement): Block['heading'] {
  const depth = /^h([1-6])$/.exec(element.name)?.[1];
  const id = attributeOf(element, 'id');
  return depth === undefined || id === undefined ? undefined : { depth: Number(depth), id };
}

/**
 * Returns whether an element is not part of the written text: ignored explicitly, hidden, or added by the site (permalinks,
 * footnote references).
 */
function isNotContent(element: HtmlElement): boolean {
  const hidden = attributeOf(element, 'hidden');
  return (
    attributeOf(element, 'data-pagefind-ignore') !== undefined ||
    (hidden !== undefined && hidden !== 'until-found') ||
    attributeOf(element, 'aria-hidden') === 'true' ||
    hasClass(element, 'visually-hidden') ||
    hasClass(element, 'permalink') ||
    (element.name === 'a' && isOfFootnote(element))
  );
}

/** Returns whether a link is a footnote reference, whose number would be glued to the word before it, or leads back to one. */
function isOfFootnote(link: HtmlElement): boolean {
  return (
    attributeOf(link, 'id')?.startsWith('fnref-') === true ||
    attributeOf(link, 'href')?.startsWith('#fnref-') === true
  );
}

/** Returns the text of an element as one line. */
function lineOf(element: HtmlElement): string {
  return collectBlocks(element)
    .map(({ text }) => text)
    .join(' ');
}
