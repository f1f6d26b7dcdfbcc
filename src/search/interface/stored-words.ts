/** Words to highlight on the page that is about to open. */
interface StoredWords {
  /** Path and fragment of that page, decoded. */
  at: string;
  words: readonly string[];
}

/** Key in `sessionStorage`. The script that every page loads checks for it, too. */
const name = 'found';

/** Stores words for the page at an address. */
export function storeWords(href: string, words: readonly string[]): void {
  try {
    const stored: StoredWords = { at: placeOf(new URL(href, location.href)), words };
    if (words.length > 0) sessionStorage.setItem(name, JSON.stringify(stored));
  } catch {
    // Storage may be blocked. The page then opens without highlights.
  }
}

/** Returns the words stored for the page at an address and deletes them, so that they are highlighted once. */
export function takeStoredWords(address: URL | Location): readonly string[] {
  try {
    const text = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return parseStoredWords(placeOf(address), text);
  } catch {
    return [];
  }
}

/** Parses stored words. Returns an empty array if they are invalid or meant for another page. */
export function parseStoredWords(place: string, text: string | null): readonly string[] {
  const stored: unknown = JSON.parse(text ?? 'null');
  return isStoredWords(stored) && stored.at === place ? stored.words : [];
}

function isStoredWords(value: unknown): value is StoredWords {
  return (
    typeof value === 'object' &&
    value !== null &&
    'at' in value &&
    'words' in value &&
    Array.isArray(value.words) &&
    value.words.every((each) => typeof each === 'string')
  );
}

function placeOf({ pathname, hash }: URL | Location): string {
  return decodeURI(pathname) + decodeURIComponent(hash);
}
