import type { Diagnostic, Place } from '../../diagnostics/index.ts';
import type { Library, Text } from '../../library/index.ts';
import { folderOf, type Anchors, type Heading } from '../../model/index.ts';
import { tellFew } from '../few.ts';
import type { Rule } from '../rule.ts';

/** Each heading of a text has a counterpart in the language that names the anchors, and the other way round. */
export const checkPairedHeadings: Rule = (library) =>
  library.texts.flatMap((text) => {
    const anchors = library.anchors.get(folderOf(text.file));
    const reference = findReference(text, anchors, library);
    if (anchors === undefined || reference === undefined) return [];
    return tellUnpaired(text, reference, anchors.counterparts.get(text.file.locale) ?? []);
  });

function findReference({ file }: Text, anchors: Anchors | undefined, { texts }: Library): Text | undefined {
  if (anchors?.reference === file.locale) return undefined;
  const folder = folderOf(file);
  return texts.find((other) => other.file.locale === anchors?.reference && folderOf(other.file) === folder);
}

/** A heading, and the number of the heading that it is paired with in the other text. */
interface Side {
  heading: Heading & Place;
  counterpart: number | undefined;
  /** Whether its author means it for one language. */
  isExempt: boolean;
}

/** The headings of a text, and those of another that it is compared with. */
interface Sides {
  text: Text;
  other: Text;
  here: readonly Side[];
  there: readonly Side[];
}

function tellUnpaired(
  text: Text,
  reference: Text,
  counterparts: readonly (number | undefined)[],
): Diagnostic[] {
  const sides = pairSides(text, reference, counterparts);
  const { here, there } = sides;
  const flipped = { text: reference, other: text, here: there, there: here };
  const standIns = findStandIns(sides);
  const stoodIn = new Set(standIns.values());
  const own = listLeftOver(here).map((index) => unpaired(sides, index, standIns.get(index)));
  const others = listLeftOver(there).flatMap((index) =>
    stoodIn.has(index) ? [] : [unpaired(flipped, index, undefined)],
  );
  return [...tellFew(own, sayMore(reference)), ...tellFew(others, sayMore(text))];
}

function sayMore(other: Text): (count: string) => string {
  return (count) =>
    `Unexpected ${count} more headings without a counterpart in ${nameOf(other)}, from here on`;
}

function pairSides(text: Text, other: Text, counterparts: readonly (number | undefined)[]): Sides {
  const [own, others] = [headingPlaces(text), headingPlaces(other)];
  const numbers = new Map(others.map((place, index) => [place, index]));
  const here = own.map((place, index) => toSide(text, index, place, numbers.get(counterparts[place] ?? -1)));
  const back = new Map(here.map(({ counterpart }, index) => [counterpart, index]));
  const there = others.map((place, index) => toSide(other, index, place, back.get(index)));
  return { text, other, here, there };
}

/** The numbers of the headings among the places of a text. */
function headingPlaces({ survey: { places } }: Text): number[] {
  return [...places.keys()].filter((index) => places[index]?.kind === 'heading');
}

function toSide({ survey }: Text, index: number, place: number, counterpart: number | undefined): Side {
  const heading = survey.headings[index];
  if (heading === undefined) throw new Error('Every heading is a place');
  const block = survey.blocks[survey.places[place]?.blocks[0] ?? -1];
  return { heading, counterpart, isExempt: block?.only !== undefined };
}

function listLeftOver(sides: readonly Side[]): number[] {
  return [...sides.keys()].filter((index) => isLeftOver(sides[index]));
}

function isLeftOver(side: Side | undefined): boolean {
  return side !== undefined && side.counterpart === undefined && !side.isExempt;
}

/** By headings that are left over the one of the other text that is left over at the same place, if there is one. */
function findStandIns({ here, there }: Sides): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  let next = 0;
  for (const [index, side] of here.entries()) {
    if (side.counterpart !== undefined) next = side.counterpart + 1;
    if (!isLeftOver(side)) continue;
    while (there[next]?.counterpart === undefined && there[next]?.isExempt === true) next += 1;
    if (!isLeftOver(there[next]) || taken.has(next)) continue;
    found.set(index, next);
    taken.add(next);
    next += 1;
  }
  return found;
}

function unpaired(
  { text, other, here, there }: Sides,
  index: number,
  standIn: number | undefined,
): Diagnostic {
  const { line, column } = here[index]?.heading ?? { line: 1, column: 1 };
  const instead = there[standIn ?? -1]?.heading;
  const only = `\`<!-- only: ${text.file.locale} -->\``;
  const diagnostic = {
    file: text.file.file,
    line,
    column,
    rule: 'anchor/unpaired',
    severity: 'warning',
    why: 'It keeps an id of its own, so a reader who switches language here loses the place.',
  } as const;
  return instead === undefined
    ? {
        ...diagnostic,
        what: `Unexpected heading without a counterpart in ${nameOf(other)}, expected one ${placeFor({ here, there }, index, other)}`,
        fix: `Write it there too, or ${only} before it if it is meant for one language.`,
      }
    : {
        ...diagnostic,
        what: `Unexpected heading without a counterpart in ${nameOf(other)}, where \`${instead.text}\` stands in its place (line ${instead.line})`,
        fix: `If both are one heading, write the same \`{#id}\` at the end of each; if not, ${only} before the one that is in ${nameOf(text)} alone.`,
      };
}

/** Where in the other text the counterpart of a heading would stand. */
function placeFor({ here, there }: Pick<Sides, 'here' | 'there'>, index: number, other: Text): string {
  const before = here.slice(0, index).findLast(({ counterpart }) => counterpart !== undefined);
  const heading = there[before?.counterpart ?? -1]?.heading;
  return heading === undefined ? 'before its first heading' : `after ${nameOf(other)}:${heading.line}`;
}

function nameOf({ file }: Text): string {
  return `${file.locale}.md`;
}
