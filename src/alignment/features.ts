import { isVerbatim, type AlignableBlock } from './alignable.ts';
import type { Link } from './link.ts';

/** The features of one text's blocks, as ids. A feature can be found in a block and its counterpart without knowing either language. */
export interface Features {
  /** The distinct features of each block. */
  of: readonly (readonly number[])[];
  /** Total weight of each block's features if all are shared. */
  shared: Float64Array;
  /** Total penalty of each block's features if none is shared. */
  penalty: Float64Array;
}

/** The features that two texts share, with common ids. */
export interface SharedFeatures {
  source: Features;
  target: Features;
  /** By feature: the score that two blocks get if both have it, not counting the penalty they avoid. */
  weights: Float64Array;
  /** By feature: the number of blocks of both texts that have it. */
  counts: Int32Array;
  /** Whether each feature is anything other than a word: code, a number, a URL or a whole block. */
  isFact: readonly boolean[];
}

/**
 * Finds the features that blocks of two texts share: equal digests, facts, lines of code and formulas, and cognates, which are words spelled
 * the same in both texts, mostly names (Simard, Foster & Isabelle, 1992). The weight of a feature is its inverse document
 * frequency: how much likelier two counterparts are to share it than any two blocks.
 *
 * @param likely links that may be counterparts, each of which counts as a feature of its blocks
 */
export function findSharedFeatures(
  source: readonly AlignableBlock[],
  target: readonly AlignableBlock[],
  likely: readonly Link[] = [],
): SharedFeatures {
  const listed = [source, target].map((blocks) => blocks.map(listFeatures)) as [string[][], string[][]];
  for (const [number, link] of likely.entries()) {
    for (const block of link.source) listed[0][block]?.push(`${likelyPrefix}${number}`);
    for (const block of link.target) listed[1][block]?.push(`${likelyPrefix}${number}`);
  }
  const [inSource, inTarget] = listed.map(countEach) as [Map<string, number>, Map<string, number>];
  const names = [...inSource.keys()].filter((name) => inTarget.has(name));
  const ids = new Map(names.map((name, number) => [name, number]));
  const counts = Int32Array.from(names, (name) => (inSource.get(name) ?? 0) + (inTarget.get(name) ?? 0));
  const blocks = source.length + target.length;
  const kinds = names.map((name) => kindOf(name));
  const weights = Float64Array.from(kinds, ({ trust, penalty }, number) => {
    return trust * Math.log(blocks / (counts[number] ?? 1)) + 2 * penalty;
  });
  const toFeatures = (names: string[][]): Features => {
    const of = names.map((each) => each.flatMap((name) => ids.get(name) ?? []));
    const sum = (of: readonly number[], weigh: (feature: number) => number): number =>
      of.reduce((total, feature) => total + weigh(feature), 0);
    return {
      of,
      shared: Float64Array.from(of, (each) => sum(each, (feature) => weights[feature] ?? 0)),
      penalty: Float64Array.from(of, (each) => sum(each, (feature) => kinds[feature]?.penalty ?? 0)),
    };
  };
  return {
    source: toFeatures(listed[0]),
    target: toFeatures(listed[1]),
    weights,
    counts,
    isFact: names.map((name) => !name.startsWith('word ')),
  };
}

/** Parameters of a kind of feature. */
interface FeatureKind {
  /** Factor for the weight: features of one block are correlated, so each is weaker evidence than it would be by itself. */
  trust: number;
  /** Penalty if only one of two blocks has the feature, although both texts do. */
  penalty: number;
}

const likelyPrefix = 'link ';

const featureKinds: Readonly<Record<string, FeatureKind>> = {
  [likelyPrefix]: { trust: 8, penalty: 0 },
  'same ': { trust: 1, penalty: 0 },
  'fact ': { trust: 0.8, penalty: 0.8 },
  'line ': { trust: 0.5, penalty: 0.2 },
  'word ': { trust: 0.5, penalty: 0.15 },
};

function kindOf(name: string): FeatureKind {
  return featureKinds[name.slice(0, 5)] ?? { trust: 0, penalty: 0 };
}

function listFeatures(block: AlignableBlock): string[] {
  const { digest, facts, text } = block;
  const words = isVerbatim(block) ? [] : (text.normalize('NFC').toLowerCase().match(runsOfLetters) ?? []);
  const lines = isVerbatim(block) ? text.split('\n').map((line) => line.trim()) : [];
  return [
    `same ${digest}`,
    ...new Set(facts.map((fact) => `fact ${fact.normalize('NFC')}`)),
    ...new Set(lines.filter((line) => line !== '').map((line) => `line ${line}`)),
    ...new Set(words.map((word) => `word ${word}`)),
  ];
}

/** Runs of Latin letters or of other letters, so that `Astro는` contains `astro`. */
const runsOfLetters = /\p{Script=Latin}{2,}|[^\P{L}\p{Script=Latin}]{2,}/gu;

function countEach(blocks: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of blocks.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
