import { isJosa } from '../../korean/index.ts';
import { latinTerms, normalise, splitWords, toRuns } from '../contract/index.ts';
import type { Analysis, Part } from './morphology.ts';

/** Gives the terms by which a written word is found: the first is that of the whole, the others those of its parts. */
export type WordTerms = (word: string) => readonly string[];

/**
 * What settles the terms of every word of a site.
 *
 * The analyser knows a dictionary, not the site. So the site's own words correct it: a noun is what stands with several
 * josa somewhere, and names of the glossary are words. Parts of a compound are taken as the analyser has them: where it
 * is wrong (토폴/로지), a part that nobody asks for does no harm.
 *
 * @param runs all runs of Hangul of the site
 * @param names words that are nouns in any case, as the glossary has them
 */
export function createWordTerms(
  runs: readonly string[],
  names: Iterable<string>,
  analyse: (run: string) => Analysis,
): WordTerms {
  const evidence = gatherEvidence(runs, names);
  const settled = new Map<string, readonly string[]>();
  return (word) => {
    const known = settled.get(word);
    if (known !== undefined) return known;
    const terms = toRuns(normalise(word)).flatMap(({ text, script }, place, all) => {
      if (script === 'other') return latinTerms(text);
      // Behind a Latin word josa are no word of their own.
      if (place > 0 && all[place - 1]?.script === 'other' && isJosa(text)) return [];
      const { stems, parts } = readRun(text, analyse(text), evidence);
      return [...stems, ...parts];
    });
    const each = [...new Set(terms)];
    settled.set(word, each);
    return each;
  };
}

/** The runs of Hangul in words, each once. */
export function hangulRuns(words: Iterable<string>): string[] {
  const runs = new Set<string>();
  for (const word of words) {
    for (const { text, script } of toRuns(normalise(word))) if (script === 'hangul') runs.add(text);
  }
  return [...runs].sort();
}

/** What the site's own words say of each other. */
interface Evidence {
  /** With how many different josa (none counts as one) a beginning of a word stands somewhere. */
  josaCount: ReadonlyMap<string, number>;
  names: ReadonlySet<string>;
}

/** The longest josa that are looked for, in syllables: `에서부터는`, `으로부터의`. */
const longestJosa = 5;

function gatherEvidence(runs: readonly string[], names: Iterable<string>): Evidence {
  const josaCount = new Map<string, number>();
  for (const run of runs) {
    for (let length = Math.max(1, run.length - longestJosa); length <= run.length; length += 1) {
      const tail = run.slice(length);
      if (tail === '' || isJosa(tail)) {
        const stem = run.slice(0, length);
        josaCount.set(stem, (josaCount.get(stem) ?? 0) + 1);
      }
    }
  }
  return { josaCount, names: new Set(hangulRuns([...names].flatMap(splitWords))) };
}

/** How a run of Hangul is read. */
interface Reading {
  /** The stem as it is written, then the stem of a verb whose written form has run together with its ending. */
  stems: readonly string[];
  /** Parts of the stem, if it is a compound. */
  parts: readonly string[];
}

function readRun(run: string, { parts }: Analysis, evidence: Evidence): Reading {
  const stem = stemOf(run, parts);
  const better = correct(run, stem, parts, evidence);
  if (better !== undefined && better === stem) return { stems: [stem], parts: partsOf(parts) };
  // One syllable may be josa and the end of a noun: 로그인 is no form of 로그, though it looks like one.
  if (better !== undefined)
    return { stems: run.length - better.length === 1 ? [better, run] : [better], parts: [] };
  if (stem !== undefined) return { stems: [stem], parts: partsOf(parts) };
  // Written together with its ending, as 빨라 of 빠르다: found by what is written and by the stem.
  return {
    stems: [run, ...parts.filter(({ kind }) => kind === 'verb').map(({ text }) => text)],
    parts: partsOf(parts),
  };
}

/** The beginning of the run that its meaningful parts make up, if they stand there as they are. */
function stemOf(run: string, parts: readonly Part[]): string | undefined {
  let stem = '';
  for (const { text } of parts) {
    if (!run.startsWith(stem + text)) break;
    stem += text;
  }
  return stem === '' ? undefined : stem;
}

/** The stem that the site's own words show, where the analyser has taken too much or too little for it. */
function correct(
  run: string,
  stem: string | undefined,
  parts: readonly Part[],
  { josaCount, names }: Evidence,
): string | undefined {
  if (names.has(run)) return run;
  const count = (of: string): number => josaCount.get(of) ?? 0;
  if (stem === run && parts.every(({ kind }) => kind !== 'verb')) {
    // A noun that ends as josa do: 쿠버네티스에서, if 쿠버네티스 stands with other josa too.
    for (let length = Math.max(2, run.length - longestJosa); length < run.length; length += 1) {
      const [shorter, tail] = [run.slice(0, length), run.slice(length)];
      const enough = tail.length > 1 ? 2 : 3;
      if (isJosa(tail) && (names.has(shorter) || (count(shorter) > enough && count(shorter) > count(run))))
        return shorter;
    }
    return run;
  }
  // A noun of which the analyser has cut the end: 스토어, which stands with josa, while 스토 does not.
  const isCut = stem !== undefined && stem.length < run.length && run.length - stem.length === 1;
  if (isCut && count(run) > 2 && count(stem) <= 1) return run;
  return stem;
}

/** Parts of a compound, of more than a syllable: shorter ones are in too many words to tell any of them. */
function partsOf(parts: readonly Part[]): string[] {
  const texts = parts.map(({ text }) => text);
  return texts.length < 2 ? [] : texts.filter((text) => text.length > 1);
}
