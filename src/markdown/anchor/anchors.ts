import type { Anchorable } from '../../model/index.ts';

/** The ids of a text, as rendering puts them where they belong. */
export interface TextAnchors {
  /** Of the headings in order. */
  anchors: readonly string[];
  /** Of figures and tables, by number of block. */
  blockIds: Readonly<Record<number, string>>;
  /** What each footnote is called in its ids, by its label: `note` of `fn-note`. */
  footnotes: Readonly<Record<string, string>>;
}

/** Sort the ids of a text's places, given in their order, by where they belong. */
export function sortAnchors(places: readonly Anchorable[], ids: readonly string[]): TextAnchors {
  const named = places.map((place, index) => ({ ...place, id: ids[index] ?? '' }));
  const ofKind = (...kinds: Anchorable['kind'][]) => named.filter(({ kind }) => kinds.includes(kind));
  return {
    anchors: ofKind('heading').map(({ id }) => id),
    blockIds: Object.fromEntries(
      ofKind('figure', 'table').map(({ blocks: [number = -1], id }) => [number, id]),
    ),
    footnotes: Object.fromEntries(ofKind('footnote').map(({ text, id }) => [text, id.replace(/^fn-/, '')])),
  };
}
