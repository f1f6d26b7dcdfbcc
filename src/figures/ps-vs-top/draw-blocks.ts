import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { percent, placeAt, roundToTenth } from '../stage/position.ts';
import { blockArea, timeAxis, type Scales } from './areas.ts';
import type { Reading } from './model/index.ts';

/**
 * Draws each value as a rectangle: as wide as the time by which the tool divides, and as high as the percentage, so that its area
 * is the CPU time it counts.
 */
export function drawBlocks({ moment, ps, top }: Reading, limit: number, scales: Scales): Content[] {
  const { top: highest, bottom } = blockArea;
  const blocks: readonly Block[] = [
    { kind: 'mean', start: 0, end: ps.age, level: Number(ps.cpu) },
    { kind: 'latest', start: moment - top.interval, end: moment, level: Number(top.cpu) },
  ];
  return [
    el('line', { class: 'grid', x1: '0', x2: '100%', y1: highest, y2: highest }),
    el('text', { class: 'start soft', x: 0, y: highest - 4 }, `${limit}%`),
    blocks.map((block) => drawBlock(block, block.kind, scales)),
    // The rectangle of `top` covers a part of the other. The edge shows that it goes on behind.
    blocks.slice(0, 1).map((block) => drawBlock(block, 'edge', scales)),
    blocks.map((block) => drawArrows(block, limit, scales)),
    el('line', { class: 'axis', x1: percent(timeAxis.left), x2: '100%', y1: bottom, y2: bottom }),
  ];
}

interface Block {
  kind: 'mean' | 'latest';
  /** The time it covers, in ticks. */
  start: number;
  end: number;
  /** Its height: the printed percentage. */
  level: number;
}

function drawBlock({ start, end, level }: Block, style: string, { x, y }: Scales): Element {
  const left = Math.max(x(start), 0);
  const top = Math.max(Math.min(y(level), blockArea.bottom - minHeight), blockArea.top);
  return el('rect', {
    class: `block ${style}`,
    x: percent(left),
    y: roundToTenth(top),
    width: percent(Math.max(x(end) - left, minWidth)),
    height: roundToTenth(blockArea.bottom - top),
  });
}

/** A rectangle of 0 % still shows the time it covers, as a line. In pixels. */
const minHeight = 4;

/** A rectangle of age 0 still shows. In percent of the picture’s width. */
const minWidth = 1.2;

/** Draws an arrow where a rectangle goes on outside the picture. */
function drawArrows({ kind, start, end, level }: Block, limit: number, { x }: Scales): Content[] {
  const style = `line head ${kind}`;
  const middle = percent((Math.max(x(start), 0) + x(end)) / 2);
  return [
    x(start) < 0 && placeAt('0', blockArea.bottom, el('path', { class: style, d: 'M-2 -9L-7 -5L-2 -1Z' })),
    // Releases that count in whole seconds can print more than the limit.
    level > limit && placeAt(middle, blockArea.top, el('path', { class: style, d: 'M-5 7H5L0 1Z' })),
  ];
}
