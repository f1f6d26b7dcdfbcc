import type { Element } from 'hast';
import { el, type Content } from '../stage/element.ts';
import { placeAt } from '../stage/position.ts';
import { formatRatio } from './describe.ts';
import { childrenPerAdult, legalRatio, type State } from './model/index.ts';
import type { ChildcareDayWords } from './words.ts';

/** Draws adults side by side: filled if certainly there, outlined if perhaps. */
export function drawAdults(presence: 'here' | 'perhaps', places: readonly number[]): Element {
  const d = places.map(
    (x) => `M${x - 3.5} 6V3a3.5 3.5 0 0 1 7 0V6ZM${x - 2.4} -3.6a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0Z`,
  );
  return el('path', { class: presence === 'here' ? 'person' : undefined, d: d.join('') });
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
  const discs = Array.from({ length: Math.ceil(count) }, (_, nth) =>
    disc(23 + 14 * nth, Math.min(count - nth, 1)),
  );
  const beyond = discs.slice(legalRatio).join('');
  return placeAt(
    '0',
    y,
    drawAdults('here', [5]),
    el('path', { class: 'child', d: discs.slice(0, legalRatio).join('') }),
    beyond !== '' && el('path', { class: 'child beyond', d: beyond }),
  );
}

/** Returns a disc around `x`, or only its left part up to a fraction of its width. */
function disc(x: number, fraction: number): string {
  const radius = 5.5;
  if (fraction === 1) return `M${x - radius} 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z`;
  const cut = radius * (2 * fraction - 1);
  const half = Math.sqrt(radius ** 2 - cut ** 2);
  const edge = (x + cut).toFixed(2);
  return `M${edge} ${(-half).toFixed(2)}A5.5 5.5 0 ${fraction > 0.5 ? 1 : 0} 0 ${edge} ${half.toFixed(2)}Z`;
}
