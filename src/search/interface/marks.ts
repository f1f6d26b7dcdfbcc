import sheet from '../../styles/marks.css?url';
import { findWords } from './find-words.ts';
import { takeStoredWords } from './stored-words.ts';
import { loadSheet } from '../../styles/load-sheet.ts';

/** Name of the highlight, as in the style sheet. */
const name = 'narani-search';

/** Elements that contain lines of text. No match spans two of them. */
const blocks = 'p,li,dt,dd,td,th,pre,figcaption,summary,h1,h2,h3,h4,h5,h6,text,math';

/** Highlights the words that the previous page stored for this one. */
export function restoreMarks(page: Document): void {
  markWords(page, takeStoredWords(page.location));
}

/** Highlights words in the text of a page, until Escape is pressed or search is opened. */
export function markWords(page: Document, words: readonly string[]): void {
  unmark();
  if (!('highlights' in CSS)) return;
  const ranges = blocksOf(page).flatMap((nodes) => rangesIn(nodes, words));
  if (ranges.length === 0) return;
  void loadSheet(sheet);
  CSS.highlights.set(name, new Highlight(...ranges));
  page.addEventListener('keydown', unmarkOnEscape);
}

/** Removes the highlights. */
export function unmark(): void {
  document.removeEventListener('keydown', unmarkOnEscape);
  if ('highlights' in CSS) CSS.highlights.delete(name);
}

function unmarkOnEscape({ key }: KeyboardEvent): void {
  if (key === 'Escape') unmark();
}

/** Returns the text nodes of a page, grouped by block. */
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
