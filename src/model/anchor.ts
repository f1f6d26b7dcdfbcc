import GithubSlugger, { slug } from 'github-slugger';
import type { Locale } from '../locale/index.ts';

/** A heading as it stands in a text. */
export interface Heading {
  /** 2 to 6: level 1 is the title, which front matter gives. */
  depth: number;
  text: string;
  /** Digest of the heading as a block, by which a record of its anchor finds it again. */
  digest: string;
  /** Written by the author as `{#id}`; absent where it is to be made. */
  explicitId?: string | undefined;
}

/** An anchor that has been published, and the heading that had it. */
export interface KeptAnchor {
  id: string;
  digest: string;
}

/** The headings of one language, with the anchors once published for them. */
export interface Outline {
  locale: Locale;
  headings: readonly Heading[];
  kept?: readonly KeptAnchor[] | undefined;
  /** Ids that other things in the text have. */
  taken?: readonly string[] | undefined;
}

/** The anchor of every heading of an article, per locale in the order of its text. */
export interface Anchors {
  ids: ReadonlyMap<Locale, readonly string[]>;
  /** Locales whose headings don't stand like the reference's, and so have anchors of their own. */
  unpaired: readonly Locale[];
  /** The locale whose headings name the anchors. */
  reference: Locale;
}

/**
 * Give the headings of an article's languages the same anchors, taken from the English heading where there is one.
 *
 * Headings pair by order where two outlines have the same levels in the same order; an outline of another shape keeps
 * anchors of its own. An id written by an author wins, then one once published, then one made from the heading.
 */
export function anchorArticle(outlines: readonly Outline[], source: Locale): Anchors {
  const reference =
    outlines.find(({ locale }) => locale === 'en') ?? outlines.find(({ locale }) => locale === source);
  if (reference === undefined) return { ids: new Map(), unpaired: [], reference: source };
  const paired = outlines.filter((outline) => haveSameShape(outline, reference));
  const shared = nameHeadings(reference, paired);
  const ids = outlines.map((outline): [Locale, string[]] => [
    outline.locale,
    paired.includes(outline) ? shared : nameHeadings(outline, [outline]),
  ]);
  const unpaired = outlines.filter((outline) => !paired.includes(outline)).map(({ locale }) => locale);
  return { ids: new Map(ids), unpaired, reference: reference.locale };
}

/** Whether two outlines have the same levels in the same order. */
export function haveSameShape(a: Outline, b: Outline): boolean {
  return (
    a.headings.length === b.headings.length &&
    a.headings.every(({ depth }, index) => depth === b.headings[index]?.depth)
  );
}

function nameHeadings(outline: Outline, paired: readonly Outline[]): string[] {
  const own = [outline, ...paired];
  const fixed = keepIds(
    outline.headings.map((_, index) => findExplicit(own, index)),
    own.map(keptIds),
  );
  const slugger = new GithubSlugger();
  // The heading that the Markdown pipeline gives to footnotes has a fixed id.
  slugger.slug('footnote-label');
  for (const id of own.flatMap(({ taken = [] }) => taken)) slugger.slug(id);
  for (const id of fixed) if (id !== undefined) slugger.slug(id);
  return outline.headings.map(
    ({ text }, index) => fixed[index] ?? slugger.slug(slug(plainText(text)) || 'section'),
  );
}

function findExplicit(outlines: readonly Outline[], index: number): string | undefined {
  return outlines.map(({ headings }) => headings[index]?.explicitId).find((id) => id !== undefined);
}

/** Fill the gaps between explicit ids with published ones, each where no other heading has it. */
function keepIds(
  explicit: readonly (string | undefined)[],
  kept: readonly (readonly (string | undefined)[])[],
): (string | undefined)[] {
  const taken = new Set(explicit);
  return explicit.map((written, index) => {
    const id =
      written ?? kept.map((ids) => ids[index]).find((each) => each !== undefined && !taken.has(each));
    taken.add(id);
    return id;
  });
}

/**
 * The published anchor of each heading of an outline, if it has one.
 *
 * A heading is known again by its digest. Between headings known again, as many records as headings left over are
 * taken in order: those headings were reworded. Where the numbers differ something came or went, and none is guessed.
 */
export function keptIds({ headings, kept = [] }: Outline): (string | undefined)[] {
  const ids: (string | undefined)[] = headings.map(() => undefined);
  let heading = 0;
  let record = 0;
  const takeGap = (headingEnd: number, recordEnd: number): void => {
    if (headingEnd - heading !== recordEnd - record) return;
    for (let step = 0; heading + step < headingEnd; step += 1) ids[heading + step] = kept[record + step]?.id;
  };
  for (const [headingAt, recordAt] of commonRun(headings, kept)) {
    takeGap(headingAt, recordAt);
    ids[headingAt] = kept[recordAt]?.id;
    [heading, record] = [headingAt + 1, recordAt + 1];
  }
  takeGap(headings.length, kept.length);
  return ids;
}

/** Places where headings and records agree by digest, in order: the longest common subsequence, by dynamic programming. */
function commonRun(headings: readonly Heading[], kept: readonly KeptAnchor[]): [number, number][] {
  const lengths = headings
    .concat({ depth: 0, text: '', digest: '' })
    .map(() => new Array<number>(kept.length + 1).fill(0));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const agree = (i: number, j: number): boolean => headings[i]?.digest === kept[j]?.digest;
  for (let i = headings.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    for (let j = kept.length - 1; j >= 0 && row !== undefined; j -= 1) {
      row[j] = agree(i, j) ? 1 + length(i + 1, j + 1) : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const run: [number, number][] = [];
  for (let i = 0, j = 0; i < headings.length && j < kept.length;) {
    if (agree(i, j)) run.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return run;
}

/** A heading's text as it counts for an id: one line, in NFC, in which anchors compare. */
function plainText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
