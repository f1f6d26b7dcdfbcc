/** The state of a figure in a URL fragment. */
export interface FigureFragment {
  /** Id of the figure. */
  id: string;
  /** State of the figure, as `key=value` pairs. */
  pairs: string;
}

/**
 * Returns the state of the figure `id` in a URL fragment, as `key=value` pairs, or `undefined` if the fragment names
 * another place. Decodes percent-encoding, which mail and chat programs add to links. The id may contain a colon itself: ids of
 * the other language on a side-by-side page do.
 *
 * @example
 * findFigureState('#load:preset%3Dsteady&every=5', 'load') // 'preset=steady&every=5'
 */
export function findFigureState(hash: string, id: string): string | undefined {
  const start = `#${id}:`;
  const fragment = decode(hash);
  return id !== '' && fragment.startsWith(start) ? fragment.slice(start.length) : undefined;
}

/** Returns the URL fragment that shows a figure in a state. */
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
