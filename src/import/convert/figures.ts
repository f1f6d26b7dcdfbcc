import type { Root, Text } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { visit } from '../../tree/index.ts';
import type { Figures } from '../../figures/stage/figure.ts';
import { findFigureTexts, isFigure, parseFigure } from '../../markdown/index.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Escapes figures that Narani can’t show as written, and text that it would read as a malformed figure. */
export function convertFigures(tree: Root, figures: Figures): Conversion[] {
  const conversions: Conversion[] = [];
  visit(tree, (node) => {
    if (isFigure(node)) conversions.push(...convertFigure(node, figures));
    if (node.type === 'text') conversions.push(...convertWords(node));
  });
  return conversions;
}

function convertFigure(node: LeafDirective, figures: Figures): Conversion[] {
  const { findings } = parseFigure(node, figures);
  if (findings.length === 0) return [];
  const { start, line, column } = spanOf(node);
  return [
    {
      line,
      column,
      edits: [{ start, end: start, text: '\\' }],
      rule: 'import/figure',
      what: '`::figure` with mistakes: converted to text, `\\::figure`',
      why: `A figure with mistakes would stop a build (${findings.map(({ what }) => what).join('; ')}).`,
      fix: 'Nothing to do if this is not a figure of Narani. Otherwise correct it and import the text again.',
    },
  ];
}

function convertWords(node: Text): Conversion[] {
  const { start, line, column } = spanOf(node);
  return findFigureTexts(node).map((index) => {
    const before = node.value.slice(0, index).split('\n').length - 1;
    return {
      line: line + before,
      column: before === 0 ? column : 1,
      edits: [{ start: start + index, end: start + index, text: '\\' }],
      rule: 'import/figure',
      what: 'Text that looks like a figure (`:figure`): escaped with `\\`',
      why: 'A build would stop at it as at a malformed figure.',
      fix: 'Nothing to do if it is text. A figure is `::figure{name="…"}`, alone on one line.',
    };
  });
}
