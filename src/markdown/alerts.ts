import type { Blockquote, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Point } from 'unist';
import { SKIP, visit } from '../tree/index.ts';
import { isCalloutKind } from './callouts.ts';

declare module 'mdast-util-directive' {
  interface ContainerDirectiveData {
    /** Whether the text writes the callout as a quote: `> [!NOTE]`. */
    isAlert?: boolean;
  }
}

/**
 * Turns quotes that begin with `[!NOTE]`, as on GitHub and in Obsidian, into the nodes that `:::note` has, so that every
 * later step treats both alike. Text after the marker, on its line, is the title.
 *
 * @example
 * > [!WARNING] 뜨거운 김          →  :::warning[뜨거운 김]
 * > 뚜껑은 몸 바깥쪽으로 연다.        뚜껑은 몸 바깥쪽으로 연다.
 *                                   :::
 */
export function resolveAlerts(tree: Root, markdown: string): void {
  visit(tree, 'blockquote', (node, index, parent) => {
    const alert = toCallout(node, markdown);
    if (alert === undefined || parent === undefined || index === undefined) return;
    parent.children[index] = alert;
    // Visits the new node, as it may contain other alerts.
    return [SKIP, index];
  });
}

function toCallout(quote: Blockquote, markdown: string): ContainerDirective | undefined {
  const found = findAlertMarker(quote, markdown);
  const [paragraph, ...others] = quote.children;
  const kind = found?.name.toLowerCase() ?? '';
  if (found === undefined || paragraph?.type !== 'paragraph' || !isCalloutKind(kind)) return undefined;
  removeStart(found.text, found.marker.length);
  const [title, content] = splitFirstLine(paragraph, markdown);
  const paragraphs = [{ ...title, data: { directiveLabel: true } }, content];
  return {
    type: 'containerDirective',
    name: kind,
    attributes: {},
    children: [...paragraphs.filter(({ children }) => children.length > 0), ...others],
    data: { isAlert: true },
    ...(quote.position === undefined ? {} : { position: quote.position }),
  };
}

/** The marker of an alert with the spaces after it, its name as written, and the text that begins with it. */
interface AlertMarker {
  marker: string;
  name: string;
  text: Text;
}

/**
 * Returns the marker that a quote begins with, whether or not Narani knows its name. In Obsidian, `[!note]-` is folded; callouts of
 * Narani never are.
 */
export function findAlertMarker({ children }: Blockquote, markdown: string): AlertMarker | undefined {
  const text = children[0]?.type === 'paragraph' ? children[0].children[0] : undefined;
  if (text?.type !== 'text') return undefined;
  const [marker, name = ''] = /^\[!([a-z]+)\][+-]?[ \t]*/i.exec(text.value) ?? [];
  // `\[!NOTE]` has the same value.
  if (marker === undefined || markdown[text.position?.start.offset ?? -1] === '\\') return undefined;
  return { marker, name, text };
}

/** Removes characters without escapes from the start of a text. */
function removeStart(text: Text, length: number): void {
  text.value = text.value.slice(length);
  if (text.position === undefined) return;
  const { line, column, offset = 0 } = text.position.start;
  text.position.start = { line, column: column + length, offset: offset + length };
}

/** Splits a paragraph after its first line. Either part may be empty. */
function splitFirstLine({ children }: Paragraph, markdown: string): [first: Paragraph, rest: Paragraph] {
  const index = children.findIndex((each) => each.type === 'break' || hasLineEnding(each, markdown));
  if (index === -1) return [toParagraph(children), toParagraph([])];
  const [before, after] = splitNode(children[index], markdown);
  return [
    toParagraph([...children.slice(0, index), ...before]),
    toParagraph([...after, ...children.slice(index + 1)]),
  ];
}

function toParagraph(nodes: readonly PhrasingContent[]): Paragraph {
  const children = nodes.filter((node) => node.type !== 'text' || node.value !== '');
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  return { type: 'paragraph', children, ...between(start, end) };
}

/** Returns whether a node is text of several lines. An entity (`&#10;`) ends no line. */
function hasLineEnding({ type, position }: PhrasingContent, markdown: string): boolean {
  return type === 'text' && markdown.slice(position?.start.offset, position?.end.offset).includes('\n');
}

/** Splits a text node at its first line ending, which is in neither part. A hard break has no parts. */
function splitNode(
  node: PhrasingContent | undefined,
  markdown: string,
): [PhrasingContent[], PhrasingContent[]] {
  if (node?.type !== 'text') return [[], []];
  const [first = ''] = node.value.split('\n', 1);
  const { start, end } = node.position ?? {};
  const lineEnd = markdown.indexOf('\n', start?.offset ?? 0);
  // The next line begins with the prefixes of its containers, such as `> `.
  const indent = /[ \t>]*/y;
  indent.lastIndex = lineEnd + 1;
  const column = (indent.exec(markdown)?.[0].length ?? 0) + 1;
  const { line = 1, column: startColumn = 1, offset = 0 } = start ?? {};
  const endOfFirst = { line, column: startColumn + lineEnd - offset, offset: lineEnd };
  const startOfRest = { line: line + 1, column, offset: lineEnd + column };
  return [
    [{ type: 'text', value: first, ...between(start, endOfFirst) }],
    [{ type: 'text', value: node.value.slice(first.length + 1), ...between(startOfRest, end) }],
  ];
}

function between(start: Point | undefined, end: Point | undefined) {
  return start === undefined || end === undefined ? {} : { position: { start, end } };
}
