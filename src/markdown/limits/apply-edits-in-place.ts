import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/**
 * Makes micromark apply edits to its list of events in place, up to the first edit. The original copies the whole list, at every
 * underlined heading and every end of a list, quote or footnote, so its time is quadratic in the length of the text.
 */
export function applyEditsInPlace(): void {
  EditMap.prototype.consume = consume;
}

/** Applies the edits, and forgets them. */
function consume(this: EditMap, events: Event[]): undefined {
  const edits = this.map.sort(([one], [other]) => one - other);
  const tail: Event[][] = [];
  for (const [index, removed, added] of edits.toReversed()) {
    tail.push(events.splice(index).slice(removed), added);
  }
  for (const part of tail.reverse()) for (const event of part) events.push(event);
  this.map.length = 0;
  this.index.clear();
}
