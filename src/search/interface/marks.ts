import sheet from '../../styles/marks.css?url';
import { findWords } from './find-words.ts';
import { takeOver } from './handover.ts';
import { loadSheet } from '../../styles/load-sheet.ts';

/** Name of the marks, as the style sheet has it. */
const name = 'narani-search';

/** What lines stand in: no word goes on from one of these to the next. */
const blocks = 'p,li,dt,dd,td,th,pre,figcaption,summary,h1,h2,h3,h4,h5,h6,text';

/** Mark on a page the words that were left for it. */
export function markHandedOver(page: Document): void {
  markWords(page, takeOver(page.location));
}

/** Mark words wherever they stand in the text of a page, until Escape is pressed or search is opened. */
export function markWords(page: Document, words: readonly string[]): void {
  unmark();
  if (!('highlights' in CSS)) return;
  const ranges = blocksOf(page).flatMap((nodes) => rangesIn(nodes, words));
  if (ranges.length === 0) return;
  void loadSheet(sheet);
  CSS.highlights.set(name, new Highlight(...ranges));
  page.addEventListener('keydown', unmarkOnEscape);
}

/** Take the marks off. */
export function unmark(): void {
  document.removeEventListener('keydown', unmarkOnEscape);
  if ('highlights' in CSS) CSS.highlights.delete(name);
}

function unmarkOnEscape({ key }: KeyboardEvent): void {
  if (key === 'Escape') unmark();
}

/** The texts of a page, those of a block together. */
function blocksOf(page: Document): Text[][] {
  const root = page.querySelector('main .prose');
  if (root === null) return [];
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text);
  return [...Map.groupBy(nodes, (node) => node.parentElement?.closest(blocks)).values()];
}

function rangesIn(nodes: readonly Text[], words: readonly string[]): Range[] {
  const texts = nodes.map(({ data }) => data);
  return findWords(texts, words).flatMap(({ start, end }) => {
    const [first, last] = [nodes[start.text], nodes[end.text]];
    if (first === undefined || last === undefined) return [];
    const range = new Range();
    range.setStart(first, start.offset);
    range.setEnd(last, end.offset);
    return [range];
  });
}
