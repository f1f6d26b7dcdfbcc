/** What the fragment of an address says of a figure. */
export interface FigureFragment {
  /** Id of the figure. */
  id: string;
  /** Its state, as pairs. */
  pairs: string;
}

/**
 * The state, as pairs, in which a fragment shows the figure of an id, however the programs have escaped it that passed the
 * address on; nothing where it does not name that figure. Where both languages stand side by side, an id may have a colon too.
 *
 * @example
 * findPairs('#load:preset%3Dsteady&every=5', 'load') // 'preset=steady&every=5'
 */
export function findPairs(hash: string, id: string): string | undefined {
  const start = `#${id}:`;
  const fragment = decode(hash);
  return id !== '' && fragment.startsWith(start) ? fragment.slice(start.length) : undefined;
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
