import { loadForms, termsAround, type Scope } from '../index/lexicon.ts';
import type { IndexReader, TextPlaces } from '../index/reader.ts';
import type { FoundAlternative } from '../rank/text-places.ts';
import type { Alternative } from './alternative.ts';
import { splitCompound, splitEnds } from './compound.ts';
import type { Query, QueryWord } from './parse-query.ts';
import { sameInOtherScript } from './sound.ts';
import { hangulForms } from './word-forms.ts';

/** Looks up where alternatives occur. Alternatives without occurrences are returned, too. */
export type Locate = (alternatives: readonly Alternative[]) => Promise<readonly FoundAlternative[]>;

/**
 * Splits the words of a query that were typed without spaces into the words of the index, unless the index has them as one word, or a
 * text has the parts side by side: 청년내일저축계좌만기금액 as 청년 내일 저축 계좌 만기 금액, which a text may have in any order.
 */
export async function splitGlued(query: Query, reader: IndexReader, locate: Locate): Promise<Query> {
  await loadForms(query.words, reader);
  const areGlued = await Promise.all(query.words.map(async (word) => mayBeGlued(word, reader)));
  const readers = reader.share(areGlued.filter((isGlued) => isGlued).map(() => 1)).values();
  const words = await Promise.all(
    query.words.map(async (word, at) =>
      areGlued[at] === true ? splitWord(word, readers.next().value ?? reader, locate) : [word],
    ),
  );
  return words.every((each) => each.length === 1) ? query : { ...query, words: words.flat() };
}

/** Returns whether a word is long enough to be several, and the index doesn’t have it. */
async function mayBeGlued({ kind, text }: QueryWord, reader: IndexReader): Promise<boolean> {
  if (kind !== 'hangul' || text.length < shortestGlued) return false;
  const [best] = hangulForms(text, await termsAround(text, reader, 'forms'));
  return (best?.quality ?? 0) < 0.6;
}

async function splitWord(word: QueryWord, reader: IndexReader, locate: Locate): Promise<QueryWord[]> {
  const cuts = splitCompound(word.text, await knownPieces(word.text, reader));
  const inOrder = await locate(cuts.map((terms) => ({ from: 0, to: 1, terms, quality: 1, by: 'form' })));
  if (inOrder.some(({ texts }) => texts.size > 0)) return [word];
  // An unknown loanword often seems to consist of short words: 토폴로지컬 of 토폴 and 지컬.
  if ((await sameInOtherScript(word.text, reader)).length > 0) return [word];
  for (const cut of cuts) {
    // A syllable at the end without an ending may be the rest of any word: 행 of 패키지여행.
    const telling = cut.filter(
      (term, at) => term.length > 1 || at < cut.length - 1 || !word.text.endsWith(term),
    );
    const parts = await Promise.all(
      telling.map(async (term) => ({ term, places: await placesOf(term, reader) })),
    );
    if (occurTogether(parts)) return cut.map((text) => ({ text, typed: text, kind: 'hangul' }));
  }
  return [word];
}

/** Returns where a term or the same word in the other script occurs. */
async function placesOf(term: string, reader: IndexReader): Promise<readonly TextPlaces[]> {
  const same = await sameInOtherScript(term, reader);
  const all = await Promise.all(
    [term, ...same.map((form) => form.term)].map(async (each) => reader.places(each)),
  );
  return [...new Map(all.flat().map((each) => [each.id, each])).values()];
}

interface Part {
  term: string;
  places: readonly TextPlaces[];
}

/**
 * Returns whether a text has all parts, or all but one and at least two that are longer than a syllable: parts of an unknown word
 * (아르, 고시, 디) occur anywhere.
 */
function occurTogether(parts: readonly Part[]): boolean {
  const counts = new Map<string, { all: number; long: number }>();
  for (const { term, places } of parts) {
    for (const { id } of places) {
      const { all, long } = counts.get(id) ?? { all: 0, long: 0 };
      counts.set(id, { all: all + 1, long: long + (term.length > 1 ? 1 : 0) });
    }
  }
  return [...counts.values()].some(
    ({ all, long }) => (all > 1 && all === parts.length) || (all === parts.length - 1 && long > 1),
  );
}

/** Number of syllables in the shortest word that may be several. */
const shortestGlued = 4;

/**
 * Returns a test for whether the lexicon contains a piece of the word. It loads the terms that begin at the first places of the word at
 * once, then those at the places up to which it can be split; terms of one syllable only if it can’t be split without them.
 */
export async function knownPieces(word: string, reader: IndexReader): Promise<(piece: string) => boolean> {
  const terms = new Set<string>();
  const isTerm = (piece: string): boolean => terms.has(piece);
  const readAt = async (places: readonly number[], scopes: readonly Scope[]): Promise<void> => {
    const found = await Promise.all(
      scopes.flatMap((scope) => places.map(async (at) => termsAround(word.slice(at), reader, scope))),
    );
    for (const { term } of found.flat()) terms.add(term);
  };
  const rounds: Scope[][] = [['prefixes'], ['prefixes', 'syllable']];
  let next = Array.from(word, (_, at) => at).slice(0, firstPlaces);
  for (const scopes of word.length <= shortestGlued ? rounds.slice(1) : rounds) {
    const read = new Set<number>();
    while (next.length > 0) {
      await readAt(next, scopes);
      for (const at of next) read.add(at);
      next = findEnds(word, isTerm)
        .filter((end) => !read.has(end))
        .slice(0, furtherPlaces);
    }
    next = findEnds(word, isTerm);
    if (splitEnds(word, isTerm).includes(word.length)) break;
  }
  return isTerm;
}

/** Returns the places in a word at which a term may begin, because it can be split up to there. */
function findEnds(word: string, isTerm: (piece: string) => boolean): number[] {
  return [0, ...splitEnds(word, isTerm)].filter((end) => end < word.length);
}

/** Numbers of places whose terms are loaded at once: enough for most compounds, then for one or two terms at a time. */
const [firstPlaces, furtherPlaces] = [8, 3];
