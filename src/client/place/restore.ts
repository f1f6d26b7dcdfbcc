import { bothLanguages, isFromOtherPage } from './choice.ts';
import { findText, topOf } from './measure.ts';
import { sectionOf, scrollDistanceTo, type Place } from './place.ts';
import { takePlace } from './stored-place.ts';

/** Restores the place that the previous page stored. Without one, goes on to both languages if the reader prefers them. */
export function restore(page: Document): void {
  const place = takePlace(location);
  if (place === undefined) showBoth(page);
  else showPlace(page, place);
}

/** Redirects to the page with both languages. The redirect replaces this page, so that going back leaves the article. */
function showBoth(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>(`[data-reading=${bothLanguages}]`);
  if (
    link !== null &&
    link.pathname.startsWith(location.pathname) &&
    localStorage.getItem('reading') === bothLanguages &&
    isNew() &&
    isFromOtherPage(page.referrer, location)
  ) {
    link.hash = location.hash;
    location.replace(link.href);
  }
}

/** Returns whether the page was neither reloaded nor reached through the history. */
function isNew(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}

function showPlace(page: Document, place: Place): void {
  const section = sectionOf(place, (id) => page.getElementById(id) !== null);
  // Unlike `location.hash`, this neither scrolls nor highlights the heading as a target.
  if (section !== '') history.replaceState(history.state, '', `#${encodeURIComponent(section)}`);
  hold(page, place);
  startFrom(page.getElementById(section));
}

/** Holds the place while fonts, pictures and figures load and shift the text, until the reader scrolls, clicks or types. */
function hold(page: Document, place: Place): void {
  let isLoaded = false;
  const show = (): void => {
    const tops = new Map(
      place.marks.flatMap(([id]) => {
        const top = topOf(page, id);
        return top === undefined ? [] : [[id, top] as const];
      }),
    );
    scrollBy({ top: scrollDistanceTo(place, tops), behavior: 'instant' });
    if (isLoaded && !isFigurePending(page)) release();
  };
  const observer = new ResizeObserver(show);
  const release = (): void => {
    observer.disconnect();
  };
  const text = findText(page);
  if (text !== null) observer.observe(text);
  for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    addEventListener(type, release, { once: true, passive: true });
  show();
  void whenLoaded(page).then(() => {
    isLoaded = true;
    show();
  });
}

/** Returns whether a figure near the viewport is not hydrated yet. Hydrating makes it taller. */
function isFigurePending(page: Document): boolean {
  return [...page.querySelectorAll('.figure > [data-pairs]')].some((host) => {
    const { top, bottom } = host.getBoundingClientRect();
    return top < 2 * innerHeight && bottom > -innerHeight && host.querySelector('.figure-actions') === null;
  });
}

async function whenLoaded(page: Document): Promise<void> {
  if (page.readyState !== 'complete')
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  await page.fonts.ready;
  // The first frame lays out what has loaded; the second can measure it.
  for (let frames = 0; frames < 2; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Makes keyboard navigation and screen readers continue from a heading, as after a link to it. */
function startFrom(heading: HTMLElement | null): void {
  if (heading === null || document.activeElement !== document.body) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.blur();
  heading.removeAttribute('tabindex');
}
