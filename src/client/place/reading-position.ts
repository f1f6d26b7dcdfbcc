import { measureText } from './measure.ts';
import { isAtBeginning, placeIn, type Place } from './place.ts';

/** Debounce delay in milliseconds: a position counts as read after this time without scrolling. Longer than the pause between two flicks. */
const restMs = 1500;

/** The top of the page becomes the reading position only after this many milliseconds: the reader may have come for the language switch. */
const returnMs = 15_000;

let lastRead: Place | undefined;

/**
 * Tracks the reading position, debounced. The language switch is above the text, so readers scroll up to it, and the place to
 * preserve is where they were before.
 */
export function trackPosition(page: Document): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    const place = placeIn(measureText(page), innerHeight);
    if (isAtBeginning(place)) timer = setTimeout(() => (lastRead = undefined), returnMs);
    else lastRead = place;
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(rest, restMs);
  };
  addEventListener('scroll', wait, { passive: true });
  wait();
}

/** Returns the reading position; at the top of the page the last one read, or else the section in the address. */
export function findPosition(page: Document): Place {
  const marks = measureText(page);
  const here = placeIn(marks, innerHeight);
  return isAtBeginning(here) ? (lastRead ?? placeOfAddress(page, here)) : here;
}

/** Returns the place to which the fragment of the address scrolls; without a fragment, returns the given place. */
function placeOfAddress(page: Document, { marks, ...place }: Place): Place {
  const id = decodeURIComponent(location.hash.slice(1));
  const top = marks.find(([each]) => each === id)?.[1];
  const padding = Number.parseFloat(getComputedStyle(page.documentElement).scrollPaddingTop) || 0;
  if (top === undefined) return { marks, ...place };
  return { line: padding, marks: marks.map(([each, was]) => [each, was - top + padding]) };
}
