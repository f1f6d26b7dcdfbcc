/** A point that both languages of a text have, and its position: pixels below the top of the viewport. */
export type Mark = readonly [id: string, top: number];

/** A reader's place in a text: a line in the viewport, relative to the marks around it. */
export interface Place {
  /** The line being read, in pixels below the top of the viewport. */
  line: number;
  /** The beginning of the text, its headings and its end, from top to bottom. */
  marks: readonly Mark[];
}

/** Ids of the first and the last mark. Ids of headings never contain a colon. */
export const [beginning, end] = [':beginning', ':end'] as const;

/** The assumed reading line if no heading is visible, as a share of the height of the viewport. */
const usualLine = 0.3;

/** Returns the place of a reader: the line of the first visible heading, or the usual line if none is visible. */
export function placeIn(marks: readonly Mark[], windowHeight: number): Place {
  const heading = marks.find(([id, top]) => id !== end && top >= 0 && top < windowHeight);
  return { line: heading?.[1] ?? windowHeight * usualLine, marks };
}

/** Returns whether a place is the beginning of its text, that is, the title is visible. */
export function isAtBeginning({ line, marks: [first] }: Place): boolean {
  return first?.[0] === beginning && first[1] === line;
}

/**
 * Returns how far to scroll down to show a place in another language of the text. A heading gets the same height in the viewport;
 * between two headings the position is interpolated. Headings that the other language lacks are skipped.
 *
 * @param tops current positions of the other language's marks, in pixels below the top of the viewport
 */
export function scrollDistanceTo({ line, marks }: Place, tops: ReadonlyMap<string, number>): number {
  const shared = marks.flatMap(([id, was]) => {
    const is = tops.get(id);
    return is === undefined ? [] : [{ was, is }];
  });
  const before = shared.findLast(({ was }) => was <= line);
  const after = shared.find(({ was }) => was > line);
  if (before === undefined || after === undefined) {
    const only = before ?? after;
    return only === undefined ? 0 : only.is - only.was;
  }
  const share = (line - before.was) / (after.was - before.was);
  return before.is + share * Math.max(0, after.is - before.is) - line;
}

/** Returns the id of the last heading at or above a place, among those for which `exists` holds; `''` before the first. */
export function sectionOf({ line, marks }: Place, exists: (id: string) => boolean): string {
  return (
    marks.findLast(([id, top]) => top <= line && id !== beginning && id !== end && exists(id))?.[0] ?? ''
  );
}
