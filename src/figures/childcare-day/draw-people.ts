import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { formatRatio } from './describe.ts';
import { childrenPerAdult, legalRatio, type State } from './model/index.ts';
import type { ChildcareDayWords } from './words.ts';

/** Draws an adult: filled if certainly there, outlined if perhaps. */
export function drawPerson(x: number, presence: 'here' | 'perhaps'): Element {
  return el(
    'g',
    { transform: `translate(${x} 0)` },
    el('path', {
      class: presence === 'here' ? 'person' : '',
      d: 'M-3.5 6V3a3.5 3.5 0 0 1 7 0V6ZM-2.4 -3.6a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0Z',
    }),
  );
}

/** Draws how many children there are per adult: in the law, and on the floor at the given opening hours. */
export function drawStrip({ open }: State, { strip }: ChildcareDayWords, y: number): Content[] {
  return [
    el('text', { class: 'start strong', x: '0', y }, strip.title),
    drawRatio({ count: legalRatio, value: String(legalRatio), size: 'medium', label: strip.law }, y + 26),
    drawRatio(
      {
        count: childrenPerAdult(open),
        value: formatRatio(open),
        size: 'large',
        label: strip.floor(String(open)),
      },
      y + 56,
    ),
  ];
}

interface Ratio {
  /** Children per adult, and the same as text. */
  count: number;
  value: string;
  size: 'medium' | 'large';
  label: string;
}

/** Draws one adult and as many children, their number and what it is. */
function drawRatio({ count, value, size, label }: Ratio, y: number): Element[] {
  return [
    drawChildren(count, y - 6),
    el('text', { class: `end strong ${size}`, x: 138, y }, value),
    el('text', { class: 'start', x: 148, y }, label),
  ];
}

/** Draws one adult and as many children; those beyond the law in another color, and the last one in part. */
function drawChildren(count: number, y: number): Element {
  return el(
    'svg',
    { x: 0, y, overflow: 'visible' },
    drawPerson(5, 'here'),
    Array.from({ length: Math.ceil(count) }, (_, nth) =>
      el(
        'g',
        { transform: `translate(${23 + 14 * nth} 0)` },
        el('path', { class: nth < legalRatio ? 'child' : 'child beyond', d: disc(Math.min(count - nth, 1)) }),
      ),
    ),
  );
}

/** Returns the left part of a disc, cut off at a fraction of its width. */
function disc(fraction: number): string {
  const radius = 5.5;
  if (fraction === 1)
    return `M-${radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0Z`;
  const cut = radius * (2 * fraction - 1);
  const half = Math.sqrt(radius ** 2 - cut ** 2);
  const [x, above, below] = [cut, -half, half].map((each) => each.toFixed(2));
  return `M${x} ${above}A${radius} ${radius} 0 ${fraction > 0.5 ? 1 : 0} 0 ${x} ${below}Z`;
}
