import type { Root, Text } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { Figures } from '../../figures/stage/figure.ts';
import { findFigureTexts, isFigure, readFigure } from '../../markdown/index.ts';
import { spanOf, type Mend } from './mend.ts';

/** Figures that Narani can't show as they are said to be, and words that it would take for one: they are written as text. */
export function mendFigures(tree: Root, figures: Figures): Mend[] {
  const mends: Mend[] = [];
  visit(tree, (node) => {
    if (isFigure(node)) mends.push(...mendFigure(node, figures));
    if (node.type === 'text') mends.push(...mendWords(node));
  });
  return mends;
}

function mendFigure(node: LeafDirective, figures: Figures): Mend[] {
  const { findings } = readFigure(node, figures);
  if (findings.length === 0) return [];
  const { start, line, column } = spanOf(node);
  return [
    {
      line,
      column,
      edits: [{ start, end: start, text: '\\' }],
      rule: 'import/figure',
      what: 'Unexpected `::figure`: written as text, `\\::figure`',
      why: `Narani shows a figure only if all of it is right (${findings.map(({ what }) => what).join('; ')}).`,
      fix: 'Nothing need be done if it is no figure of Narani’s; else correct it and bring the text in again.',
    },
  ];
}

function mendWords(node: Text): Mend[] {
  const { start, line, column } = spanOf(node);
  return findFigureTexts(node).map((index) => {
    const before = node.value.slice(0, index).split('\n').length - 1;
    return {
      line: line + before,
      column: before === 0 ? column : 1,
      edits: [{ start: start + index, end: start + index, text: '\\' }],
      rule: 'import/figure',
      what: 'Unexpected `figure` after colons as text: written with `\\` before them',
      why: 'Narani would take it for a figure that it could not read, and stop a build.',
      fix: 'Nothing need be done if it is text; a figure is `::figure{name="…"}`, alone on one line.',
    };
  });
}
