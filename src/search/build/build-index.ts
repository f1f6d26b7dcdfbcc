import { gzipSync } from 'node:zlib';
import type { Locale } from '../../locale/index.ts';
import { contractVersion, encodeLexicon, manifestName, textName, type Manifest } from '../contract/index.ts';
import { collectTexts, type Text } from './collect-texts.ts';
import { digest, digestFiles } from './digest.ts';
import { countTerms, splitLexicon } from './lexicon.ts';
import type { Analysis } from './morphology.ts';
import { textsIn, toDeeperHeadings, toOutline, toSubjects } from './outline.ts';
import { buildPostings } from './postings.ts';
import type { SearchableSite } from './searchable-site.ts';
import { createWordTerms, hangulRuns, splitIntoRuns } from './terms.ts';

/** Analyzes all given runs of Hangul at once and returns a lookup function for them. */
export type AnalyzeAll = (runs: readonly string[]) => Promise<(run: string) => Analysis>;

/** Builds the files of a search index, by path within its folder. The output is deterministic. */
export async function buildIndex(
  site: SearchableSite,
  analyzeAll: AnalyzeAll,
): Promise<Map<string, Uint8Array>> {
  const collected = collectTexts(site.pages);
  const words = splitIntoRuns(collected.flatMap((text) => text.words));
  const termsOf = createWordTerms(words, site.names.flat(), await analyzeAll(hangulRuns(words)));
  // Pagefind rejects a text without any term, such as one of punctuation only.
  const texts = collected.filter((text) => text.words.some((word) => termsOf(word).length > 0));
  const indexed = texts.map((text) => ({ key: text.key, words: text.words.map(termsOf) }));
  const { files: postings, ids } = await buildPostings(indexed);
  const idOf = ({ key }: Text): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`Pagefind returned no id for ${key}`);
    return id;
  };
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of postings) files.set(`pagefind/${path}`, content);
  for (const text of texts)
    files.set(textName(idOf(text)), gzipSync(JSON.stringify(text.stored), { level: 9 }));
  const addFile = (name: string, ending: string, content: string): string => {
    const file = `${name}.${digest(content)}.${ending}`;
    files.set(file, Buffer.from(content));
    return file;
  };
  const perLocale = (name: (locale: Locale) => string): Record<Locale, string> =>
    Object.fromEntries(site.locales.map((locale) => [locale, name(locale)]));
  const articles = [...new Set(texts.map(({ page }) => page.path))].sort();
  const manifest = {
    version: contractVersion,
    locales: site.locales,
    lexicon: splitLexicon(countTerms(indexed.map((text) => text.words))).map((piece): [string, string] => [
      piece[0]?.term ?? '',
      addFile('lexicon', 'txt', encodeLexicon(piece)),
    ]),
    outlines: perLocale((locale) => {
      const outline = toOutline(textsIn(locale, texts), articles, idOf);
      return addFile(`outline.${locale}`, 'json', JSON.stringify(outline));
    }),
    deeper: perLocale((locale) => {
      const headings = toDeeperHeadings(textsIn(locale, texts));
      return addFile(`deeper.${locale}`, 'json', JSON.stringify(headings));
    }),
    subjects: addFile('subjects', 'json', JSON.stringify(toSubjects(site, texts, articles))),
    pagefind: 'pagefind/',
  };
  const whole: Manifest = { ...manifest, build: digestFiles(files) };
  files.set(manifestName, Buffer.from(JSON.stringify(whole)));
  return files;
}
