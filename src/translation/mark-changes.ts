import type { Root } from 'mdast';
import { parseComment, parseMarkdown, type Comment } from '../markdown/index.ts';
import type { Locale } from '../locale/index.ts';
import type { SourceChange } from '../model/index.ts';
import { editLines, type LineEdit } from './edit-lines.ts';
import { quoteBlock, formatComment } from './quote.ts';
import { isSameText } from './same-text.ts';
import { diffWords } from './diff-words.ts';
import { endLine, placeBlocks, pointAfter, pointBefore, pointOutside, startLine } from './insertion-point.ts';
import type { PlacedBlock, InsertionPoint } from './insertion-point.ts';

/** A translation and the changes of its source. */
interface OutdatedText {
  source: { locale: Locale; body: string };
  /** The text of the translation, with the line numbers of its file. */
  body: string;
  changes: readonly SourceChange[];
  /** Markdown of source blocks as they were recorded, by digest, as far as it is known. */
  earlier?: ReadonlyMap<string, string> | undefined;
}

/** The result of marking changes in a translation. */
type MarkedChanges =
  | {
      type: 'marked';
      /** Line edits for the file; empty if everything is marked already. */
      edits: LineEdit[];
      /** Numbers of new marks on blocks to review and on blocks to translate. */
      revisit: number;
      added: number;
    }
  /** Every possible place for the comments would alter the structure of the text. */
  | { type: 'unmarkable' };

/**
 * Marks the changes of the source in a translation: with a comment before each block to review, which quotes the source as it is
 * now and shows which words have changed, and a comment where a block is missing. Existing marks stay, and the text itself is not changed. Idempotent.
 */
export function markChanges(text: OutdatedText): MarkedChanges {
  const tree = parseMarkdown(text.body);
  const target: MarkedText = {
    body: text.body,
    tree,
    lines: text.body.split('\n'),
    blocks: placeBlocks(tree),
  };
  const marks = listMarks(text, target.blocks);
  const points = findPoints(marks, target) ?? marks.map((mark) => beforeAll(mark, target));
  const edits = toEdits(marks, points);
  if (!isHarmless(edits, target)) return { type: 'unmarkable' };
  const count = (key: Mark['key']): number => marks.filter((mark) => mark.key === key).length;
  return { type: 'marked', edits, revisit: count('revisit'), added: count('added') };
}

/** The translation in parsed form. */
interface MarkedText {
  body: string;
  tree: Root;
  lines: readonly string[];
  blocks: readonly PlacedBlock[];
}

/** Finds insertion points that don’t alter the text. If the first strategy fails, halves the marks to find those that need another. */
function findPoints(marks: readonly Mark[], target: MarkedText): InsertionPoint[] | undefined {
  for (const strategy of marks.length === 1 ? strategies : strategies.slice(0, 1)) {
    const points = marks.map((mark) => strategy(mark, target));
    if (isHarmless(toEdits(marks, points), target)) return points;
  }
  if (marks.length <= 1) return undefined;
  const middle = marks.length >> 1;
  const [first, second] = [
    findPoints(marks.slice(0, middle), target),
    findPoints(marks.slice(middle), target),
  ];
  return first === undefined || second === undefined ? undefined : [...first, ...second];
}

/** Turns marks into line edits. If two are at the same line, the second can’t be in a quote or list that the first has closed. */
function toEdits(marks: readonly Mark[], points: readonly InsertionPoint[]): LineEdit[] {
  const byLine = new Map<number, InsertionPoint>();
  return marks.flatMap((mark, index) => {
    const preferred = points[index];
    if (preferred === undefined) return [];
    const earlier = byLine.get(preferred.line);
    const point =
      earlier !== undefined && earlier.prefix.length < preferred.prefix.length ? earlier : preferred;
    byLine.set(preferred.line, point);
    return [toEdit(mark, point)];
  });
}

function isHarmless(edits: readonly LineEdit[], { body, tree }: MarkedText): boolean {
  const marked = editLines(body, edits);
  return isSameText({ body, tree }, { body: marked, tree: parseMarkdown(marked) });
}

/** A comment to insert. */
interface Mark {
  key: 'revisit' | 'added';
  text: string;
  /** The block of the translation that the comment goes before (`revisit`) or after (`added`); `undefined` at the beginning. */
  block: number | undefined;
  /** The added source block. */
  added: PlacedBlock | undefined;
  /** Lines of an earlier comment that this one replaces. */
  replaced: { line: number; count: number } | undefined;
}

