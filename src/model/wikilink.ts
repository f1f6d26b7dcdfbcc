/** A link by name, as wikis and Obsidian have it: `[[name]]`, `[[name#id]]`, `[[name|words]]`. */
export interface Wikilink {
  /** Slug, title or former slug of the target. */
  name: string;
  /** Anchor in the target. */
  id: string | undefined;
  /** The words of the link; by default, the target’s title. */
  words: string | undefined;
}

/**
 * Matches a link by name. In the cells of a table, its `|` is written `\|`. Its parts contain no brackets and no line breaks, and the
 * name begins with neither space nor `^`, which begins a footnote.
 */
const pattern = /^\[\[([^\s^[\]|#][^[\]\n|#]*?)(?:#([^[\]\n|]*?))?(?:\\?\|([^[\]\n]*))?\]\]$/;

/** Parses a link by name from its brackets on. Returns `undefined` if it is none. */
export function parseWikilink(written: string): Wikilink | undefined {
  const [, name, id, words] = pattern.exec(written) ?? [];
  if (name === undefined) return undefined;
  const shown = words?.trim();
  return {
    name: name.trim(),
    id: id === undefined || id.trim() === '' ? undefined : id.trim(),
    words: shown === '' ? undefined : shown,
  };
}

/** Writes a link by name with another name, and with everything else as it was. */
export function renameWikilink(written: string, name: string): string {
  const end = /[#|\]\\]/.exec(written)?.index ?? written.length;
  return `[[${name}${written.slice(end)}`;
}
