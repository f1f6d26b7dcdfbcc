/** How many queries are remembered. */
export const mostRecent = 8;

/** Name under which the device keeps them. */
const name = 'searches';

/** The list with a query at its front, once. */
export function withRecent(list: readonly string[], query: string): string[] {
  const added = tidy(query);
  return added === '' ? [...list] : [added, ...list.filter((each) => each !== added)].slice(0, mostRecent);
}

/** The list without a query. */
export function withoutRecent(list: readonly string[], query: string): string[] {
  return list.filter((each) => each !== query);
}

/** The queries that a stored text holds; none where it isn't such a text. */
export function parseRecent(text: string | null): string[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored
      .filter((each): each is string => typeof each === 'string' && each !== '')
      .slice(0, mostRecent);
  } catch {
    return [];
  }
}

/** The reader's last queries, which only this device knows. */
export interface RecentList {
  list: () => readonly string[];
  add: (query: string) => void;
  /** Forget a query, or all of them. */
  forget: (query?: string) => void;
}

/** The last queries that this device has kept; where it keeps none, those since the page was opened. */
export function openRecent(): RecentList {
  let list: readonly string[] = read();
  const change = (changed: readonly string[]): void => {
    list = changed;
    keep(changed);
  };
  return {
    list: () => list,
    add: (query) => {
      change(withRecent(list, query));
    },
    forget: (query) => {
      change(query === undefined ? [] : withoutRecent(list, query));
    },
  };
}

function read(): string[] {
  try {
    return parseRecent(localStorage.getItem(name));
  } catch {
    return [];
  }
}

function keep(list: readonly string[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(list));
  } catch {
    // Storage may be refused or full: then nothing is remembered.
  }
}

/** The longest query that is worth remembering, in UTF-16 units. */
const longest = 200;

function tidy(query: string): string {
  const tidied = query.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return tidied.length > longest ? '' : tidied;
}
