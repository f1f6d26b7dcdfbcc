import { isHangul } from '../../korean/index.ts';
import { byTerm, type LexiconTerm } from '../contract/index.ts';
import type { Text } from './collect-texts.ts';

/** A passage in two languages: the numbers of its words in each. */
type Passage = readonly [one: Uint32Array, other: Uint32Array];

/**
 * Learns which words of two languages mean the same, from the passages of articles in both: `대기 waiting` and `waiting 대기`. Their
 * association is measured by the log-likelihood ratio (Dunning 1993, Accurate Methods for the Statistics of Surprise and Coincidence), and
 * words are paired that are among the best partners of each other (after Melamed 2000, Models of Translational Equivalence among Words).
 *
 * @param termsOf the terms of each word, by its number
 * @returns each word, a space and its partner, in order, with the percentage of their passages that they share (the Dice coefficient)
 */
export function learnPairs(texts: readonly Text[], termsOf: readonly (readonly string[])[]): LexiconTerm[] {
  const passages = [...Map.groupBy(texts, ({ page }) => page.path).values()].flatMap(alignArticle);
  const { names, hangulOf, latinOf } = numberTerms(termsOf);
  const hangul = new Map<number, number[]>();
  const latin: (readonly number[])[] = [];
  for (const [one, other] of passages.flatMap(([one, other]): Passage[] => [
    [one, other],
    [other, one],
  ])) {
    const words = distinctTerms(one, hangulOf);
    const partners = words.length === 0 ? [] : distinctTerms(other, latinOf);
    if (partners.length === 0) continue;
    for (const word of words) {
      const before = hangul.get(word);
      if (before === undefined) hangul.set(word, [latin.length]);
      else before.push(latin.length);
    }
    latin.push(partners);
  }
  return choose(associate(hangul, latin, names))
    .flatMap(([word, partner, { dice }]) => [
      { term: `${word} ${partner}`, texts: Math.round(100 * dice) },
      { term: `${partner} ${word}`, texts: Math.round(100 * dice) },
    ])
    .sort(byTerm);
}

/** Terms by number, and the numbers of the terms of each word that may have a partner: in Hangul, and in Latin letters. */
interface NumberedTerms {
  names: readonly string[];
  hangulOf: readonly (readonly number[])[];
  latinOf: readonly (readonly number[])[];
}

function numberTerms(termsOf: readonly (readonly string[])[]): NumberedTerms {
  const names = [...new Set(termsOf.flat())];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const numbersOf = (isWanted: (term: string) => boolean): number[][] => {
    const wanted = new Set(names.filter(isWanted));
    return termsOf.map((terms) =>
      terms.filter((term) => wanted.has(term)).map((term) => numbers.get(term) ?? 0),
    );
  };
  return {
    names,
    hangulOf: numbersOf((term) => term.length > 1 && isHangul(term)),
    latinOf: numbersOf((term) => /^[a-z]{3,24}$/.test(term)),
  };
}

function distinctTerms(words: Uint32Array, numbersOf: readonly (readonly number[])[]): number[] {
  const terms = new Set<number>();
  for (const word of words) for (const term of numbersOf[word] ?? []) terms.add(term);
  return [...terms];
}

/** Returns the passages that the texts of an article in each two languages have in common. */
function alignArticle(texts: readonly Text[]): Passage[] {
  return texts.flatMap((one, at) => texts.slice(at + 1).flatMap((other) => alignTexts(one, other)));
}

/**
 * Aligned headings have one id in all languages. Sections under it with equally many blocks are paired block by block, others as a
 * whole.
 */
function alignTexts(one: Text, other: Text): Passage[] {
  const others = new Map(sectionsOf(other).map((section) => [section.id, section.blocks]));
  return sectionsOf(one).flatMap(({ id, blocks }): Passage[] => {
    const counterparts = others.get(id);
    if (counterparts === undefined) return [];
    if (counterparts.length === blocks.length)
      return blocks.map((block, at): Passage => [block, counterparts[at] ?? new Uint32Array()]);
    return [
      [
        Uint32Array.from(blocks.flatMap((block) => [...block])),
        Uint32Array.from(counterparts.flatMap((block) => [...block])),
      ],
    ];
  });
}

