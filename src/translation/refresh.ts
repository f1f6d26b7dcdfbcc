import type { Root } from 'mdast';
import { parseComment, parseMarkdown, type Comment } from '../markdown/index.ts';
import type { Locale } from '../locale/index.ts';
import type { SourceChange } from '../model/index.ts';
import { writeComment } from './comment.ts';
import { editLines, type LineEdit } from './lines.ts';
import { quoteBlock } from './quote.ts';
import { isSameText } from './same-text.ts';
import { endLine, placeBlocks, spotAfter, spotBefore, spotOutside, startLine } from './spot.ts';
import type { PlacedBlock, Spot } from './spot.ts';

/** A translation that is to be brought up to date. */
export interface OutdatedText {
  source: { locale: Locale; body: string };
  /** The translation's text, with the lines of its file. */
  body: string;
  changes: readonly SourceChange[];
}

/** What comes of marking an outdated text. */
export type Refreshed =
  | {
      type: 'marked';
      /** Lines to put into the file; none where all is marked already. */
      edits: LineEdit[];
      /** How many blocks are marked anew to be looked at again, and how many to be written. */
      revisit: number;
      translate: number;
    }
  /** No place was found where comments change nothing of the text. */
  | { type: 'unmarkable' };

/**
 * Mark what is to be done to bring a translation up to date: a comment before each block to look at again, with what the source
 * reads now, and one where a block is missing. What is marked already stays; not a character of the text itself changes.
 */
export function refreshTranslation(text: OutdatedText): Refreshed {
  const tree = parseMarkdown(text.body);
  const page: Page = { body: text.body, tree, lines: text.body.split('\n'), blocks: placeBlocks(tree) };
  const marks = listMarks(text, page.blocks);
  const spots = findSpots(marks, page) ?? marks.map((mark) => beforeAll(mark, page));
  const edits = toEdits(marks, spots);
  if (!isHarmless(edits, page)) return { type: 'unmarkable' };
  const count = (key: Mark['key']): number => marks.filter((mark) => mark.key === key).length;
  return { type: 'marked', edits, revisit: count('revisit'), translate: count('translate') };
}

/** A text to be marked. */
interface Page {
  body: string;
  tree: Root;
  lines: readonly string[];
  blocks: readonly PlacedBlock[];
}

/** Places at which marks bring nothing but comments into a text. Of many marks those are found that need another one. */
function findSpots(marks: readonly Mark[], page: Page): Spot[] | undefined {
  for (const strategy of marks.length === 1 ? strategies : strategies.slice(0, 1)) {
    const spots = marks.map((mark) => strategy(mark, page));
    if (isHarmless(toEdits(marks, spots), page)) return spots;
  }
  if (marks.length <= 1) return undefined;
  const middle = marks.length >> 1;
  const [first, second] = [findSpots(marks.slice(0, middle), page), findSpots(marks.slice(middle), page)];
  return first === undefined || second === undefined ? undefined : [...first, ...second];
}

/** Marks as lines. Of two at one place the second can’t go on with a quote or a list that the first has left. */
function toEdits(marks: readonly Mark[], spots: readonly Spot[]): LineEdit[] {
  const settled = new Map<number, Spot>();
  return marks.flatMap((mark, index) => {
    const wanted = spots[index];
    if (wanted === undefined) return [];
    const earlier = settled.get(wanted.line);
    const spot = earlier !== undefined && earlier.prefix.length < wanted.prefix.length ? earlier : wanted;
    settled.set(wanted.line, spot);
    return [toEdit(mark, spot)];
  });
}

function isHarmless(edits: readonly LineEdit[], { body, tree }: Page): boolean {
  const marked = editLines(body, edits);
  return isSameText({ body, tree }, { body: marked, tree: parseMarkdown(marked) });
}

/** A comment to be put into a text. */
interface Mark {
  key: 'revisit' | 'translate';
  text: string;
  /** The block of the translation before which, or after which, it belongs; none at the beginning. */
  block: number | undefined;
  /** The block of the source that is to be written. */
  added: PlacedBlock | undefined;
  /** Lines of an earlier comment whose place it takes. */
  instead: { line: number; count: number } | undefined;
}

