import type { Element, ElementContent } from 'hast';
import { el } from './element.ts';

/** A figure that a build can draw, with its text in one language. */
export interface Figure {
  /** Settings that a directive or a URL fragment may contain, by key: `preset`, `every`. */
  settings: Readonly<Record<string, Setting>>;
  /** Draws the static figure for `key=value` pairs that `settings` allows: `preset=steady&every=5`. */
  draw: (pairs: string) => StaticFigure;
}

/** Figures by name. */
export type Figures = Readonly<Record<string, Figure>>;

/** The values a setting accepts. */
export type Setting =
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'number'; min: number; max: number }
  /** Text in a format that the figure parses. Error messages show `example`. */
  | { kind: 'text'; example: string; isValid: (text: string) => boolean };

/** A figure as it appears without JavaScript. */
export interface StaticFigure {
  /** Text of the caption. */
  title: string;
  /** An `svg` with `role` and `aria-label` that makes the figure’s point by itself; feeds show only this. */
  picture: Element;
  /** Describes in words what the picture shows. */
  description: string;
  /** Elements below the description: folded panels (`drawPanel`), and the data table (`drawStaticTable`). */
  others: readonly ElementContent[];
}

/** A figure directive as it appears in a text. */
export interface Placement {
  name: string;
  id: string | undefined;
  /** The state that the text asks for, as `key=value` pairs. */
  pairs: string;
}

/**
 * Wraps a static figure in the markup of a page: a caption, and a custom element whose content is complete without JavaScript and
 * is hydrated by the figure’s view.
 *
 * @example
 * <figure class="figure" id="figure-1"><figcaption>…</figcaption><narani-ps-vs-top data-pairs="preset=steady">…</narani-ps-vs-top></figure>
 */
export function frameFigure(
  { name, id, pairs }: Placement,
  { title, picture, description, others }: StaticFigure,
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

/** Returns the tag name of a figure’s custom element: `ps-vs-top` → `narani-ps-vs-top`. */
export function elementName(name: string): string {
  return `narani-${name}`;
}
