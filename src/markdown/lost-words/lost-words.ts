import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { Node, Point } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { placeAfter } from '../../diagnostics/index.ts';
import { quote } from '../quote.ts';
import { report } from '../report.ts';
import { findLostWords, groupRuns, textOfRun, type Word } from './find-lost-words.ts';
import { textShown } from './shown-words.ts';
import { listPassages, type Passage } from './written-words.ts';

declare module 'vfile' {
  interface DataMap {
    /** The words that the author wrote for readers, and the source. `remarkWrittenWords` sets it for `rehypeLostWords`. */
    written: { passages: readonly Passage[]; source: string };
  }
}

/** Stores what the author wrote for readers. Must run before plugins that change the tree. */
export function remarkWrittenWords() {
  return (tree: Root, file: VFile): void => {
    file.data.written = { passages: listPassages(tree), source: tree.data?.source ?? '' };
  };
}

/**
 * Reports words that an author wrote and the page does not show, unless another rule has reported that place. Must run after
 * the sanitizer.
 */
export function rehypeLostWords() {
  return (tree: HastRoot, file: VFile): void => {
    const { passages = [], source = '' } = file.data.written ?? {};
    const lost = findLostWords(passages, textShown(tree));
    if (lost.length === 0) return;
    const lines = source.split('\n');
    const messages = file.messages.filter(({ ruleId }) =>
      /^(?:html|table|footnote|figure)\//.test(ruleId ?? ''),
    );
    const unreported = lost.filter((word) => {
      const place = placeOf(word, lines);
      return !messages.some((message) => covers(message, place));
    });
    for (const run of groupRuns(unreported)) reportLost(file, placeOf(run[0], lines), textOfRun(run));
  };
}

function reportLost(file: VFile, start: Point, text: string): void {
  const place: Node = { type: 'text', position: { start, end: start } };
  report(file, place, {
    rule: 'text/lost',
    severity: 'warning',
    what: `The page doesn’t show “${quote(text)}”, or not at this place`,
    why: 'Readers get another text than you wrote.',
    fix: 'Put a blank line around it, or a backslash before the `[`, `<` or `|` that hides it; then look at the page.',
  });
}

/** Returns the place of a word. Lines of a passage may be indented in the file, and characters escaped, so it is searched for. */
function placeOf({ passage, start, end }: Word, lines: readonly string[]): Point {
  const { line, column } = placeAfter(passage.start, passage.text.slice(0, start));
  const found = lines[line - 1]?.indexOf(passage.text.slice(start, end), column - 1) ?? -1;
  return { line, column: found === -1 ? column : found + 1 };
}

/** Returns whether a message is about a part of the text that contains a point. */
function covers({ place }: VFileMessage, { line, column }: Point): boolean {
  if (place === undefined || !('start' in place)) return false;
  const { start, end } = place;
  const isBefore = start.line < line || (start.line === line && start.column <= column);
  return isBefore && (line < end.line || (line === end.line && column <= end.column));
}
