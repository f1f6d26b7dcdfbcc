import { measureText } from './measure.ts';
import { isAtBeginning, placeIn, type Place } from './place.ts';

/** How long a window must rest for what it shows to be read, in ms: longer than between two flings towards the top. */
const restMs = 1500;

/** How long a reader may look for the switch at the top of a page, in ms, before it is the top that they read. */
const returnMs = 15_000;

let lastRead: Place | undefined;

/** Keep in mind where a reader last was in the text of a page: the switches stand above it, and who goes up to one hasn't gone back to read. */
export function followReading(page: Document): void {
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

/** Where a reader reads: here, or from where they have gone up to the title, by themselves or after they came to a section. */
export function findReading(page: Document): Place {
  const marks = measureText(page);
  const here = placeIn(marks, innerHeight);
  return isAtBeginning(here) ? (lastRead ?? placeOfAddress(page, here)) : here;
}

/** The place that the address of a page names, as it is shown by who comes to it; the one given where it names none. */
function placeOfAddress(page: Document, { marks, ...place }: Place): Place {
  const id = decodeURIComponent(location.hash.slice(1));
  const top = marks.find(([each]) => each === id)?.[1];
  const padding = Number.parseFloat(getComputedStyle(page.documentElement).scrollPaddingTop) || 0;
  if (top === undefined) return { marks, ...place };
  return { line: padding, marks: marks.map(([each, was]) => [each, was - top + padding]) };
}
