import { findFigureState } from './fragment.ts';

/** Calls `leave` when an element is scrolled out of view or its tab goes to the background, until the signal aborts. */
export function onLeave(element: Element, leave: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting === false) leave();
  });
  observer.observe(element);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) leave();
    },
    { signal },
  );
}

/** Calls `change` before and after the page is printed, until the signal aborts. */
export function onPrint(change: (isPrinting: boolean) => void, signal: AbortSignal): void {
  addEventListener(
    'beforeprint',
    () => {
      change(true);
    },
    { signal },
  );
  addEventListener(
    'afterprint',
    () => {
      change(false);
    },
    { signal },
  );
}

/** Calls `restore` with the state of the figure `id` if the URL fragment contains one, now and on each `hashchange` until the signal aborts. */
export function onFragment(id: string, restore: (pairs: string) => void, signal: AbortSignal): void {
  const follow = (): void => {
    const pairs = findFigureState(location.hash, id);
    if (pairs !== undefined) restore(pairs);
  };
  follow();
  addEventListener('hashchange', follow, { signal });
}
