import type { Element } from 'hast';
import { el, type Content } from '../../stage/element.ts';

/** Creates a layer over the whole picture for paths, in thousandths of the width and pixels of the height. */
export function layer(height: number, ...paths: Content[]): Element {
  return el(
    'svg',
    { width: '100%', height, viewBox: `0 0 1000 ${height}`, preserveAspectRatio: 'none' },
    ...paths,
  );
}

/** Creates a path of a layer, whose stroke keeps its width when the layer is stretched. Returns `undefined` for an empty path. */
export function path(name: string, d: string): Element | undefined {
  return d === '' ? undefined : el('path', { class: name, d, 'vector-effect': 'non-scaling-stroke' });
}
