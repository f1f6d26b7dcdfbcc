import { visit } from '../../tree/index.ts';
import { quote } from '../quote.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';
import { marksIn, type Mark } from './mark.ts';
import type { Prose, ProseBlock } from './prose.ts';

/** Reports `**`, `__` and `~~` that are shown as typed. Leaves operators, placeholders and masked names alone. */
export function findUnreadEmphasis(context: LeftoverContext): Leftover[] {
  const { prose, markdown } = context;
  const found = prose.blocks.flatMap((block, index) =>
    kinds.flatMap((kind) => checkMarks(kind, { block, next: prose.blocks[index + 1], prose, markdown })),
  );
  return [...found, ...findUnequalAsterisks(context)];
}

interface Kind {
  characters: string;
  /** Matches the mark, but not longer runs of its characters. */
  pattern: RegExp;
  /** The style of words between two such marks. */
  name: string;
  /** Returns whether a single mark is meant to open emphasis, and not as text. */
  canOpen: (mark: Mark) => boolean;
}

const kinds: readonly Kind[] = [
  {
    characters: '**',
    pattern: /(?<!\*)\*\*(?!\*)/g,
    name: 'bold text',
    canOpen: ({ before, following }) => !isSpace(following) && !/[a-z\d]$/i.test(before),
  },
  {
    characters: '__',
    pattern: /(?<!_)__(?!_)/g,
    name: 'bold text',
    // Names in code begin with underscores (`__dirname`), but not with Hangul.
    canOpen: ({ before, following }) => /[\s(“‘「]$/.test(before) && /^[가-힣]/.test(following),
  },
  {
    characters: '~~',
    pattern: /(?<!~)~~(?!~)/g,
    name: 'struck-out text',
    // In Korean, `네~~` is drawn out, and `~~하는` has a blank for any word.
    canOpen: ({ before, following }) =>
      /[\s(“‘「]$/.test(before) && /^[\p{L}\p{N}“‘(]/u.test(following) && !blank.test(following),
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

function checkMarks(kind: Kind, { block, next, prose, markdown }: BlockContext): Leftover[] {
  const marks = marksIn(kind.pattern, block, prose.text).filter((mark) => !isText(mark));
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
      const goesOn = next !== undefined && marksIn(kind.pattern, next, prose.text).length % 2 === 1;
      found.push(singleLeftover(kind, first, { markdown, goesOn, block }));
    }
  }
  return found;
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
function isPair(first: Mark, second: Mark, { characters, canOpen }: Kind): boolean {
  const hasInnerSpace = isSpace(first.following) || /\s$/.test(second.before);
  if (!hasInnerSpace) return false;
  return canOpen(first) || (characters === '**' && isSpace(first.following) && !/\S$/.test(first.before));
}

function pairLeftover({ characters, name }: Kind, first: Mark, second: Mark, markdown: string): Leftover {
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

function singleLeftover(
  { characters, name }: Kind,
  { offset }: Mark,
  { markdown, goesOn, block }: { markdown: string; goesOn: boolean; block: ProseBlock },
): Leftover {
  const words = quote(markdown.slice(offset + 2, Math.min(block.end, offset + 30)));
  return {
    offset,
    rule: 'emphasis/not-read',
    severity: 'warning',
    what: `The \`${characters}\` before “${words}” has no counterpart in its paragraph`,
    why: `The page shows \`${characters}\` as typed.${goesOn ? ' Emphasis can’t go on after a blank line.' : ''}`,
    fix: `Write \`${characters}\` at the other end of the ${name} too${goesOn ? ', and at both ends in the next paragraph' : ''}. If the characters are text, write \`${escape(characters)}\`.`,
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
