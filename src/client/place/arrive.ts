import { bothLanguages, comesFromElsewhere } from './choice.ts';
import { takePlace } from './handover.ts';
import { findText, topOf } from './measure.ts';
import { sectionOf, shiftTo, type Place } from './place.ts';

/** Show a reader the place at which they left the page before, or both languages if they like to read so. */
export function arrive(page: Document): void {
  const place = takePlace(location);
  if (place === undefined) showBoth(page);
  else showPlace(page, place);
}

/** Go on to both languages. Where the reader came from stays one step back. */
function showBoth(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>(`[data-reading=${bothLanguages}]`);
  if (
    link !== null &&
    link.pathname.startsWith(location.pathname) &&
    localStorage.getItem('reading') === bothLanguages &&
    isNew() &&
    comesFromElsewhere(page.referrer, location)
  ) {
    link.hash = location.hash;
    location.replace(link.href);
  }
}

/** Whether the page was not gone back to, nor loaded again. */
function isNew(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}

function showPlace(page: Document, place: Place): void {
  const section = sectionOf(place, (id) => page.getElementById(id) !== null);
  // In this way nothing scrolls, and nothing is marked.
  if (section !== '') history.replaceState(history.state, '', `#${encodeURIComponent(section)}`);
  hold(page, place);
  startFrom(page.getElementById(section));
}

/** Keep the place where it is until all has come that may move it, or its reader moves. */
function hold(page: Document, place: Place): void {
  let isThere = false;
  const show = (): void => {
    const tops = new Map(
      place.marks.flatMap(([id]) => {
        const top = topOf(page, id);
        return top === undefined ? [] : [[id, top] as const];
      }),
    );
    scrollBy({ top: shiftTo(place, tops), behavior: 'instant' });
    if (isThere && !isFigureToCome(page)) letGo();
  };
  const observer = new ResizeObserver(show);
  const letGo = (): void => {
    observer.disconnect();
  };
  const text = findText(page);
  if (text !== null) observer.observe(text);
  for (const sign of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    addEventListener(sign, letGo, { once: true, passive: true });
  show();
  void allIsThere(page).then(() => {
    isThere = true;
    show();
  });
}

/** Whether a figure near the window is still to come to life, which makes it higher. */
function isFigureToCome(page: Document): boolean {
  return [...page.querySelectorAll('.figure > [data-pairs]')].some((host) => {
    const { top, bottom } = host.getBoundingClientRect();
    return top < 2 * innerHeight && bottom > -innerHeight && host.querySelector('.figure-player') === null;
  });
}

async function allIsThere(page: Document): Promise<void> {
  if (page.readyState !== 'complete')
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  await page.fonts.ready;
  // What has come is laid out in the next frame, and measured after that.
  for (let frames = 0; frames < 2; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Let the keyboard, and who listens, go on from a heading, as after a link to it. */
function startFrom(heading: HTMLElement | null): void {
  if (heading === null || document.activeElement !== document.body) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.blur();
  heading.removeAttribute('tabindex');
}