function listMarks({ source, body, changes, earlier }: OutdatedText, blocks: readonly PlacedBlock[]): Mark[] {
  const sourceBlocks = placeBlocks(parseMarkdown(source.body));
  const quote = (change: SourceChange): string => {
    const block = sourceBlocks[change.source ?? -1];
    return block === undefined ? '' : quoteBlock(block, source.body);
  };
  const known = countMarks(body);
  const isKnown = (key: Mark['key'], text: string): boolean => {
    const name = nameOf({ key, value: text });
    const left = known.get(name) ?? 0;
    known.set(name, left - 1);
    return left > 0;
  };
  const toRevisit = new Map<number, string[]>();
  const marks: Mark[] = [];
  for (const change of changes) {
    const before = change.was === undefined ? undefined : earlier?.get(change.was);
    const message = describeChange(
      `${source.locale}.md`,
      before,
      change.kind === 'removed' ? undefined : quote(change),
    );
    for (const block of change.renders) toRevisit.set(block, [...(toRevisit.get(block) ?? []), message]);
    if (change.renders.length > 0 || change.kind === 'removed') continue;
    const text = quote(change);
    if (isKnown('added', text)) continue;
    const added = sourceBlocks[change.source ?? -1];
    marks.push({ key: 'added', text, block: change.after, added, replaced: undefined });
  }
  for (const [block, messages] of toRevisit) {
    const text = [...new Set(messages)].join('\n');
    if (isKnown('revisit', text)) continue;
    const replaced = findEarlier(blocks[block], body);
    marks.push({ key: 'revisit', text, block, added: undefined, replaced });
  }
  return marks;
}

/** Describes a change of the source to a translator: the new wording, and the words that differ if the earlier one is known. */
function describeChange(file: string, before: string | undefined, now: string | undefined): string {
  if (now === undefined)
    return before === undefined ? `${file} no longer says this.` : `${file} no longer says: ${before}`;
  const changes = before === undefined ? '' : `\nchanges: ${diffWords(before, now)}`;
  return `${file} now reads: ${now}${changes}`;
}

/** Counts equal comments in a text, ignoring line breaks. */
function countMarks(body: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const whole of body.match(/<!--[\s\S]*?-->/g) ?? []) {
    const comment = parseComment(whole);
    if (comment === undefined) continue;
    const name = nameOf(comment);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function nameOf({ key, value }: Pick<Comment, 'key' | 'value'>): string {
  return `${key}: ${fold(value)}`;
}

/** Normalizes a comment’s text for comparison: escapes `-->`, and removes line breaks and the `>` of quotes. */
function fold(text: string): string {
  return text
    .replace(/--(!?)>/g, '--$1&gt;')
    .replace(/\n[ \t>]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Finds an outdated `revisit` comment before a block, if it is on lines of its own. */
function findEarlier(placed: PlacedBlock | undefined, body: string): Mark['replaced'] {
  const earlier = placed?.comments.findLast(({ value }) => parseComment(value)?.key === 'revisit');
  if (earlier === undefined || earlier.value.match(/<!--/g)?.length !== 1) return undefined;
  const [line, last] = [startLine(earlier), endLine(earlier)];
  const before = (body.split('\n')[line - 1] ?? '').slice(0, (earlier.position?.start.column ?? 1) - 1);
  return /^[ \t>]*$/.test(before) ? { line, count: last - line + 1 } : undefined;
}

type Strategy = (mark: Mark, target: MarkedText) => InsertionPoint;

/** Strategies for placing a mark, in order of preference: at its block, outside the block’s containers, before all text. */
const strategies: readonly Strategy[] = [
  ({ key, block, added }, { blocks, lines }) => {
    const placed = blocks[block ?? 0];
    if (placed === undefined) return atTop;
    if (key === 'revisit') return pointBefore(placed.node, placed.ancestors, lines);
    const isAtStart = block === undefined || added === undefined;
    return isAtStart ? pointOutside(placed.node, placed.ancestors) : pointAfter(placed, added.block, lines);
  },
  ({ key, block }, { blocks }) => {
    const placed = blocks[block ?? 0];
    if (placed === undefined) return atTop;
    if (key === 'revisit' || block === undefined) return pointOutside(placed.node, placed.ancestors);
    return { line: endLine(placed.ancestors[1] ?? placed.node) + 1, prefix: '', isInList: false };
  },
  beforeAll,
];

function beforeAll(_: Mark, { blocks: [first] }: MarkedText): InsertionPoint {
  return first === undefined ? atTop : pointOutside(first.node, first.ancestors);
}

const atTop: InsertionPoint = { line: 1, prefix: '', isInList: false };

function toEdit({ key, text, block, replaced }: Mark, { line, prefix, isInList }: InsertionPoint): LineEdit {
  const comment = formatComment(key, text)
    .split('\n')
    .map((each) => (prefix + each).trimEnd());
  if (replaced !== undefined) return { line: replaced.line, remove: replaced.count, insert: comment };
  if (key === 'revisit' || isInList) return { line, remove: 0, insert: comment };
  const blank = prefix.trimEnd();
  return { line, remove: 0, insert: block === undefined ? [...comment, blank] : [blank, ...comment] };
}
