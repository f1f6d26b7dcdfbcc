import { parseFragment } from './fragment.ts';

/** A figure that addresses can name. */
export interface Place {
  /** What stands around it: there a reader who follows a link comes to. */
  frame: HTMLElement;
  /** Show a state that is named, as pairs. */
  restore: (pairs: string) => void;
}

/** Restore what the address says of a figure, now and whenever it comes to say so, until the signal. */
export function followAddress(place: Place, signal: AbortSignal): void {
  if (restoreFrom(location.hash, place) && isNew()) arriveAt(place.frame);
  addEventListener(
    'hashchange',
    () => {
      if (restoreFrom(location.hash, place)) arriveAt(place.frame);
    },
    { signal },
  );
  document.addEventListener(
    'click',
    (event) => {
      const hash = hashFollowedAgain(event);
      if (hash === undefined || !restoreFrom(hash, place)) return;
      event.preventDefault();
      arriveAt(place.frame);
    },
    { signal },
  );
}

function restoreFrom(hash: string, { frame, restore }: Place): boolean {
  const found = parseFragment(hash);
  if (found?.id !== frame.id) return false;
  restore(found.pairs);
  return true;
}

/** Of a link to where the address leads already: following it changes nothing that the browser would tell. */
function hashFollowedAgain(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const link = event.target instanceof Element && event.target.closest('a');
  return link instanceof HTMLAnchorElement && link.href === location.href ? link.hash : undefined;
}

/** Whether the page was not gone back to, nor loaded again: then its reader is where they were. */
function isNew(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}

/** Bring the reader to a figure, without motion, and their keyboard with them. */
function arriveAt(frame: HTMLElement): void {
  frame.scrollIntoView({ block: 'start', behavior: 'instant' });
  frame.tabIndex = -1;
  frame.focus({ preventScroll: true });
}
