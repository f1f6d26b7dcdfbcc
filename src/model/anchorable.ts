/** Kinds of places that can have an anchor. A `figure` is a picture with a caption, a diagram or an interactive figure. */
export type AnchorKind = 'heading' | 'figure' | 'table' | 'footnote';

/** A place in a text that links can lead to. */
export interface Anchorable {
  kind: AnchorKind;
  /** The words of a heading or the label of a footnote; empty for other kinds. */
  text: string;
  /** Digest of the place's block; if there are several, of the first. */
  digest: string;
  /** Indices of the place's blocks in the text. */
  blocks: readonly number[];
  /** Id written by the author: `{#id}` on a heading, `#id` on an interactive figure. */
  explicitId?: string | undefined;
  /** Number of references to a footnote in the text. */
  references?: number | undefined;
}

/** The id that remark-rehype gives to the heading of the footnotes. Footnote references name it in `aria-describedby`. */
export const footnotesAnchor = 'footnote-label';

/** Lists every id that places put on their page. `ids` holds the anchor of each place. */
export function listIds(places: readonly Anchorable[], ids: readonly string[]): string[] {
  return places.flatMap((place, index) => idsOfPlace(place, ids[index] ?? ''));
}

/** Lists every id that a place puts on its page: a footnote also has one for each reference, made from its own. */
export function idsOfPlace(
  { kind, references = 1 }: Pick<Anchorable, 'kind' | 'references'>,
  id: string,
): string[] {
  if (kind !== 'footnote') return [id];
  const first = id.replace(/^fn-/, 'fnref-');
  const others = Array.from({ length: Math.max(0, references - 1) }, (_, index) => `${first}-${index + 2}`);
  return [id, first, ...others];
}

/** Guesses the kind of place from the form of its id; an author may have written any form for a heading. */
export function kindOfId(id: string): AnchorKind {
  if (id.startsWith('fn-')) return 'footnote';
  const [, kind] = /^(figure|table)-\d+$/.exec(id) ?? [];
  return kind === 'figure' || kind === 'table' ? kind : 'heading';
}