function listMarks({ source, body, changes }: OutdatedText, blocks: readonly PlacedBlock[]): Mark[] {
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
    const says =
      change.kind === 'removed'
        ? `${source.locale}.md no longer says this.`
        : `${source.locale}.md now reads: ${quote(change)}`;
    for (const block of change.renders) toRevisit.set(block, [...(toRevisit.get(block) ?? []), says]);
    if (change.renders.length > 0 || change.kind === 'removed') continue;
    const text = quote(change);
    if (isKnown('translate', text)) continue;
    const added = sourceBlocks[change.source ?? -1];
    marks.push({ key: 'translate', text, block: change.after, added, instead: undefined });
  }
  for (const [block, says] of toRevisit) {
    const text = [...new Set(says)].join('\n');
    if (isKnown('revisit', text)) continue;
    const instead = findEarlier(blocks[block], body);
    marks.push({ key: 'revisit', text, block, added: undefined, instead });
  }
  return marks;
}

/** How often each comment stands in a text, however its lines are broken. */
function countMarks(body: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const whole of body.match(/<!--[\s\S]*?-->/g) ?? []) {
    const said = parseComment(whole);
    if (said === undefined) continue;
    const name = nameOf(said);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function nameOf({ key, value }: Pick<Comment, 'key' | 'value'>): string {
  return `${key}: ${fold(value)}`;
}

/** A comment's text as it counts: in a quote each line has `>` before it, and `-->` is written otherwise. */
function fold(text: string): string {
  return text
    .replace(/--(!?)>/g, '--$1&gt;')
    .replace(/\n[ \t>]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An earlier comment before a block that says something else than is to be said now, on lines of its own. */
function findEarlier(placed: PlacedBlock | undefined, body: string): Mark['instead'] {
  const earlier = placed?.comments.findLast(({ value }) => parseComment(value)?.key === 'revisit');
  if (earlier === undefined || earlier.value.match(/<!--/g)?.length !== 1) return undefined;
  const [line, last] = [startLine(earlier), endLine(earlier)];
  const before = (body.split('\n')[line - 1] ?? '').slice(0, (earlier.position?.start.column ?? 1) - 1);
  return /^[ \t>]*$/.test(before) ? { line, count: last - line + 1 } : undefined;
}

type Strategy = (mark: Mark, page: Page) => Spot;

/** Ways to find a place for a mark: where it says most, at the left before what holds its block, else before all the text. */
const strategies: readonly Strategy[] = [
  ({ key, block, added }, { blocks, lines }) => {
    const placed = blocks[block ?? 0];
    if (placed === undefined) return atTop;
    if (key === 'revisit') return spotBefore(placed.node, placed.ancestors, lines);
    const isAtStart = block === undefined || added === undefined;
    return isAtStart ? spotOutside(placed.node, placed.ancestors) : spotAfter(placed, added.block, lines);
  },
  ({ key, block }, { blocks }) => {
    const placed = blocks[block ?? 0];
    if (placed === undefined) return atTop;
    if (key === 'revisit' || block === undefined) return spotOutside(placed.node, placed.ancestors);
    return { line: endLine(placed.ancestors[1] ?? placed.node) + 1, prefix: '', isInList: false };
  },
  beforeAll,
];

function beforeAll(_: Mark, { blocks: [first] }: Page): Spot {
  return first === undefined ? atTop : spotOutside(first.node, first.ancestors);
}

const atTop: Spot = { line: 1, prefix: '', isInList: false };

function toEdit({ key, text, block, instead }: Mark, { line, prefix, isInList }: Spot): LineEdit {
  const comment = writeComment(key, text)
    .split('\n')
    .map((each) => (prefix + each).trimEnd());
  if (instead !== undefined) return { line: instead.line, remove: instead.count, insert: comment };
  if (key === 'revisit' || isInList) return { line, remove: 0, insert: comment };
  const blank = prefix.trimEnd();
  return { line, remove: 0, insert: block === undefined ? [...comment, blank] : [blank, ...comment] };
}
