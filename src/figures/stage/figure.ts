import type { Element, ElementContent } from 'hast';

/** A figure as a text places it and a build draws it, in the words of one language. */
export interface Figure {
  /** What a directive and an address may say of it, by key: `preset`, `every`. */
  settings: Readonly<Record<string, Setting>>;
  /** The figure as it stands without scripts, for pairs that its settings allow: `preset=steady&every=5`. */
  draw: (pairs: string) => StillFigure;
}

/** Figures by name. */
export type Figures = Readonly<Record<string, Figure>>;

/** What a setting can be. */
export type Setting =
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'number'; min: number; max: number }
  /** A form of its own, with one that is right for messages. */
  | { kind: 'text'; example: string; isRight: (text: string) => boolean };

/** A figure that does not move. */
export interface StillFigure {
  /** What it is called, for its caption. */
  title: string;
  /** The picture that says its point: an `svg` with `role` and `aria-label`, which a feed shows by itself. */
  picture: Element;
  /** What it shows in words. */
  description: string;
  /** What else stands under the picture: what tools print, a table behind a disclosure. */
  others: readonly ElementContent[];
}
