/** Something that stands in each of the texts between which a reader goes, and where: pixels below the top of the window. */
export type Mark = readonly [id: string, top: number];

/** Where a reader is in a text: what is at a line of their window, told by the headings around it. */
export interface Place {
  /** The line they read, in pixels below the top of the window. */
  line: number;
  /** The text's beginning, its headings and its end, from the top down. */
  marks: readonly Mark[];
}

/** Marks for the beginning and the end of a text. No heading has such an id: a colon never comes out of a heading's text. */
export const [beginning, end] = [':beginning', ':end'] as const;

/** How far down the window a reader reads where no heading tells, as a share of its height. */
const usualLine = 0.3;

/** The place of a reader in a text: by the first heading in their window, else by how far they are between two headings. */
export function placeIn(marks: readonly Mark[], windowHeight: number): Place {
  const heading = marks.find(([id, top]) => id !== end && top >= 0 && top < windowHeight);
  return { line: heading?.[1] ?? windowHeight * usualLine, marks };
}

/** Whether a place is the beginning of its text: its title is in sight. */
export function isAtBeginning({ line, marks: [first] }: Place): boolean {
  return first?.[0] === beginning && first[1] === line;
}

/**
 * How far a window must be scrolled down to show a place, in another language of the text: a heading at its old height, or as far
 * between two headings. Headings that the other language has not are passed over.
 *
 * @param tops where those stand now that it has, in pixels below the top of the window
 */
export function shiftTo({ line, marks }: Place, tops: ReadonlyMap<string, number>): number {
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

/** Id of the heading under which a place is, of those there are; none before the first. */
export function sectionOf({ line, marks }: Place, isThere: (id: string) => boolean): string {
  return (
    marks.findLast(([id, top]) => top <= line && id !== beginning && id !== end && isThere(id))?.[0] ?? ''
  );
}
