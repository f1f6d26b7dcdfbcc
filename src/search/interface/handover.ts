/** Words to highlight on the page that is about to open. */
export interface Handover {
  /** Path and fragment of that page, decoded. */
  at: string;
  words: readonly string[];
}

/** Key in `sessionStorage`. The script that every page loads checks for it, too. */
const name = 'found';

/** Stores words for the page at an address. */
export function saveHandover(href: string, words: readonly string[]): void {
  try {
    const handover: Handover = { at: placeOf(new URL(href, location.href)), words };
    if (words.length > 0) sessionStorage.setItem(name, JSON.stringify(handover));
  } catch {
    // Storage may be blocked. The page then opens without highlights.
  }
}

/** Returns the words stored for the page at an address and deletes them, so that they are highlighted once. */
export function takeHandover(address: URL | Location): readonly string[] {
  try {
    const text = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return wordsFor(placeOf(address), text);
  } catch {
    return [];
  }
}

/** Parses a stored handover and returns its words, or an empty array if it is invalid or meant for another page. */
export function wordsFor(place: string, text: string | null): readonly string[] {
  const handover: unknown = JSON.parse(text ?? 'null');
  return isHandover(handover) && handover.at === place ? handover.words : [];
}

function isHandover(value: unknown): value is Handover {
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
