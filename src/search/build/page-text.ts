import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { splitWords } from '../contract/index.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What search takes of a page: the text that stands in its `data-pagefind-body`, as it was written. */
export interface PageText {
  title: string;
  description: string;
  /** Ids of the topics that the page says it is about. */
  topics: readonly string[];
  /** Blocks in their order, the title's and the description's not among them. */
  blocks: readonly Block[];
}

/** A paragraph, a cell, a heading, a piece of code. */
export interface Block {
  text: string;
  /** What makes it a heading that can be led to. */
  heading: { depth: number; id: string } | undefined;
}

/** The text of a page that search may find, or nothing where none of it may be found. */
export function htmlToPageText(html: string): PageText | undefined {
  if (!html.includes(bodyMark)) return undefined;
  // Parsed by what `hast-util-from-html` wraps: its places and types take twice as long again, on every page of a site.
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

/** The attribute by which Pagefind, too, knows what of a page is to be found. */
const bodyMark = 'data-pagefind-body';

function isBody(element: Element): boolean {
  return attribute(element, bodyMark) !== undefined;
}

/** The elements of a page in their order; of a body itself alone, and nothing within it. */
function* elementsAround(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    yield node;
    if (!isBody(node)) yield* elementsAround(node.childNodes);
  }
}

/** Whether search engines are asked to pass over the page, which holds for the site's own search too. */
function isNoindex(element: Element): boolean {
  return (
    element.tagName === 'meta' &&
    attribute(element, 'name')?.toLowerCase() === 'robots' &&
    /\b(?:noindex|none)\b/i.test(attribute(element, 'content') ?? '')
  );
}

/** The topics to which a list links. */
function topicsIn(list: Element): string[] {
  return [...elementsAround(list.childNodes)].flatMap((element) => {
    const id = /\/topics\/([^/]+)\/$/.exec(attribute(element, 'href') ?? '')?.[1];
    return id === undefined ? [] : [decodeURIComponent(id)];
  });
}

/** Elements whose words run on within a line; all others part what stands before them from what stands behind. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Elements that hold no text to be found: pictures say theirs in captions, controls are no text. */
const passedOver: ReadonlySet<string> = new Set(
  'script style template svg math img picture button input select textarea noscript iframe object audio video'.split(
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
    if (!defaultTreeAdapter.isElementNode(node) || isNotWritten(node)) return;
    if (passedOver.has(node.tagName) || node.tagName === 'br') {
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

/** Whether an element is a figure that runs in the page. Its numbers are drawn, printed and tabled: what they say, it says in words. */
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

/** Whether an element holds what is no part of the text: marked so, or put there beside what the author wrote. */
function isNotWritten({ tagName, attrs }: Element): boolean {
  // One look at each attribute: code alone is a hundred elements a page.
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
      // A footnote is called by a number, which would become part of the word before it.
      case 'id':
        return tagName === 'a' && value.startsWith('fnref-');
      case 'href':
        return tagName === 'a' && value.startsWith('#fnref-');
      default:
        return false;
    }
  });
}

/** The text of an element that is one line. */
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
