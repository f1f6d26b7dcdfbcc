/** Words to mark on the page that is about to open. */
export interface Handover {
  /** Where: path and fragment of the address, decoded. */
  at: string;
  words: readonly string[];
}

/** Name under which this tab keeps it from one page to the next; `client/restore-state.ts` looks for it too. */
const name = 'found';

/** Leave words for the page at an address. */
export function handOver(href: string, words: readonly string[]): void {
  try {
    const handover: Handover = { at: placeOf(new URL(href, location.href)), words };
    if (words.length > 0) sessionStorage.setItem(name, JSON.stringify(handover));
  } catch {
    // Storage may be refused: the page opens all the same, without marks.
  }
}

/** The words left for the page at an address. Whatever was left is gone then: a page opened later is another matter. */
export function takeOver(address: URL | Location): readonly string[] {
  try {
    const text = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return wordsFor(placeOf(address), text);
  } catch {
    return [];
  }
}

/** The words that a stored text holds for a place; none where it holds none, or isn't such a text. */
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
