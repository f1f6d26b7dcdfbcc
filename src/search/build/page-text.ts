import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { splitWords } from '../contract/index.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

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
}

/** Extracts the searchable text of a page. Returns `undefined` if the page has none or is `noindex`. */
export function htmlToPageText(html: string): PageText | undefined {
  if (!html.includes(bodyMark)) return undefined;
  // `hast-util-from-html` wraps this parser and would take three times as long, for positions that aren't needed.
  const elements = [...elementsAround(parse(html).childNodes)];
  if (elements.some(isNoindex)) return undefined;
  const bodies = elements.filter(isBody);
  const title = bodies.find(({ tagName }) => tagName === 'h1');
  const description = bodies.find(({ tagName }) => tagName === 'p');
  const rest = bodies.filter((body) => body !== title && body !== description);
  if (rest.length === 0) return undefined;
  return {
    title: title === undefined ? '' : lineOf(title),
    description: description === undefined ? '' : lineOf(description),
    topics: elements.filter((each) => each.tagName === 'ul' && hasClass(each, 'topics')).flatMap(topicsIn),
    blocks: rest.flatMap(collectBlocks),
  };
}

/** The attribute that marks searchable elements for Pagefind, too. */
const bodyMark = 'data-pagefind-body';

function isBody(element: Element): boolean {
  return attribute(element, bodyMark) !== undefined;
}

/** Yields the elements of a page in document order, without the descendants of searchable elements. */
function* elementsAround(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    yield node;
    if (!isBody(node)) yield* elementsAround(node.childNodes);
  }
}

/** Returns whether a page asks search engines not to index it, which the site's own search respects. */
function isNoindex(element: Element): boolean {
  return (
    element.tagName === 'meta' &&
    attribute(element, 'name')?.toLowerCase() === 'robots' &&
    /\b(?:noindex|none)\b/i.test(attribute(element, 'content') ?? '')
  );
}

/** Returns the ids of the topics that a list links to. */
function topicsIn(list: Element): string[] {
  return [...elementsAround(list.childNodes)].flatMap((element) => {
    const id = /\/topics\/([^/]+)\/$/.exec(attribute(element, 'href') ?? '')?.[1];
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

function collectBlocks(body: Element): Block[] {
  const blocks: Block[] = [];
  let line = '';
  const close = (heading?: Block['heading']): void => {
    const text = splitWords(line).join(' ');
    line = '';
    if (text !== '') blocks.push({ text, heading });
  };
  const walk = (node: Node): void => {
    if (defaultTreeAdapter.isTextNode(node)) line += node.value;
    if (!defaultTreeAdapter.isElementNode(node) || isNotContent(node)) return;
    if (node.tagName === 'math') {
      line += attribute(node, 'alttext') ?? '';
    } else if (skipped.has(node.tagName) || node.tagName === 'br') {
      line += ' ';
    } else if (isFigure(node)) {
      node.childNodes.filter(isDescription).forEach(walk);
    } else if (inline.has(node.tagName)) {
      node.childNodes.forEach(walk);
    } else {
      close();
      node.childNodes.forEach(walk);
      close(headingOf(node));
    }
  };
  body.childNodes.forEach(walk);
  close();
  return blocks;
}

/** Returns whether an element is an interactive figure. Only its description is indexed, not its numbers and labels. */
function isFigure({ tagName }: Element): boolean {
  return tagName.startsWith('narani-');
}

function isDescription(node: Node): boolean {
  return defaultTreeAdapter.isElementNode(node) && hasClass(node, 'figure-description');
}

function headingOf(element: Element): Block['heading'] {
  const depth = /^h([1-6])$/.exec(element.tagName)?.[1];
  const id = attribute(element, 'id');
  return depth === undefined || id === undefined ? undefined : { depth: Number(depth), id };
}

/**
 * Returns whether an element is not part of the written text: ignored explicitly, hidden, or added by the site (permalinks,
 * footnote references).
 */
function isNotContent({ tagName, attrs }: Element): boolean {
  // One pass over the attributes: code blocks alone have a hundred elements a page.
  return attrs.some(({ name, value }) => {
    switch (name) {
      case 'data-pagefind-ignore':
        return true;
      case 'hidden':
        return value !== 'until-found';
      case 'aria-hidden':
        return value === 'true';
      case 'class':
        return /(?:^|\s)(?:visually-hidden|permalink)(?:\s|$)/.test(value);
      // The number of a footnote reference would be glued to the word before it.
      case 'id':
        return tagName === 'a' && value.startsWith('fnref-');
      case 'href':
        return tagName === 'a' && value.startsWith('#fnref-');
      default:
        return false;
    }
  });
}

/** Returns the text of an element as one line. */
function lineOf(element: Element): string {
  return collectBlocks(element)
    .map(({ text }) => text)
    .join(' ');
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class')?.split(/\s+/).includes(name) === true;
}
