import type { Code, Parents } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from '../../tree/index.ts';
import { count } from '../../diagnostics/index.ts';
import { quote } from '../quote.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';

/** Reports code blocks and callouts that are never closed, with the lines that they swallow, and fences within code blocks. */
export function findUnclosedBlocks({ tree, markdown }: LeftoverContext): Leftover[] {
  const found: Leftover[] = [];
  visit(tree, (node, _, parent) => {
    if (node.type === 'code') found.push(...checkFence(node, markdown));
    if (node.type === 'containerDirective' && node.data?.isAlert !== true)
      found.push(...checkContainer(node, parent, markdown));
  });
  return found;
}

/** The lines of a block without the prefixes of its containers; the first is the one that opens it. */
interface BlockLines {
  offset: number;
  line: number;
  lines: readonly string[];
  /** The first line with words after the block, and its number; `undefined` at the end of the text. */
  next: { text: string; line: number } | undefined;
}

function linesOf({ position }: Code | ContainerDirective, markdown: string): BlockLines {
  const { start: { offset = 0, line = 1 } = {}, end: { offset: end = 0 } = {} } = position ?? {};
  const lines = markdown.slice(offset, end).split('\n');
  return {
    offset,
    line,
    lines: lines.map((each, index) => (index === 0 ? each : each.replace(/^[ \t>]+/, ''))),
    next: nextLine(markdown, end, line + lines.length),
  };
}

function nextLine(markdown: string, offset: number, line: number): BlockLines['next'] {
  const [blank = ''] = /^\s*/.exec(markdown.slice(offset)) ?? [];
  const start = offset + blank.length;
  if (start === markdown.length) return undefined;
  const [text = ''] = markdown.slice(start).split('\n', 1);
  return { text: text.replace(/^[ \t>]+/, ''), line: line + blank.split('\n').length - 2 };
}

function checkFence(node: Code, markdown: string): Leftover[] {
  const block = linesOf(node, markdown);
  const [fence] = /^(?:`{3,}|~{3,})/.exec(block.lines[0] ?? '') ?? [];
  if (fence === undefined) return [];
  if (isClosed(block, fence)) return fencesInside(block, fence);
  const attempt = findAttempt(block, fence);
  return [
    {
      offset: block.offset,
      rule: 'code/unclosed',
      severity: 'warning',
      what: `This code block is never closed${describeSwallowed(block)}${attempt === undefined ? '' : `; ${attempt.problem}`}`,
      why: 'Readers get everything after its first line as code, without headings, links and emphasis.',
      fix:
        attempt?.fix ?? `Write ${fence} alone on a line where the code ends, indented like the first line.`,
    },
  ];
}

/** Returns whether the last line closes a block: as many of the same characters, and nothing else. */
function isClosed({ lines }: BlockLines, opening: string): boolean {
  return lines.length > 1 && closes(lines.at(-1) ?? '', opening);
}

function closes(line: string, opening: string): boolean {
  const run = line.trimEnd();
  return run.length >= opening.length && run === (opening[0] ?? '').repeat(run.length);
}

/** Finds the first line that was meant to close a code block but doesn't. */
function findAttempt(
  { lines, line, next }: BlockLines,
  fence: string,
): { problem: string; fix: string } | undefined {
  const character = fence[0] ?? '';
  for (const [index, text] of lines.entries()) {
    const run = text.trimEnd();
    if (index === 0 || !run.startsWith(character)) continue;
    const at = `line ${line + index}`;
    if (run === character.repeat(run.length))
      return {
        problem: `${at}, ${run}, is shorter than ${fence} and does not close it`,
        fix: `Write ${fence} in ${at}.`,
      };
    if (run.startsWith(fence))
      return {
        problem: `${at}, ${quote(run)}, has text after ${fence} and does not close it`,
        fix: `Write ${fence} alone on a line where the code ends: before ${at}, or in its place.`,
      };
  }
  if (next === undefined || !closes(next.text, fence)) return undefined;
  return {
    problem: `line ${next.line}, ${next.text}, is indented less and does not close it`,
    fix: `Indent line ${next.line} like line ${line}.`,
  };
}

/** Returns whether a line opens a code block with a language, and so can't close one. */
function opensFence(line: string): boolean {
  return /^(?:`{3,}|~{3,})[ \t]*[^\s`~]/.test(line);
}

/** Reports lines of a code block that look like the beginning of another one. */
function fencesInside({ offset, line, lines }: BlockLines, fence: string): Leftover[] {
  const inside = lines.findIndex((each, index) => index > 0 && each.startsWith(fence) && opensFence(each));
  if (inside === -1) return [];
  const longer = (fence[0] ?? '') + fence;
  return [
    {
      offset,
      rule: 'code/fence-inside',
      severity: 'warning',
      what: `Line ${line + inside}, ${quote(lines[inside] ?? '')}, is part of this code block and opens none of its own`,
      why: `A block that begins with ${fence} ends at the next line that is only ${fence}, so what was meant as code or text may be the other.`,
      fix: `If the block should end before line ${line + inside}, write ${fence} there. If the line is part of the code, write ${longer} in the first and last line of the block.`,
    },
  ];
}

function checkContainer(node: ContainerDirective, parent: Parents | undefined, markdown: string): Leftover[] {
  const block = linesOf(node, markdown);
  const [colons = ':::'] = /^:{3,}/.exec(block.lines[0] ?? '') ?? [];
  if (isClosed(block, colons)) return [];
  const opening = `${colons}${node.name}`;
  const short = block.lines.findIndex((line, index) => index > 0 && /^:{3,}[ \t]*$/.test(line));
  const at = `line ${block.line + short}`;
  const problem =
    short === -1 ? '' : `; ${at}, \`${block.lines[short] ?? ''}\`, is shorter and does not close it`;
  return [
    {
      offset: block.offset,
      rule: 'directive/unclosed',
      severity: 'warning',
      what: `This \`${opening}\` is never closed${describeSwallowed(block)}${problem}`,
      why: 'Readers take everything up to there for part of it.',
      fix:
        short === -1
          ? fixForContainer(colons, parent)
          : `Write \`${colons}\` in ${at}, or \`${colons}\` alone on a line where it ends.`,
    },
  ];
}

/** A callout in a callout with as many colons is cut off by the line that was meant for itself: that closes the one around it. */
function fixForContainer(colons: string, parent: Parents | undefined): string {
  if (parent?.type !== 'containerDirective' || parent.data?.isAlert === true)
    return `Write \`${colons}\` alone on a line where it ends, indented like its first line.`;
  return `Write \`${colons}\` alone on a line where it ends, and give the one around it more colons at both ends: \`${colons}:${parent.name}\` and \`${colons}:\`.`;
}

/** Describes the lines of a block after the first, and the headings among them. */
function describeSwallowed({ lines, next }: BlockLines): string {
  const swallowed = lines.slice(1).join('\n').trimEnd().split('\n');
  if (swallowed.join('').trim() === '') return '';
  const headings = swallowed.filter((each) => /^#{2,6}[ \t]+\S/.test(each));
  const [first = ''] = headings;
  const others = headings.length > 1 ? ` and ${count(headings.length - 1, 'other heading')}` : '';
  const among = headings.length === 0 ? '' : `, among them \`${quote(first)}\`${others}`;
  const lineCount = swallowed.length === 1 ? 'the line' : `the ${count(swallowed.length, 'line')}`;
  return `: it contains ${lineCount} after it${next === undefined ? ', to the end of the text' : ''}${among}`;
}