interface Section {
  /** Id of its heading, which is its first block; empty for title, description and the text before the first heading. */
  id: string;
  /** The words of each block. */
  blocks: Uint32Array[];
}

function sectionsOf({ page, words }: Text): Section[] {
  const sections: Section[] = [{ id: '', blocks: [] }];
  const { blocks } = page.text;
  for (const [at, { start, id }] of blocks.entries()) {
    if (id !== undefined) sections.push({ id, blocks: [] });
    sections.at(-1)?.blocks.push(words.subarray(start, blocks[at + 1]?.start ?? words.length));
  }
  return sections;
}

/** The strength of the association between two words. */
interface Association {
  /** Log-likelihood ratio. */
  ratio: number;
  /** Dice coefficient. */
  dice: number;
}

type Link = readonly [word: string, partner: string, association: Association];

/** Minimum number of passages that a pair shares, and of its measures. A ratio of 15 is chance in one of 10,000 pairs of words. */
const least = { passages: 3, ratio: 15, dice: 0.3 };

/** Words in more than this share of the passages are not paired: they would share passages with any word. */
const greatestShare = 0.1;

function associate(
  hangul: ReadonlyMap<number, readonly number[]>,
  latin: readonly (readonly number[])[],
  names: readonly string[],
): Link[] {
  const counts = new Uint32Array(names.length);
  for (const partners of latin) for (const partner of partners) counts[partner] = (counts[partner] ?? 0) + 1;
  const limit = Math.max(20, greatestShare * latin.length);
  const shared = new Uint32Array(names.length);
  const links: Link[] = [];
  for (const [word, passages] of hangul) {
    if (passages.length < least.passages || passages.length > limit) continue;
    const candidates: number[] = [];
    for (const passage of passages)
      for (const partner of latin[passage] ?? []) {
        const before = shared[partner] ?? 0;
        if (before === 0) candidates.push(partner);
        shared[partner] = before + 1;
      }
    for (const partner of candidates) {
      const [both, count] = [shared[partner] ?? 0, counts[partner] ?? 0];
      shared[partner] = 0;
      if (both < least.passages || count > limit) continue;
      const dice = (2 * both) / (passages.length + count);
      const ratio = likelihoodRatio(both, passages.length, count, latin.length);
      if (dice >= least.dice && ratio >= least.ratio)
        links.push([names[word] ?? '', names[partner] ?? '', { ratio, dice }]);
    }
  }
  return links;
}

/** Returns the log-likelihood ratio (G²) that two events depend on each other, by how often each and both occur in `all` trials. */
function likelihoodRatio(both: number, one: number, other: number, all: number): number {
  const cell = (seen: number, row: number, column: number): number =>
    seen <= 0 ? 0 : seen * Math.log((seen * all) / (row * column));
  return (
    2 *
    (cell(both, one, other) +
      cell(one - both, one, all - other) +
      cell(other - both, all - one, other) +
      cell(all - one - other + both, all - one, all - other))
  );
}

/** Chooses the links between words that are among the best partners of each other. */
function choose(links: readonly Link[]): Link[] {
  const sorted = links.toSorted(
    ([word, partner, { ratio }], [otherWord, otherPartner, other]) =>
      other.ratio - ratio || (word + partner < otherWord + otherPartner ? -1 : 1),
  );
  const best = (key: 0 | 1): Set<Link> =>
    new Set(
      [...Map.groupBy(sorted, (link) => link[key]).values()].flatMap((each) => each.slice(0, mostPartners)),
    );
  return [...best(0).intersection(best(1))];
}

/** Maximum number of partners of a word. */
const mostPartners = 2;
