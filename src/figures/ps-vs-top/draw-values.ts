import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import { placeAt } from '../stage/position.ts';
import type { Value } from './words.ts';

/** Draws the two percentages in large type, each with a small rectangle as its symbol and the division that gives it. */
export function drawValues({ ps, top }: { ps: Value; top: Value }): Element[] {
  return [
    drawValue('0', { name: 'ps', kind: 'mean', symbol: 'M0 6H15V12H0Z', width: 15, ...ps }),
    drawValue('50%', { name: 'top', kind: 'latest', symbol: 'M0 0H6V12H0Z', width: 6, ...top }),
  ];
}

interface NamedValue extends Value {
  name: string;
  /** Class of its rectangle and its line. */
  kind: 'mean' | 'latest';
  symbol: string;
  /** Width of the symbol in pixels. */
  width: number;
}

function drawValue(x: string, { name, kind, symbol, width, cpu, dividend, divisor }: NamedValue): Element {
  return placeAt(
    x,
    0,
    el('path', { class: `block ${kind}`, d: symbol }),
    el('text', { class: 'start strong', x: width + 6, y: 12 }, name),
    el('text', { class: `start strong huge ${kind}`, x: 0, y: 48 }, `${cpu}%`),
    el('text', { class: 'start', x: 0, y: 66 }, dividend),
    el('text', { class: 'start', x: 0, y: 83 }, divisor),
  );
}
