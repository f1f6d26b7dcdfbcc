import { visit } from 'unist-util-visit';
import { quote } from '../quote.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';
import { isLineStart, mask, type Prose, type ProseBlock } from './prose.ts';

/** Reports `**`, `__`, `~~` and backticks that are shown as typed. Leaves operators, placeholders and masked names alone. */
export function findUnreadMarks(context: LeftoverContext): Leftover[] {
  const { prose, markdown } = context;
  return [
    ...prose.blocks.flatMap((block, index) => [
      ...emphasisMarks.flatMap((mark) =>
        checkMarks(mark, { block, next: prose.blocks[index + 1], prose, markdown }),
      ),
      ...checkBackticks(block, prose, markdown),
    ]),
    ...findUnequalAsterisks(context),
  ];
}

/** A run of characters that may open or close markup, with the text around it in its block. */
interface Mark {
  offset: number;
  /** A space and up to ten characters before the mark. */
  before: string;
  /** Up to ten characters after the mark, and a space. */
  following: string;
}

interface EmphasisMark {
  characters: string;
  /** Matches the mark, but not longer runs of its characters. */
  pattern: RegExp;
  /** What the mark makes of the words between two of them. */
  name: string;
  canOpen: (mark: Mark) => boolean;
  canClose: (mark: Mark) => boolean;
}

const emphasisMarks: readonly EmphasisMark[] = [
  {
    characters: '**',
    pattern: /(?<!\*)\*\*(?!\*)/g,
    name: 'bold text',
    canOpen: ({ before, following }) => !isSpace(following) && !/[a-z\d]$/i.test(before),
    // A name may be masked (`홍**씨`), and a footnote may have two asterisks (`1,000원**`).
    canClose: ({ before, following }) => /[가-힣]{2}$/.test(before) && /^[가-힣]/.test(following),
  },
  {
    characters: '__',
    pattern: /(?<!_)__(?!_)/g,
    name: 'bold text',
    // Names in code begin with underscores (`__dirname`), but not with Hangul.
    canOpen: ({ before, following }) => /[\s(“‘「]$/.test(before) && /^[가-힣]/.test(following),
    canClose: () => false,
  },
  {
    characters: '~~',
    pattern: /(?<!~)~~(?!~)/g,
    name: 'struck-out text',
    // In Korean, `네~~` is drawn out, and `~~하는` has a blank for any word.
    canOpen: ({ before, following }) =>
      /[\s(“‘「]$/.test(before) && /^[\p{L}\p{N}“‘(]/u.test(following) && !blank.test(following),
    canClose: () => false,
  },
];

/** What follows a blank for any word: a particle or the rest of a verb. */
const blank = /^(?:[하한할해했함라란인이가을를은는에의로와과도만씨님때다고식적]|으로|처럼|같)/;

interface BlockContext {
  block: ProseBlock;
  next: ProseBlock | undefined;
  prose: Prose;
  markdown: string;
}

function checkMarks(kind: EmphasisMark, { block, next, prose, markdown }: BlockContext): Leftover[] {
  const marks = marksIn(kind, block, prose).filter((mark) => !isText(mark));
  const found: Leftover[] = [];
  for (let index = 0; index < marks.length; index += 1) {
    const [first, second] = [marks[index], marks[index + 1]];
    if (first === undefined) continue;
    if (second !== undefined && isPair(first, second, kind)) {
      found.push(pairLeftover(kind, first, second, markdown));
      index += 1;
    } else if (second !== undefined && kind.characters === '__' && kind.canOpen(first)) {
      found.push(underscoreLeftover(first, second, markdown));
      index += 1;
    } else if (kind.canOpen(first)) {
      const goesOn = next !== undefined && marksIn(kind, next, prose).length % 2 === 1;
      found.push(openLeftover(kind, first, { markdown, goesOn, block }));
    } else if (kind.canClose(first)) found.push(closeLeftover(kind, first, { markdown, block }));
  }
  return found;
}

function marksIn({ pattern }: EmphasisMark, { start, end }: ProseBlock, { text }: Prose): Mark[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ index }) =>
    markAt(text, start + index, { start, end, length: 2 }),
  );
}

