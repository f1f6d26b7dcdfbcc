import type { Element } from 'hast';
import { el, type Content } from '../../stage/element.ts';
import { percent } from './columns.ts';

/** Paths in thousandths of the width and in pixels of the height, over the whole picture. */
export function layer(height: number, ...paths: Content[]): Element {
  return el(
    'svg',
    { width: '100%', height, viewBox: `0 0 1000 ${height}`, preserveAspectRatio: 'none' },
    ...paths,
  );
}

/** What keeps its form at any width, around a place in the picture. */
export function mark(x: number, y: number, ...shapes: Content[]): Element {
  return el('svg', { x: percent(x), y, overflow: 'visible' }, ...shapes);
}

/** A path of a layer, whose line is as wide everywhere. */
export function path(name: string, d: string): Element | undefined {
  return d === '' ? undefined : el('path', { class: name, d, 'vector-effect': 'non-scaling-stroke' });
}
