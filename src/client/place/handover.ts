import type { Place } from './place.ts';

/** Name under which this tab keeps the place from one page to the next; `client/take-up.ts` looks for it too. */
const name = 'place';

/** Leave a place for the page at an address, and say whether it could be: storage may be refused. */
export function leavePlace({ pathname }: URL | HTMLAnchorElement, place: Place): boolean {
  try {
    sessionStorage.setItem(name, JSON.stringify({ at: pathname, ...place }));
    return true;
  } catch {
    return false;
  }
}

/** The place left for the page at an address. Whatever was left is gone then: a page opened later is another matter. */
export function takePlace({ pathname }: URL | Location): Place | undefined {
  const text = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return readPlace(text, pathname);
}

/** The place that a stored text holds for an address; none where it holds none, or isn't such a text. */
export function readPlace(text: string | null, pathname: string): Place | undefined {
  try {
    const left: unknown = JSON.parse(text ?? 'null');
    return isLeft(left) && left.at === pathname ? left : undefined;
  } catch {
    return undefined;
  }
}

function isLeft(value: unknown): value is Place & { at: string } {
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
