import type { Place } from './place.ts';

/** Key in `sessionStorage`. `lazy-features.ts` tests for it too. */
const name = 'place';

/** Stores a place for the page at an address. Returns false if storage is blocked. */
export function storePlace({ pathname }: URL | HTMLAnchorElement, place: Place): boolean {
  try {
    sessionStorage.setItem(name, JSON.stringify({ at: pathname, ...place }));
    return true;
  } catch {
    return false;
  }
}

/** Returns the place stored for the page at an address, if any. Always clears the storage, so that later visits ignore it. */
export function takePlace({ pathname }: URL | Location): Place | undefined {
  const text = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return parsePlace(text, pathname);
}

/** Parses a stored place. Returns undefined if it is for another address or malformed. */
export function parsePlace(text: string | null, pathname: string): Place | undefined {
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    return isStored(stored) && stored.at === pathname ? stored : undefined;
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is Place & { at: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'at' in value &&
    'line' in value &&
    typeof value.line === 'number' &&
    'marks' in value &&
    Array.isArray(value.marks) &&
    value.marks.every((each) => Array.isArray(each) && typeof each[1] === 'number')
  );
}
