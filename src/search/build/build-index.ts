import type { Locale } from '../../locale/index.ts';
import {
  contractVersion,
  encodeSubjects,
  listTails,
  manifestName,
  normalize,
  splitWords,
  textName,
  toRuns,
  wholeTerm,
  type Card,
  type Manifest,
  type OutlineLine,
} from '../contract/index.ts';
import { collectTexts, type Text } from './collect-texts.ts';
import { digest } from './digest.ts';
import { compressedFile, plainFile, type IndexFile } from './index-file.ts';
import { countTerms } from './lexicon.ts';
import type { Analysis } from './morphology.ts';
import { isUpper, listLines, maxWholeCards, toSubjects } from './outline.ts';
import { writeIndex, type PagefindProgram } from './pagefind-index/index.ts';
import { learnPairs } from './pairs.ts';
import { createPieceWriter } from './piece-files.ts';
import { invertTexts } from './postings.ts';
import type { SearchableSite } from './searchable-site.ts';
import { listSounds } from './sounds.ts';
import { toStoredText, toTextPart } from './text-summary.ts';
import { addNumbers, findTerms, hangulRuns, splitIntoRuns } from './terms.ts';

/** The part of an index that takes long to make, which builds keep. */
export interface IndexTools {
  /** Analyzes all given runs of Hangul at once and returns a lookup function for them. */
  analyzeAll: (runs: readonly string[]) => Promise<(run: string) => Analysis>;
  loadProgram: () => Promise<PagefindProgram>;
}

/** Builds the files of a search index. They are deterministic. */
export async function buildIndex(
  site: SearchableSite,
  { analyzeAll, loadProgram }: IndexTools,
): Promise<IndexFile[]> {
  const collected = collectTexts(site.pages);
  const runs = splitIntoRuns(collected.words);
  const terms = addNumbers(
    collected.words,
    findTerms(runs, site.names.flat(), await analyzeAll(hangulRuns(runs))),
  );
  // A text of punctuation only has nothing to find.
  const texts = collected.texts.filter(({ words }) => words.some((word) => (terms[word] ?? []).length > 0));
  const postings = invertTexts(
    texts.map(({ words }) => words),
    terms,
  );
  const lexicon = countTerms(postings);
  const program = [...(await loadProgram())].map(([name, content]) => plainFile(name, content));
  const partWords = choosePartWords(texts, site.maxFiles);
  const stored = texts.flatMap((text) => storeText(text, partWords));
  const perLocale = <Value>(value: (locale: Locale) => Value): Record<Locale, Value> =>
    Object.fromEntries(site.locales.map((locale) => [locale, value(locale)]));
  const articles = [...new Set(texts.map(({ page }) => page.path))].sort();
  const cards = perLocale((locale) =>
    texts.filter(({ page }) => page.locale === locale).map((text) => toCard(text, partWords)),
  );
  const lines = listLines(texts);
  const lists = {
    tails: listTails(lexicon),
    sounds: listSounds(lexicon, termsInLines(lines)),
    pairs: learnPairs(texts, terms),
    subjects: encodeSubjects(toSubjects(site, texts, articles)),
    lines: perLocale((locale) => groupLines(lines.get(locale) ?? [])),
  };
  const makeLists = (coarseness: number): { files: IndexFile[]; manifest: Omit<Manifest, 'build'> } => {
    const files = [...program, ...writeIndex(texts.length, postings, coarseness)].map((file) => ({
      ...file,
      name: pagefind + file.name,
    }));
    const { addFile, addTerms, addLines, addCards } = createPieceWriter(files, coarseness);
    const manifest: Omit<Manifest, 'build'> = {
      version: contractVersion,
      locales: site.locales,
      lexicon: addTerms('lexicon', lexicon, 8),
      tails: addTerms('tails', lists.tails, 1),
      // Few queries need these.
      sounds: addTerms('sounds', lists.sounds, 0.1),
      pairs: addTerms('pairs', lists.pairs, 0.3),
      subjects: addFile('subjects', lists.subjects),
      cards: perLocale((locale) => addCards(`cards.${locale}`, cards[locale])),
      outlines: perLocale((locale) => {
        const upper = lists.lines[locale]?.upper ?? [];
        const hasTitles = (cards[locale]?.length ?? 0) > maxWholeCards;
        const kept = upper.filter(({ level }) => hasTitles || level > 0);
        return addLines(`outline.${locale}`, kept, upper.length);
      }),
      deeper: perLocale((locale) => {
        const deeper = lists.lines[locale]?.deeper ?? [];
        return addLines(`deeper.${locale}`, deeper, deeper.length);
      }),
      partWords,
      pagefind,
      opening: files
        .map(({ name }) => name)
        .filter(isOpening)
        .map((name) => name.slice(pagefind.length)),
    };
    return { files, manifest };
  };
  // The manifest is a file, too.
  const made = fitFiles(makeLists, site.maxFiles - stored.length - 1);
  const files = [...made.files, ...stored];
  const whole: Manifest = { ...made.manifest, build: digestFiles(files) };
  return [...files, plainFile(manifestName, JSON.stringify(whole))];
}

