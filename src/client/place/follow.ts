import { storeChoice } from './choice.ts';
import { isAtBeginning, sectionOf } from './place.ts';
import { findPosition } from './reading-position.ts';
import { storePlace } from './stored-place.ts';

/** Links whose address has a fragment, such as those of a row: they lead to that place, not to the reader's. */
const withPlace = new WeakSet(document.querySelectorAll('[data-reading][href*="#"]'));

/**
 * Makes a link lead to the reader's place. If the caller has prevented the default of a plain click, navigates here and
 * preserves the place to the pixel. A link opened in another tab leads to the section.
 */
export function follow(link: HTMLAnchorElement, event: Event): void {
  if (event.type === 'click') storeChoice(link.dataset);
  const { locale } = link.dataset;
  // Keeps the query on the search page.
  if (locale !== undefined) link.search = location.search;
  if (withPlace.has(link)) {
    if (event.defaultPrevented) location.href = link.href;
    return;
  }
  const place = findPosition(document);
  const isText = place.marks.length > 0;
  link.hash = isText ? encodeURIComponent(sectionOf(place, () => true)) : location.hash;
  if (!event.defaultPrevented || link.pathname === location.pathname) return;
  // At the very top the next page opens at its top, although the title, which marks the beginning, is lower.
  if (isText && (scrollY > 0 || !isAtBeginning(place)) && storePlace(link, place)) {
    // With a fragment the heading would be highlighted as a target, and the page would scroll twice.
    link.hash = '';
  }
  location.href = link.href;
}
