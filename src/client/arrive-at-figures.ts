import { findPairs } from '../figures/stage/live/fragment.ts';

/**
 * Bring readers to the figure whose state the address names, now and whenever they follow a link to one. Browsers do so only where
 * the text itself has such a link. It is done before the figure comes to life: by then its reader may have gone on.
 */
export function arriveAtFigures(page: Document): void {
  const arrive = (): boolean => {
    const frame = [...page.querySelectorAll<HTMLElement>('.figure')].find(
      ({ id }) => findPairs(location.hash, id) !== undefined,
    );
    if (frame !== undefined) bringTo(frame);
    return frame !== undefined;
  };
  // In browsers without this, who goes back is brought to the figure, too, and not to where they were.
  const { navigation } = globalThis as Partial<Pick<Window, 'navigation'>>;
  let isReturning = isReturn(navigation?.activation?.navigationType);
  navigation?.addEventListener('navigate', ({ navigationType }) => {
    isReturning = isReturn(navigationType);
  });
  if (!isReturning) arrive();
  addEventListener('hashchange', () => {
    if (!isReturning) arrive();
  });
  page.addEventListener('click', (event) => {
    if (!isFollowedAgain(event) || !arrive()) return;
    event.preventDefault();
    // The browser tells of no change, but the figure may be in another state by now.
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

/** Bring the reader to a figure, without motion, and their keyboard with them. */
function bringTo(frame: HTMLElement): void {
  frame.scrollIntoView({ block: 'start', behavior: 'instant' });
  frame.tabIndex = -1;
  frame.focus({ preventScroll: true });
  // Else a press between its controls would bring the reader here again.
  frame.addEventListener(
    'blur',
    () => {
      frame.removeAttribute('tabindex');
    },
    { once: true },
  );
}

/** Whether a step through the history leads to where its reader has been. */
function isReturn(type: NavigationType | undefined): boolean {
  return type === 'traverse' || type === 'reload';
}

/** Whether a link to where the address leads already is followed. */
function isFollowedAgain(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const link = event.target instanceof Element && event.target.closest('a');
  return link instanceof HTMLAnchorElement && link.href === location.href;
}
