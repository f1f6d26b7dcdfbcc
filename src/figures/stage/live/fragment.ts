/** What the fragment of an address says of a figure. */
export interface FigureFragment {
  /** Id of the figure. */
  id: string;
  /** Its state, as pairs. */
  pairs: string;
}

/**
 * What a fragment says of a figure, however the programs have escaped it that passed the address on.
 *
 * @example
 * parseFragment('#load:preset%3Dsteady&every=5') // { id: 'load', pairs: 'preset=steady&every=5' }
 */
export function parseFragment(hash: string): FigureFragment | undefined {
  const [, id, pairs] = /^#([^:]+):(.*)$/s.exec(decode(hash)) ?? [];
  return id === undefined || pairs === undefined ? undefined : { id, pairs };
}

/** The fragment that leads to a figure in a state. */
export function toFragment({ id, pairs }: FigureFragment): string {
  return `#${id}:${pairs}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
