import type { Locale } from '../../locale/index.ts';
import {
  contractVersion,
  encodeLexicon,
  listTails,
  manifestName,
  textName,
  type LexiconTerm,
  type Manifest,
} from '../contract/index.ts';
import { collectTexts, type Text } from './collect-texts.ts';
import { digest } from './digest.ts';
import { compressedFile, plainFile, type IndexFile } from './index-file.ts';
import { countTerms, splitLexicon } from './lexicon.ts';
import type { Analysis } from './morphology.ts';
import { textsIn, toDeeperHeadings, toOutline, toSubjects } from './outline.ts';
import { writeIndex, type PagefindProgram } from './pagefind-index/index.ts';
import { invertTexts } from './postings.ts';
import type { SearchableSite } from './searchable-site.ts';
import { toStoredText } from './text-summary.ts';
import { findTerms, hangulRuns, splitIntoRuns } from './terms.ts';

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
  const terms = findTerms(runs, site.names.flat(), await analyzeAll(hangulRuns(runs)));
  // A text of punctuation only has nothing to find.
  const texts = collected.texts.filter(({ words }) => words.some((word) => (terms[word] ?? []).length > 0));
  const postings = invertTexts(
    texts.map(({ words }) => words),
    terms,
  );
  const files = [
    ...[...(await loadProgram())].map(([name, content]) => plainFile(name, content)),
    ...writeIndex(
      texts.map(({ id }) => id),
      postings,
    ),
  ].map((file) => ({ ...file, name: `pagefind/${file.name}` }));
  for (const text of texts)
    files.push(
      compressedFile(textName(text.id), text.id, async () => {
        const { locale, read } = text.page;
        return JSON.stringify(toStoredText(locale, await read()));
      }),
    );
  const addFile = (name: string, ending: string, content: string): string => {
    const file = `${name}.${digest(content)}.${ending}`;
    files.push(plainFile(file, content));
    return file;
  };
  const perLocale = (name: (locale: Locale) => string): Record<Locale, string> =>
    Object.fromEntries(site.locales.map((locale) => [locale, name(locale)]));
  const addPieces = (name: string, entries: readonly LexiconTerm[]): Manifest['lexicon'] =>
    splitLexicon(entries).map((piece) => [piece[0]?.term ?? '', addFile(name, 'txt', encodeLexicon(piece))]);
  const lexicon = countTerms(postings);
  const articles = [...new Set(texts.map(({ page }) => page.path))].sort();
  const inLocale = (locale: Locale): Text[] => textsIn(locale, texts);
  const manifest = {
    version: contractVersion,
    locales: site.locales,
    lexicon: addPieces('lexicon', lexicon),
    tails: addPieces('tails', listTails(lexicon)),
    outlines: perLocale((locale) =>
      addFile(`outline.${locale}`, 'json', JSON.stringify(toOutline(inLocale(locale), articles))),
    ),
    deeper: perLocale((locale) =>
      addFile(`deeper.${locale}`, 'json', JSON.stringify(toDeeperHeadings(inLocale(locale)))),
    ),
    subjects: addFile('subjects', 'json', JSON.stringify(toSubjects(site, texts, articles))),
    pagefind: 'pagefind/',
  };
  const whole: Manifest = { ...manifest, build: digestFiles(files) };
  return [...files, plainFile(manifestName, JSON.stringify(whole))];
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
