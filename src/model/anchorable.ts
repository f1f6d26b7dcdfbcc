/** What can have an anchor: a picture or a diagram with others of its kind is a figure. */
export type AnchorKind = 'heading' | 'figure' | 'table' | 'footnote';

/** A place in a text that links can lead to. */
export interface Anchorable {
  kind: AnchorKind;
  /** The words of a heading, the label of a footnote; of others nothing. */
  text: string;
  /** Digest of the block that it is, or begins with. */
  digest: string;
  /** Numbers of the blocks that it is made of. */
  blocks: readonly number[];
  /** Written by the author of a heading as `{#id}`, of a figure that runs as `#id`; absent where it is to be made. */
  explicitId?: string | undefined;
  /** How often a footnote is called. */
  references?: number | undefined;
}

/** Every id that a text's places have on its page, given those of each. */
export function listIds(places: readonly Anchorable[], ids: readonly string[]): string[] {
  return places.flatMap((place, index) => idsOfPlace(place, ids[index] ?? ''));
}

/** Every id that a place has on its page: those of a footnote and of all its calls are made of one. */
export function idsOfPlace(
  { kind, references = 1 }: Pick<Anchorable, 'kind' | 'references'>,
  id: string,
): string[] {
  if (kind !== 'footnote') return [id];
  const call = id.replace(/^fn-/, 'fnref-');
  return [
    id,
    call,
    ...Array.from({ length: Math.max(0, references - 1) }, (_, index) => `${call}-${index + 2}`),
  ];
}

/** The kind of place that an id was made for, as far as it tells. */
export function kindOfId(id: string): AnchorKind {
  if (id.startsWith('fn-')) return 'footnote';
  const [, kind] = /^(figure|table)-\d+$/.exec(id) ?? [];
  return kind === 'figure' || kind === 'table' ? kind : 'heading';
}
