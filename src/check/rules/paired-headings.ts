import type { Diagnostic, Place } from '../../diagnostics/index.ts';
import { findSiblings, type Library, type Text } from '../../library/index.ts';
import { folderOf, type Anchors, type Heading } from '../../model/index.ts';
import { limitReports } from '../limit-reports.ts';
import type { Rule } from '../rule.ts';

/** Reports headings without a counterpart, comparing each text with the language whose headings provide the anchors. */
export const checkPairedHeadings: Rule = (library) =>
  library.texts.flatMap((text) => {
    const anchors = library.anchors.get(folderOf(text.file));
    const reference = findReference(text, anchors, library);
    if (anchors === undefined || reference === undefined) return [];
    return reportUnpaired(text, reference, anchors.counterparts.get(text.file.locale) ?? []);
  });

function findReference(text: Text, anchors: Anchors | undefined, library: Library): Text | undefined {
  return findSiblings(text, library).find(({ file }) => file.locale === anchors?.reference);
}

/** A heading and the index of its counterpart among the headings of the other text. */
interface Side {
  heading: Heading & Place;
  counterpart: number | undefined;
  /** Whether the heading is meant for one language, by an `only:` comment. */
  isExempt: boolean;
}

/** The headings of a text and of the text it is compared with. */
interface Sides {
  text: Text;
  other: Text;
  here: readonly Side[];
  there: readonly Side[];
}

function reportUnpaired(
  text: Text,
  reference: Text,
  counterparts: readonly (number | undefined)[],
): Diagnostic[] {
  const sides = pairSides(text, reference, counterparts);
  const { here, there } = sides;
  const flipped = { text: reference, other: text, here: there, there: here };
  const candidates = findCandidates(sides);
  const reported = new Set(candidates.values());
  const own = listUnpaired(here).map((index) => unpaired(sides, index, candidates.get(index)));
  const others = listUnpaired(there).flatMap((index) =>
    reported.has(index) ? [] : [unpaired(flipped, index, undefined)],
  );
  return [...limitReports(own, countRest(reference)), ...limitReports(others, countRest(text))];
}

function countRest(other: Text): (count: string) => string {
  return (count) => `${count} more headings have no counterpart in ${nameOf(other)}, from here on`;
}

function pairSides(text: Text, other: Text, counterparts: readonly (number | undefined)[]): Sides {
  const [own, others] = [headingPlaces(text), headingPlaces(other)];
  const numbers = new Map(others.map((place, index) => [place, index]));
  const here = own.map((place, index) => toSide(text, index, place, numbers.get(counterparts[place] ?? -1)));
  const back = new Map(here.map(({ counterpart }, index) => [counterpart, index]));
  const there = others.map((place, index) => toSide(other, index, place, back.get(index)));
  return { text, other, here, there };
}

/** Returns the indices of the headings among the places of a text. */
function headingPlaces({ survey: { places } }: Text): number[] {
  return [...places.keys()].filter((index) => places[index]?.kind === 'heading');
}

function toSide({ survey }: Text, index: number, place: number, counterpart: number | undefined): Side {
  const heading = survey.headings[index];
  if (heading === undefined) throw new Error('Every heading is a place');
  const block = survey.blocks[survey.places[place]?.blocks[0] ?? -1];
  return { heading, counterpart, isExempt: block?.only !== undefined };
}

function listUnpaired(sides: readonly Side[]): number[] {
  return [...sides.keys()].filter((index) => isUnpaired(sides[index]));
}

function isUnpaired(side: Side | undefined): boolean {
  return side !== undefined && side.counterpart === undefined && !side.isExempt;
}

/** Maps unpaired headings to the unpaired heading at the same position in the other text, which may be the counterpart. */
function findCandidates({ here, there }: Sides): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  let next = 0;
  for (const [index, side] of here.entries()) {
    if (side.counterpart !== undefined) next = side.counterpart + 1;
    if (!isUnpaired(side)) continue;
    while (there[next]?.counterpart === undefined && there[next]?.isExempt === true) next += 1;
    if (!isUnpaired(there[next]) || taken.has(next)) continue;
    found.set(index, next);
    taken.add(next);
    next += 1;
  }
  return found;
}

function unpaired(
  { text, other, here, there }: Sides,
  index: number,
  candidate: number | undefined,
): Diagnostic {
  const { line, column } = here[index]?.heading ?? { line: 1, column: 1 };
  const otherHeading = there[candidate ?? -1]?.heading;
  const only = `\`<!-- only: ${text.file.locale} -->\``;
  const diagnostic = {
    file: text.file.file,
    line,
    column,
    rule: 'anchor/unpaired',
    severity: 'warning',
    why: 'Its anchor exists in one language only, so readers who switch language here lose their place.',
  } as const;
  return otherHeading === undefined
    ? {
        ...diagnostic,
        what: `No matching heading in ${nameOf(other)} (it would go ${placeFor({ here, there }, index, other)})`,
        fix: `Add the heading there, or write ${only} before this one if it is meant for one language.`,
      }
    : {
        ...diagnostic,
        what: `No matching heading in ${nameOf(other)}, which has \`${otherHeading.text}\` at this position (line ${otherHeading.line})`,
        fix: `If the two headings are counterparts, write the same \`{#id}\` at the end of each. If not, write ${only} before the one that exists only in ${nameOf(text)}.`,
      };
}

/** Returns where the counterpart of a heading would go in the other text. */
function placeFor({ here, there }: Pick<Sides, 'here' | 'there'>, index: number, other: Text): string {
  const before = here.slice(0, index).findLast(({ counterpart }) => counterpart !== undefined);
  const heading = there[before?.counterpart ?? -1]?.heading;
  return heading === undefined ? 'before its first heading' : `after ${nameOf(other)}:${heading.line}`;
}

function nameOf({ file }: Text): string {
  return `${file.locale}.md`;
}
