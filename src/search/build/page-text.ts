import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import { splitWords } from '../contract/index.ts';

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
  if (!html.includes('data-pagefind-body')) return undefined;
  const tree = fromHtml(html);
  if (isHidden(tree)) return undefined;
  const bodies = findBodies(tree);
  const title = bodies.find(({ tagName }) => tagName === 'h1');
  const description = bodies.find(({ tagName }) => tagName === 'p');
  const rest = bodies.filter((body) => body !== title && body !== description);
  if (rest.length === 0) return undefined;
  return {
    title: title === undefined ? '' : inlineText(title),
    description: description === undefined ? '' : inlineText(description),
    topics: findTopics(tree),
    blocks: rest.flatMap((body) => collectBlocks(body)),
  };
}

/** Whether search engines are asked to pass over the page, which holds for the site's own search too. */
function isHidden(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'meta' && properties.name === 'robots')
      found ||= String(properties.content).includes('noindex');
  });
  return found;
}

/** The topics that the page's head links to. */
function findTopics(tree: Root): string[] {
  const topics: string[] = [];
  visit(tree, 'element', ({ tagName, properties, children }) => {
    const classes = Array.isArray(properties.className) ? properties.className : [];
    if (tagName !== 'ul' || !classes.includes('topics')) return undefined;
    visit({ type: 'root', children }, 'element', ({ properties: { href } }) => {
      const id = typeof href === 'string' ? /\/topics\/([^/]+)\/$/.exec(href)?.[1] : undefined;
      if (id !== undefined) topics.push(decodeURIComponent(id));
    });
    return SKIP;
  });
  return topics;
}

function findBodies(tree: Root): Element[] {
  const bodies: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.properties.dataPagefindBody === undefined) return undefined;
    bodies.push(element);
    return SKIP;
  });
  return bodies;
}

/** Elements whose words run on within a line; all others part what stands before them from what stands behind. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Elements that hold no text to be found: pictures say theirs in captions, controls are no text. */
const passedOver: ReadonlySet<string> = new Set(
  'script style template svg math button input select textarea noscript iframe object audio video'.split(' '),
);

function collectBlocks(body: Element): Block[] {
  const blocks: Block[] = [];
  let line = '';
  const close = (heading?: Block['heading']): void => {
    const text = splitWords(line).join(' ');
    line = '';
    if (text !== '') blocks.push({ text, heading });
  };
  const walk = (node: ElementContent): void => {
    if (node.type === 'text') line += node.value;
    if (node.type !== 'element' || isPassedOver(node)) return;
    if (inline.has(node.tagName)) {
      node.children.forEach(walk);
    } else if (node.tagName === 'br') {
      line += ' ';
    } else {
      close();
      node.children.forEach(walk);
      close(headingOf(node));
    }
  };
  body.children.forEach(walk);
  close();
  return blocks;
}

function headingOf({ tagName, properties }: Element): Block['heading'] {
  const depth = /^h([1-6])$/.exec(tagName)?.[1];
  return depth === undefined || typeof properties.id !== 'string'
    ? undefined
    : { depth: Number(depth), id: properties.id };
}

function isPassedOver({ tagName, properties }: Element): boolean {
  const { className, dataPagefindIgnore, hidden, ariaHidden } = properties;
  const classes = Array.isArray(className) ? className : [];
  return (
    passedOver.has(tagName) ||
    dataPagefindIgnore !== undefined ||
    hidden === true ||
    ariaHidden === 'true' ||
    classes.includes('permalink') ||
    // A footnote is called by a number, which would become part of the word before it.
    (tagName === 'a' && typeof properties.href === 'string' && /^#fn(?:ref)?-/.test(properties.href))
  );
}

function inlineText(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }) => {
    text += value;
  });
  return splitWords(text).join(' ');
}
