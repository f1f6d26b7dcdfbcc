import { isJosa, singularsOf, soundKeys } from '../../../korean/index.ts';
import type { Locale } from '../../../locale/index.ts';
import {
  byTerm,
  contractVersion,
  encodeLexicon,
  encodeOutline,
  encodeSound,
  encodeSubjects,
  footnotesId,
  latinTerms,
  listTails,
  manifestName,
  normalize,
  splitWords,
  textName,
  toRuns,
  type Card,
  type LexiconTerm,
  type Manifest,
  type OutlineLine,
  type StoredText,
  type Subjects,
} from '../../contract/index.ts';
import { SearchError } from '../answer.ts';
import type { TextPlaces } from '../index/reader.ts';
import type { IndexSource } from '../index/reader.ts';

/** A text of a small site. */
interface SmallText {
  locale: Locale;
  /** Slug of the article that has the text. */
  slug: string;
  title: string;
  description?: string;
  /** Blocks of the text. A block that starts with `#` signs is a heading; `## Footnotes` that of the footnotes. */
  blocks?: readonly string[];
  topics?: readonly string[];
}

/** A small site: its texts, glossary names and topics. */
export interface SmallSite {
  texts: readonly SmallText[];
  names?: readonly (readonly string[])[];
  topics?: Subjects['topics'];
  /** Words of two languages that mean the same. */
  meanings?: readonly (readonly [word: string, partner: string])[];
  /** Terms of words that are more than the word without its josa: parts of compounds, stems of verbs. */
  terms?: Readonly<Record<string, readonly string[]>>;
}

/** A small index that records what it was asked for. It needs neither the Korean analyzer nor Pagefind. */
interface SmallIndex extends IndexSource {
  /** Names of the files read. */
  reads: string[];
  /** Terms looked up. */
  lookups: string[];
  /** All text of the site, to verify that answers quote nothing else. */
  written: readonly string[];
}

/** Builds an index of a small site in memory. */
export function createSmallIndex(site: SmallSite): SmallIndex {
  // The texts of each language are together.
  const sorted = [...Map.groupBy(site.texts, ({ locale }) => locale).values()].flat();
  const texts = sorted.map((text, number) =>
    storeText(text, String(number), new Map(Object.entries(site.terms ?? {}))),
  );
  const reads: string[] = [];
  const lookups: string[] = [];
  const files = toFiles(site, texts);
  return {
    reads,
    lookups,
    written: texts.flatMap(({ stored }) => stored.blocks),
    read: async (name) => {
      reads.push(name);
      const file = files.get(name);
      if (file === undefined) throw new SearchError('outdated');
      return Promise.resolve(new TextEncoder().encode(file));
    },
    openPostings: async () =>
      Promise.resolve(async (term) => {
        lookups.push(term);
        return Promise.resolve(texts.flatMap(({ id, words }): TextPlaces[] => placesIn(id, words, term)));
      }),
  };
}

interface IndexedText {
  id: string;
  of: SmallText;
  stored: StoredText;
  headings: readonly string[];
  /** The terms of each word. */
  words: readonly (readonly string[])[];
}

