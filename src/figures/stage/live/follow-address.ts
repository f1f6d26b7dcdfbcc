import { findPairs } from './fragment.ts';

/** Restore what the address says of the figure of an id, as pairs, now and whenever it comes to say so, until the signal. */
export function followAddress(id: string, restore: (pairs: string) => void, signal: AbortSignal): void {
  const follow = (): void => {
    const pairs = findPairs(location.hash, id);
    if (pairs !== undefined) restore(pairs);
  };
  follow();
  addEventListener('hashchange', follow, { signal });
}