/** Maximum number of times that the lists are split again, since their files are not exactly inversely proportional to the size of a piece. */
const maxSplits = 6;

/**
 * Makes lists in so few files that they fit, if possible.
 *
 * @param make makes the lists with pieces that are larger by a factor
 */
function fitFiles<Lists extends { files: readonly unknown[] }>(
  make: (coarseness: number) => Lists,
  maxFiles: number,
): Lists {
  let coarseness = 1;
  let lists = make(coarseness);
  for (let split = 0; split < maxSplits && lists.files.length > maxFiles; split += 1) {
    coarseness *= (1.02 * lists.files.length) / Math.max(1, maxFiles);
    lists = make(coarseness);
  }
  return lists;
}

/** Returns the titles and upper headings, and the deeper headings. */
function groupLines(lines: readonly OutlineLine[]): { upper: OutlineLine[]; deeper: OutlineLine[] } {
  const { upper = [], deeper = [] } = Object.groupBy(lines, (line) => (isUpper(line) ? 'upper' : 'deeper'));
  return { upper, deeper };
}

/** Returns the whole terms of the words in titles and headings. */
function termsInLines(lines: ReadonlyMap<Locale, readonly OutlineLine[]>): Set<string> {
  const written = [...lines.values()].flat().flatMap((line) => splitWords(normalize(line.written)));
  return new Set(written.flatMap(toRuns).map(wholeTerm));
}

/** Folder of Pagefind’s files. */
const pagefind = 'pagefind/';

/** Returns whether Pagefind’s program loads a file when an index is opened. */
function isOpening(name: string): boolean {
  return /^pagefind\/(?:pagefind-entry\.json|.*\.pf_meta|wasm\..*)$/.test(name);
}

/** Number of words in the smallest part of a stored text: some 4 KB. */
const leastPartWords = 800;

/** Share of the files of an index that stored texts may be, unless there are more texts. */
const textShare = 0.6;

/** Returns the number of words in a part of a stored text: larger on a site whose texts would have too many parts. */
function choosePartWords(texts: readonly Text[], maxFiles: number): number {
  let partWords = leastPartWords;
  const countFiles = (): number =>
    texts
      .map((text) => countParts(text, partWords))
      .reduce((sum, parts) => sum + (parts === 1 ? 1 : parts + 1), 0);
  // A text is at least one file.
  const limit = Math.max(texts.length, textShare * maxFiles);
  while (countFiles() > limit) partWords *= 2;
  return partWords;
}

/** Returns the number of parts of a stored text. A text that is a little longer than a part is stored whole. */
function countParts({ words: { length } }: Text, partWords: number): number {
  return length <= 1.5 * partWords ? 1 : Math.ceil(length / partWords);
}

function storeText(text: Text, partWords: number): IndexFile[] {
  const { locale, read } = text.page;
  const parts = countParts(text, partWords);
  const key = `${text.id} ${parts}`;
  const head = compressedFile(textName(text.id), key, async () =>
    JSON.stringify(toStoredText(locale, await read(), parts > 1)),
  );
  if (parts === 1) return [head];
  const others = Array.from({ length: parts }, (_, part) =>
    compressedFile(textName(text.id, part), `${key} ${part} ${partWords}`, async () =>
      JSON.stringify(toTextPart(await read(), part, partWords)),
    ),
  );
  return [head, ...others];
}

function toCard(text: Text, partWords: number): Card {
  const parts = countParts(text, partWords);
  const { path, text: summary } = text.page;
  return parts === 1 ? [path, summary.title, text.id] : [path, summary.title, text.id, parts];
}

/** Returns a content hash of files, independent of their order. */
function digestFiles(files: readonly IndexFile[]): string {
  return digest(
    files
      .map(({ name, key }) => `${name} ${key}`)
      .sort()
      .join('\n'),
  );
}
