import { isJosa } from '../../korean/index.ts';
import { latinTerms, normalize, readNumber, splitWords, toRuns, type Run } from '../contract/index.ts';
import type { Analysis, Part } from './morphology.ts';

/** Splits each word into its runs, once for all that needs them. */
export function splitIntoRuns(words: readonly string[]): (readonly Run[])[] {
  return words.map((word) => toRuns(normalize(word)));
}

/**
 * Returns the terms under which each word of a site is indexed: the stem of the whole first, then its parts.
 *
 * The analyzer knows a dictionary but not the site, so the site's own words correct it: a string that occurs with
 * several josa is a noun, and glossary names are words. Parts of compounds are taken from the analyzer; a wrong part
 * (토폴/로지) does no harm, as nobody searches for it.
 *
 * @param words the runs of each distinct word of the site
 * @param names glossary names, which are always nouns
 */
export function findTerms(
  words: readonly (readonly Run[])[],
  names: readonly string[],
  analyze: (run: string) => Analysis,
): (readonly string[])[] {
  const evidence = gatherEvidence(hangulRuns(words), names);
  const termsByRun = new Map<string, readonly string[]>();
  const termsOfRun = ({ text, script }: Run, before: Run | undefined): readonly string[] => {
    // A josa after a Latin word is not a word of its own.
    if (script === 'hangul' && before?.script === 'other' && isJosa(text)) return [];
    const known = termsByRun.get(text);
    if (known !== undefined) return known;
    const { stems, parts } =
      script === 'other' ? { stems: latinTerms(text), parts: [] } : readRun(text, analyze(text), evidence);
    const terms = [...new Set([...stems, ...parts])];
    termsByRun.set(text, terms);
    return terms;
  };
  const toTerms = (runs: readonly Run[]): readonly string[] => {
    const [first] = runs;
    if (runs.length === 1 && first !== undefined) return termsOfRun(first, undefined);
    return [...new Set(runs.flatMap((run, place) => termsOfRun(run, runs[place - 1])))];
  };
  return words.map(toTerms);
}

/** Adds to the terms of each word the number that it is with Korean units: 35000 to 3만5천원. */
export function addNumbers(
  words: readonly string[],
  terms: readonly (readonly string[])[],
): (readonly string[])[] {
  return terms.map((of, at) => {
    const number = readNumber(normalize(words[at] ?? ''));
    return number === undefined ? of : [...new Set([...of, number])];
  });
}

/** Returns the distinct runs of Hangul in words, sorted. */
export function hangulRuns(words: readonly (readonly Run[])[]): string[] {
  const runs = new Set<string>();
  for (const each of words) for (const { text, script } of each) if (script === 'hangul') runs.add(text);
  return [...runs].sort();
}

/** Evidence from the site's own words about where nouns end. */
interface Evidence {
  /** Number of different josa (counting none as one) with which a prefix of a word occurs on the site. */
  josaCount: ReadonlyMap<string, number>;
  names: ReadonlySet<string>;
}

/** Maximum number of syllables in a josa: `에서부터는`, `으로부터의`. */
const longestJosa = 5;

function gatherEvidence(runs: readonly string[], names: readonly string[]): Evidence {
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
  return { josaCount, names: new Set(hangulRuns(splitIntoRuns(names.flatMap(splitWords)))) };
}

/** Stems and parts of a run of Hangul. */
interface Reading {
  /** The stem as written; for a contracted verb form, the written form and then the verb's stem. */
  stems: readonly string[];
  /** Parts of the stem, if it is a compound. */
  parts: readonly string[];
}

function readRun(run: string, { parts }: Analysis, evidence: Evidence): Reading {
  const stem = stemOf(run, parts);
  const better = correct(run, stem, parts, evidence);
  if (better !== undefined && better === stem) return { stems: [stem], parts: partsOf(parts) };
  // A single syllable may be a josa or the end of a noun: 로그인 is not 로그 with a josa. Index both.
  if (better !== undefined)
    return { stems: run.length - better.length === 1 ? [better, run] : [better], parts: [] };
  if (stem !== undefined) return { stems: [stem], parts: partsOf(parts) };
  // A contracted verb form, such as 빨라 of 빠르다, is indexed by the written form and by the stem.
  return {
    stems: [run, ...parts.filter(({ kind }) => kind === 'verb').map(({ text }) => text)],
    parts: partsOf(parts),
  };
}

/** Returns the prefix of the run that consists of its meaningful parts, if they occur there unchanged. */
function stemOf(run: string, parts: readonly Part[]): string | undefined {
  let stem = '';
  for (const { text } of parts) {
    if (!run.startsWith(stem + text)) break;
    stem += text;
  }
  return stem === '' ? undefined : stem;
}

/** Returns the stem, corrected by the site's own words if the analyzer cut off too much or too little. */
function correct(
  run: string,
  stem: string | undefined,
  parts: readonly Part[],
  { josaCount, names }: Evidence,
): string | undefined {
  if (names.has(run)) return run;
  const count = (of: string): number => josaCount.get(of) ?? 0;
  if (stem === run && parts.every(({ kind }) => kind !== 'verb')) {
    // A noun that the analyzer took together with its josa: 쿠버네티스에서, if 쿠버네티스 occurs with other josa too.
    for (let length = Math.max(2, run.length - longestJosa); length < run.length; length += 1) {
      const [shorter, tail] = [run.slice(0, length), run.slice(length)];
      const enough = tail.length > 1 ? 2 : 3;
      if (isJosa(tail) && (names.has(shorter) || (count(shorter) > enough && count(shorter) > count(run))))
        return shorter;
    }
    return run;
  }
  // A noun whose last syllable the analyzer took for a josa: 스토어 occurs with josa, 스토 does not.
  const isCut = stem !== undefined && stem.length < run.length && run.length - stem.length === 1;
  if (isCut && count(run) > 2 && count(stem) <= 1) return run;
  return stem;
}

/** Returns the parts of a compound. Single syllables are dropped: they occur in too many words to be useful. */
function partsOf(parts: readonly Part[]): string[] {
  const texts = parts.map(({ text }) => text);
  return texts.length < 2 ? [] : texts.filter((text) => text.length > 1);
}
