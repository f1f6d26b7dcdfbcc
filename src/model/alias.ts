/** A former name or address of an article or single page, parsed. */
export type Alias =
  /** A former slug: what it named leads to the same page, in every language. */
  | { type: 'slug'; slug: string }
  /** A former address of the site, decoded and without the leading slash: `2015/03/12/old/`. */
  | { type: 'address'; path: string };

/** Longest name of a file on common file systems, in bytes of UTF-8. */
const longestName = 255;

/**
 * Parses an alias as an author writes it: a slug, or an address from the root of the site. Returns `undefined` if it is neither.
 *
 * @example
 * parseAlias('old-name') // { type: 'slug', slug: 'old-name' }
 * parseAlias('/2015/%EA%B8%80/') // { type: 'address', path: '2015/글/' }
 */
export function parseAlias(written: string): Alias | undefined {
  if (explainAlias(written) !== undefined) return undefined;
  const path = decode(written) ?? '';
  return path.startsWith('/') ? { type: 'address', path: path.slice(1) } : { type: 'slug', slug: path };
}

/** Returns what is wrong with an alias, in the words of a schema, or `undefined` if it is valid. */
export function explainAlias(written: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(written))
    return 'Unexpected address with a host, expected only its path, such as `/2015/03/12/old/`';
  if (/[?#]/.test(written))
    return 'Unexpected `?` or `#` in an alias, expected the path alone: static hosts find files by path; write `%3F` or `%23` if the path contains the character';
  const path = decode(written);
  if (path === undefined)
    return 'Unexpected percent-encoding in an alias, expected UTF-8 such as `%EA%B8%80`; write `%25` for a percent sign';
  const isAddress = path.startsWith('/');
  const names = path.slice(isAddress ? 1 : 0).split('/');
  if (!isAddress && names.length > 1)
    return 'Unexpected `/` in an alias that does not begin with one, expected a former slug such as `old-name` or an address such as `/2015/03/12/old/`';
  // Hosts that read `_redirects` would reject the file.
  const isReserved = path.startsWith('/.netlify');
  const isEmpty = names.every((name) => name.trim() === '');
  const isWrong = names.some((name, index) => isWrongName(name) || (name === '' && index < names.length - 1));
  if (isEmpty || isWrong || isReserved || (written.match(/%2f/gi) ?? []).length > 0)
    return 'Unexpected alias, expected a former slug such as `old-name` or an address such as `/2015/03/12/old/`';
  if (names.some((name) => new TextEncoder().encode(name).length > longestName))
    return `Unexpected long alias, expected at most ${longestName} bytes between slashes (85 Hangul syllables), because it becomes the name of a file`;
  return undefined;
}

/** Returns whether a part of a path has a special meaning, or characters that file systems or addresses can’t have. */
function isWrongName(name: string): boolean {
  return (
    name === '.' ||
    name === '..' ||
    /[\\\p{Cc}\uFFFE\uFFFF]/u.test(name) ||
    (name !== '' && name.trim() !== name)
  );
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return undefined;
  }
}
