import type { Element } from 'hast';
import { el } from './element.ts';
import type { StillFigure } from './figure.ts';

/** Where a figure stands in a text. */
export interface Placement {
  name: string;
  id: string | undefined;
  /** The state in which the text shows it, as pairs. */
  pairs: string;
}

/**
 * A figure as it stands in a page: without scripts it says its point, and a browser that has its view takes over what is in the
 * custom element.
 *
 * @example
 * <figure class="figure" id="figure-1"><figcaption>…</figcaption><narani-ps-vs-top data-pairs="preset=steady">…</narani-ps-vs-top></figure>
 */
export function frameFigure(
  { name, id, pairs }: Placement,
  { title, picture, description, others }: StillFigure,
): Element {
  return el(
    'figure',
    { class: 'figure', id },
    el('figcaption', {}, title),
    el(
      elementName(name),
      { 'data-pairs': pairs },
      el('div', { class: 'figure-picture' }, picture),
      el('p', { class: 'figure-description' }, description),
      others,
    ),
  );
}

/** The custom element that a figure’s view defines. */
export function elementName(name: string): string {
  return `narani-${name}`;
}
