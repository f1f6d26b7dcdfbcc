import type { AlignableBlock } from './alignable.ts';
import type { Link } from './link.ts';

/** What can be found in a block and again in its counterpart, by number; all of it without knowing either language. */
export interface Signs {
  /** The signs of each block, each once. */
  of: readonly (readonly number[])[];
  /** Of each block, what its signs weigh together where they are shared … */
  shared: Float64Array;
  /** … and what it costs that they are there where none is. */
  alone: Float64Array;
}

/** The signs of two texts: what both have is numbered the same. */
export interface SharedSigns {
  source: Signs;
  target: Signs;
  /** What each sign weighs where two blocks share it. */
  weights: Float64Array;
  /** In how many blocks of both texts it stands. */
  counts: Int32Array;
  /** Whether it is code, a number or an address, or all of a block. */
  isFact: readonly boolean[];
}

/**
 * Find what blocks of two texts have in common: equal digests, facts, lines of code, and words that both texts write the same
 * (names, mostly; Simard, Foster & Isabelle, 1992). The rarer a sign the more it weighs: as much as it is less likely in any
 * two blocks than in two that belong together.
 */
export function findSharedSigns(
  source: readonly AlignableBlock[],
  target: readonly AlignableBlock[],
  marks: readonly Link[] = [],
): SharedSigns {
  const listed = [source, target].map((blocks) => blocks.map(listSigns)) as [string[][], string[][]];
  for (const [number, mark] of marks.entries()) {
    for (const block of mark.source) listed[0][block]?.push(`${markKind}${number}`);
    for (const block of mark.target) listed[1][block]?.push(`${markKind}${number}`);
  }
  const [inSource, inTarget] = listed.map(countEach) as [Map<string, number>, Map<string, number>];
  const names = [...inSource.keys()].filter((name) => inTarget.has(name));
  const numbers = new Map(names.map((name, number) => [name, number]));
  const counts = Int32Array.from(names, (name) => (inSource.get(name) ?? 0) + (inTarget.get(name) ?? 0));
  const blocks = source.length + target.length;
  const kinds = names.map((name) => kindOf(name));
  const weights = Float64Array.from(kinds, ({ trust, missed }, number) => {
    return trust * Math.log(blocks / (counts[number] ?? 1)) + 2 * missed;
  });
  const number = (signs: string[][]): Signs => {
    const of = signs.map((each) => each.flatMap((name) => numbers.get(name) ?? []));
    const sum = (of: readonly number[], weigh: (sign: number) => number): number =>
      of.reduce((total, sign) => total + weigh(sign), 0);
    return {
      of,
      shared: Float64Array.from(of, (each) => sum(each, (sign) => weights[sign] ?? 0)),
      alone: Float64Array.from(of, (each) => sum(each, (sign) => kinds[sign]?.missed ?? 0)),
    };
  };
  return {
    source: number(listed[0]),
    target: number(listed[1]),
    weights,
    counts,
    isFact: names.map((name) => !name.startsWith('word ')),
  };
}

/** How far a kind of sign is to be trusted. */
interface SignKind {
  /** Which part of its rarity counts: signs of one block come together, so that each tells less than it would alone. */
  trust: number;
  /** What speaks against two blocks if one has it and the other hasn’t, although it stands somewhere in both texts. */
  missed: number;
}

const markKind = 'mark ';

const signKinds: Readonly<Record<string, SignKind>> = {
  [markKind]: { trust: 8, missed: 0 },
  'same ': { trust: 1, missed: 0 },
  'fact ': { trust: 0.8, missed: 0.8 },
  'line ': { trust: 0.5, missed: 0.2 },
  'word ': { trust: 0.5, missed: 0.15 },
};

function kindOf(name: string): SignKind {
  return signKinds[name.slice(0, 5)] ?? { trust: 0, missed: 0 };
}

function listSigns({ type, digest, facts, text }: AlignableBlock): string[] {
  const words = type === 'code' ? [] : (text.normalize('NFC').toLowerCase().match(runsOfLetters) ?? []);
  const lines = type === 'code' ? text.split('\n').map((line) => line.trim()) : [];
  return [
    `same ${digest}`,
    ...new Set(facts.map((fact) => `fact ${fact.normalize('NFC')}`)),
    ...new Set(lines.filter((line) => line !== '').map((line) => `line ${line}`)),
    ...new Set(words.map((word) => `word ${word}`)),
  ];
}

/** Words, cut where Latin letters meet others: `Astro는` has `astro` in it. */
const runsOfLetters = /\p{Script=Latin}{2,}|[^\P{L}\p{Script=Latin}]{2,}/gu;

function countEach(blocks: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of blocks.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
