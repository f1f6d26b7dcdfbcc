import { findFigureState } from '../figures/stage/live/fragment.ts';

/**
 * Scrolls to the figure whose state the address names, on load and on every navigation within the page. The fragment is not an
 * id, so browsers do not scroll by themselves. Runs before the figure is hydrated: by then the reader may have scrolled away.
 */
export function scrollToFigure(page: Document): void {
  const scroll = (): boolean => {
    const frame = [...page.querySelectorAll<HTMLElement>('.figure')].find(
      ({ id }) => findFigureState(location.hash, id) !== undefined,
    );
    if (frame !== undefined) bringTo(frame);
    return frame !== undefined;
  };
  // Browsers without the Navigation API also scroll to the figure on going back, instead of restoring the scroll position.
  const { navigation } = globalThis as Partial<Pick<Window, 'navigation'>>;
  let isReturning = isReturn(navigation?.activation?.navigationType);
  navigation?.addEventListener('navigate', ({ navigationType }) => {
    isReturning = isReturn(navigationType);
  });
  if (!isReturning) scroll();
  addEventListener('hashchange', () => {
    if (!isReturning) scroll();
  });
  page.addEventListener('click', (event) => {
    if (!isCurrentLink(event) || !scroll()) return;
    event.preventDefault();
    // The address does not change, so browsers fire no event, but the figure may have left the state it names.
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

/** Scrolls to a figure without animation and moves the keyboard focus there. */
function bringTo(frame: HTMLElement): void {
  frame.scrollIntoView({ block: 'start', behavior: 'instant' });
  frame.tabIndex = -1;
  frame.focus({ preventScroll: true });
  // While the frame has a tabindex, a click between its controls focuses it.
  frame.addEventListener(
    'blur',
    () => {
      frame.removeAttribute('tabindex');
    },
    { once: true },
  );
}

/** Returns whether the browser restores the scroll position after a navigation of this type. */
function isReturn(type: NavigationType | undefined): boolean {
  return type === 'traverse' || type === 'reload';
}

/** Returns whether a plain click follows a link to the current address. */
function isCurrentLink(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const link = event.target instanceof Element && event.target.closest('a');
  return link instanceof HTMLAnchorElement && link.href === location.href;
}
