import type { Html, Parents } from 'mdast';
import type { Point } from 'unist';
import type { Balanced } from './balance.ts';
import type { Piece } from './token.ts';

/** The raw HTML of a container and what becomes of it. */
export interface BalancedHtml extends Balanced {
  parent: Parents;
  pieces: readonly Piece[];
  isInline: boolean;
}

/** Returns the point in the text at an offset of raw HTML. */
export function pointAt({ value, position }: Html, offset: number): Point {
  const lines = value.slice(0, offset).split('\n');
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { line: line + lines.length - 1, column: column + (lines.at(-1)?.length ?? 0) };
}