function storeText(of: SmallText, id: string, terms: ReadonlyMap<string, readonly string[]>): IndexedText {
  const blocks = [of.title, of.description ?? ''];
  const anchors: [number, string, string][] = [];
  const headings: string[] = [];
  const code: [number, number][] = [];
  for (const block of of.blocks ?? []) {
    // As in Markdown, code is indented.
    if (block.startsWith('    ')) code.push([blocks.flatMap(splitWords).length, splitWords(block).length]);
    const [, signs, heading] = /^(#+) (.*)$/.exec(block) ?? [];
    if (signs !== undefined && heading !== undefined) {
      const anchor = heading === 'Footnotes' ? footnotesId : `section-${anchors.length + 1}`;
      anchors.push([blocks.flatMap(splitWords).length, anchor, heading]);
      headings.push(`${signs.length}${heading}`);
    }
    blocks.push(heading ?? block);
  }
  const words = blocks.flatMap(splitWords).map((word) => termsOf(word, terms));
  return { id, of, stored: { locale: of.locale, blocks, anchors, code }, headings, words };
}

function termsOf(word: string, known: ReadonlyMap<string, readonly string[]>): string[] {
  return toRuns(normalize(word)).flatMap(({ text, script }, place) => {
    if (script === 'other') return latinTerms(text);
    if (place > 0 && isJosa(text)) return [];
    const stems = [1, 2, 3].map((tail) => text.slice(0, -tail)).filter((stem) => stem.length > 1);
    return known.get(text) ?? [stems.findLast((stem) => isJosa(text.slice(stem.length))) ?? text];
  });
}

function placesIn(id: string, words: IndexedText['words'], term: string): TextPlaces[] {
  const places = [...words.keys()].filter((place) => words[place]?.includes(term));
  return places.length === 0 ? [] : [{ id, places }];
}

function toFiles(
  { texts: all, names = [], topics = [], meanings = [] }: SmallSite,
  texts: readonly IndexedText[],
): Map<string, string> {
  const slugs = [...new Set(all.map(({ slug }) => slug))];
  const locales = [...new Set(all.map(({ locale }) => locale))];
  const perLocale = <Value>(value: (locale: Locale) => Value): Record<Locale, Value> =>
    Object.fromEntries(locales.map((locale) => [locale, value(locale)]));
  const terms = countTerms(texts);
  const lexicon = split(terms);
  const tails = split(listTails(terms));
  const pairs = split(listPairs(meanings));
  const sounds = split(listSounds(terms));
  const manifest: Manifest = {
    version: contractVersion,
    build: 'small',
    locales,
    lexicon: { name: 'lexicon', firsts: lexicon.map((piece) => piece[0]?.term ?? '') },
    tails: { name: 'tails', firsts: tails.map((piece) => piece[0]?.term ?? '') },
    sounds: { name: 'sounds', firsts: sounds.map((piece) => piece[0]?.term ?? '') },
    pairs: { name: 'pairs', firsts: pairs.map((piece) => piece[0]?.term ?? '') },
    subjects: 'subjects',
    cards: perLocale((locale) => ({ name: `cards-${locale}`, size: texts.length, pieces: 1 })),
    outlines: perLocale((locale) => ({
      name: `outline-${locale}`,
      firsts: [''],
      lines: linesIn(locale, texts).length,
    })),
    // The outlines contain all headings.
    deeper: {},
    partWords: 100,
    pagefind: 'pagefind/',
    opening: [],
  };
  const subjects = encodeSubjects({
    articles: slugs.map((slug) =>
      topics.flatMap(({ id }, number) =>
        all.some((text) => text.slug === slug && text.topics?.includes(id)) ? [number] : [],
      ),
    ),
    texts: texts.map(({ of, words }) => ({
      locale: of.locale,
      article: slugs.indexOf(of.slug),
      words: words.length,
    })),
    topics,
    names,
  });
  const cardsIn = (locale: Locale): Card[] =>
    texts
      .filter(({ of }) => of.locale === locale)
      .map(({ id, of }) => [`articles/${of.slug}/`, of.title, id]);
  return new Map([
    [manifestName, JSON.stringify(manifest)],
    ['subjects', subjects],
    ...locales.flatMap((locale): [string, string][] => [
      [`outline-${locale}.0.json`, JSON.stringify(encodeOutline(linesIn(locale, texts)))],
      [`cards-${locale}.0.json`, JSON.stringify(cardsIn(locale))],
    ]),
    ...lexicon.map((piece, at): [string, string] => [`lexicon.${at}.txt`, encodeLexicon(piece)]),
    ...pairs.map((piece, at): [string, string] => [`pairs.${at}.txt`, encodeLexicon(piece)]),
    ...sounds.map((piece, at): [string, string] => [`sounds.${at}.txt`, encodeLexicon(piece)]),
    ...tails.map((piece, at): [string, string] => [`tails.${at}.txt`, encodeLexicon(piece)]),
    ...texts.map(({ id, stored }): [string, string] => [textName(id), JSON.stringify(stored)]),
  ]);
}

/** Returns all headings in a language. The cards have the titles. */
function linesIn(locale: Locale, texts: readonly IndexedText[]): OutlineLine[] {
  return texts
    .filter(({ of }) => of.locale === locale)
    .flatMap(({ id, headings }) =>
      headings.map((heading, at) => ({
        text: Number(id),
        heading: at,
        level: Number(heading.charAt(0)),
        written: heading.slice(1),
      })),
    );
}

function countTerms(texts: readonly IndexedText[]): LexiconTerm[] {
  const counts = new Map<string, number>();
  for (const { words } of texts)
    for (const term of new Set(words.flat())) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].map(([term, count]) => ({ term, texts: count })).sort(byTerm);
}

/** Returns the entries of words that mean the same, in both directions. */
function listPairs(meanings: NonNullable<SmallSite['meanings']>): LexiconTerm[] {
  return meanings
    .flatMap(([word, partner]) => [`${word} ${partner}`, `${partner} ${word}`])
    .sort()
    .map((term) => ({ term, texts: 80 }));
}

/** Returns the entries by sound of all terms. */
function listSounds(terms: readonly LexiconTerm[]): LexiconTerm[] {
  return terms
    .flatMap((each) => {
      const keys = new Set(singularsOf(each.term).flatMap(soundKeys));
      return [...keys].map((key) => encodeSound(key, each));
    })
    .sort(byTerm);
}

/** Splits terms into tiny pieces, so that queries read several. */
function split(terms: readonly LexiconTerm[]): LexiconTerm[][] {
  return Array.from({ length: Math.ceil(terms.length / 8) }, (_, piece) =>
    terms.slice(piece * 8, piece * 8 + 8),
  );
}
