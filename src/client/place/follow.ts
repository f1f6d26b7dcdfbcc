import { keepChoice } from './choice.ts';
import { leavePlace } from './handover.ts';
import { findReading } from './last-read.ts';
import { isAtBeginning, sectionOf } from './place.ts';

/** Links that lead to a place of their own, as those of a row do. */
const withPlace = new WeakSet(document.querySelectorAll('[data-reading][href*="#"]'));

/**
 * Have a link lead to where its reader is, however they open it. When they follow it here, which the script of the page has
 * left to this, the place is kept to the line; in another tab the section must do.
 */
export function follow(link: HTMLAnchorElement, event: Event): void {
  if (event.type === 'click') keepChoice(link.dataset);
  const { locale } = link.dataset;
  // What is searched for, too.
  if (locale !== undefined) link.search = location.search;
  if (withPlace.has(link)) {
    if (event.defaultPrevented) location.href = link.href;
    return;
  }
  const place = findReading(document);
  const isText = place.marks.length > 0;
  link.hash = isText ? encodeURIComponent(sectionOf(place, () => true)) : location.hash;
  if (!event.defaultPrevented || link.pathname === location.pathname) return;
  // The top of a page is the top, however far below it the title stands.
  if (isText && (scrollY > 0 || !isAtBeginning(place)) && leavePlace(link, place)) {
    // The heading would be marked as what was looked for, and the window would move twice.
    link.hash = '';
  }
  location.href = link.href;
}
