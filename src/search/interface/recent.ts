/** Number of recent queries to store. */
export const maxRecent = 8;

/** Key in `localStorage`. */
const name = 'searches';

/** Returns the list with a query moved or added to the front. */
export function withRecent(list: readonly string[], query: string): string[] {
  const added = tidy(query);
  return added === '' ? [...list] : [added, ...list.filter((each) => each !== added)].slice(0, maxRecent);
}

/** Returns the list without a query. */
export function withoutRecent(list: readonly string[], query: string): string[] {
  return list.filter((each) => each !== query);
}

/** Parses the stored list. Returns an empty array if it is invalid. */
export function parseRecent(text: string | null): string[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored
      .filter((each): each is string => typeof each === 'string' && each !== '')
      .slice(0, maxRecent);
  } catch {
    return [];
  }
}

/** The reader's recent queries, stored only on this device. */
interface RecentList {
  list: () => readonly string[];
  add: (query: string) => void;
  /** Removes one query, or all. */
  forget: (query?: string) => void;
}

/** Opens the stored list. Without storage, it lasts as long as the page. */
export function openRecent(): RecentList {
  let list: readonly string[] = read();
  const change = (changed: readonly string[]): void => {
    list = changed;
    write(changed);
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

function write(list: readonly string[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(list));
  } catch {
    // Storage may be blocked or full.
  }
}

/** Maximum length of a stored query, in UTF-16 units. */
const maxLength = 200;

function tidy(query: string): string {
  const tidied = query.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return tidied.length > maxLength ? '' : tidied;
}