function markAt(
  text: string,
  offset: number,
  { start, end, length }: { start: number; end: number; length: number },
): Mark {
  const after = offset + length;
  return {
    offset,
    before: ` ${text.slice(Math.max(start, offset - 10), offset)}`,
    following: `${text.slice(after, Math.min(end, after + 10))} `,
  };
}

function isSpace(text: string): boolean {
  return /^\s/.test(text);
}

/** Returns whether a mark is an operator (`2 ** 3`, `a**b`), a glob (`src/**`), Python’s `**kwargs` or part of a masked name (`김**씨`). */
function isText({ before, following }: Mark): boolean {
  if (
    /[a-z\d)\]]\s*$/i.test(before) &&
    /^\s*[a-z\d([]/i.test(following) &&
    isSpace(before.slice(-1)) === isSpace(following)
  )
    return true;
  return /(?:\/|[\s(,][가-힣])$/.test(before) || /^(?:\/|kwargs\b)/.test(following);
}

/** Returns whether two marks enclose words but have a space on their inner side, which is why they are not read. */
function isPair(first: Mark, second: Mark, { characters, canOpen }: EmphasisMark): boolean {
  const hasInnerSpace = isSpace(first.following) || /\s$/.test(second.before);
  if (!hasInnerSpace) return false;
  return canOpen(first) || (characters === '**' && isSpace(first.following) && !/\S$/.test(first.before));
}

function pairLeftover(
  { characters, name }: EmphasisMark,
  first: Mark,
  second: Mark,
  markdown: string,
): Leftover {
  const written = markdown.slice(first.offset, second.offset + 2);
  const inner = markdown.slice(first.offset + 2, second.offset).trim();
  return {
    offset: first.offset,
    rule: 'emphasis/not-read',
    severity: 'warning',
    what: `\`${quote(written)}\` is not read as ${name}: there is a space between the words and \`${characters}\``,
    why: 'The page shows these characters as typed.',
    fix: `Remove the space: \`${characters}${quote(inner)}${characters}\`. If the characters are text, write \`${escape(characters)}\`.`,
  };
}

/** Underscores can’t close emphasis before a letter, such as a particle (https://spec.commonmark.org/0.31.2/#can-close-emphasis). */
function underscoreLeftover(first: Mark, second: Mark, markdown: string): Leftover {
  const inner = quote(markdown.slice(first.offset + 2, second.offset));
  return {
    offset: first.offset,
    rule: 'emphasis/not-read',
    severity: 'warning',
    what: `\`__${inner}__\` is not read as bold text: a letter directly follows the underscores`,
    why: 'The page shows the underscores as typed.',
    fix: `Write \`**${inner}**\`. If the characters are text, write \`\\_\\_\`.`,
  };
}

function openLeftover(
  { characters, name }: EmphasisMark,
  { offset }: Mark,
  { markdown, goesOn, block }: { markdown: string; goesOn: boolean; block: ProseBlock },
): Leftover {
  const words = quote(markdown.slice(offset, Math.min(block.end, offset + 30)));
  return {
    offset,
    rule: 'emphasis/not-read',
    severity: 'warning',
    what: `The \`${characters}\` before “${words.slice(2)}” opens ${name} that is never closed${goesOn ? ': it can’t go on after a blank line' : ''}`,
    why: `The page shows \`${characters}\` as typed.`,
    fix: `Write \`${characters}\` where the ${name} ends${goesOn ? ', and both at the beginning and end of the next paragraph' : ''}. If the characters are text, write \`${escape(characters)}\`.`,
  };
}

function closeLeftover(
  { characters, name }: EmphasisMark,
  { offset }: Mark,
  { markdown, block }: { markdown: string; block: ProseBlock },
): Leftover {
  const words = quote(markdown.slice(Math.max(block.start, offset - 10), offset));
  return {
    offset,
    rule: 'emphasis/not-read',
    severity: 'warning',
    what: `The \`${characters}\` after “${words}” closes ${name} that was never opened`,
    why: `The page shows \`${characters}\` as typed.`,
    fix: `Write \`${characters}\` where the ${name} begins. If the characters are text, write \`${escape(characters)}\`.`,
  };
}

function escape(characters: string): string {
  return characters.replace(/./g, String.raw`\$&`);
}

/** Finds italic text with one asterisk too many at an end, as in `**words*`. */
function findUnequalAsterisks({ tree, markdown, prose: { text } }: LeftoverContext): Leftover[] {
  const found: Leftover[] = [];
  visit(tree, 'emphasis', ({ position }) => {
    const { start: { offset: start = 0 } = {}, end: { offset: end = 0 } = {} } = position ?? {};
    const isLonger = [start - 1, end].map((at) => text[at] === '*' && markdown[start] === '*');
    if (isLonger[0] === isLonger[1]) return;
    const [from, to] = isLonger[0] === true ? [start - 1, end] : [start, end + 1];
    const words = quote(markdown.slice(start + 1, end - 1));
    found.push({
      offset: from,
      rule: 'emphasis/not-read',
      severity: 'warning',
      what: `\`${quote(markdown.slice(from, to))}\` has two asterisks on one side and one on the other`,
      why: 'The page shows one of them, and the words in italics.',
      fix: `Write \`**${words}**\` for bold or \`*${words}*\` for italic text. If the asterisk is text, write \`\\*\`.`,
    });
  });
  return found;
}

/** Reports the first backtick of a block that neither opens nor closes code. In tables, a `|` may have cut the code apart, which has a rule of its own. */
function checkBackticks(block: ProseBlock, { text }: Prose, markdown: string): Leftover[] {
  if (block.type === 'tableCell') return [];
  const prose = text.slice(block.start, block.end);
  for (const { index, 0: run } of prose.matchAll(/`+/g)) {
    const mark = markAt(text, block.start + index, { ...block, length: run.length });
    if (!isCodeMark(mark) || isTypewriterQuote(run, prose.slice(index))) continue;
    if (run.length >= 3 && isLineStart(text, mark.offset)) return [indentedFence(mark.offset, run, markdown)];
    const words = quote(markdown.slice(mark.offset, Math.min(block.end, mark.offset + 30)));
    return [
      {
        offset: mark.offset,
        rule: 'code/not-read',
        severity: 'warning',
        what: `The backtick at “${words}” has no counterpart in its paragraph`,
        why: 'The page shows it as typed, and no code.',
        fix: `Write ${run} at the other end of the code too. If the backtick is text, write \\\`.`,
      },
    ];
  }
  return [];
}

function indentedFence(offset: number, run: string, markdown: string): Leftover {
  const [line = ''] = markdown.slice(offset).split('\n', 1);
  return {
    offset,
    rule: 'code/not-read',
    severity: 'warning',
    what: `${quote(line)} does not open a code block: it is indented too far`,
    why: 'The page shows the code as a paragraph.',
    fix: `Indent ${run} and the code like the paragraph before it.`,
  };
}

/** Returns whether a backtick directly before or after a word is meant to begin or end code, unlike that in `don\`t`. */
function isCodeMark({ before, following }: Mark): boolean {
  const opens = !/[a-z\d]$/i.test(before) && /^[\p{L}\p{N}/.$<_@#{[('"-]/u.test(following);
  const closes = /[\p{L}\p{N}]$/u.test(before) && !/^[a-z\d]/i.test(following);
  return (opens || closes) && !following.startsWith(mask);
}

/** Returns whether two backticks are a quotation mark of typewriters, which ends with two apostrophes: ``words''. */
function isTypewriterQuote(run: string, text: string): boolean {
  return run.length === 2 && text.includes("''");
}
