import { fillerWeight } from '../query/fillers.ts';
import type { QueryWord } from '../query/parse-query.ts';
import type { FoundAlternative } from './text-places.ts';

/** The score of a text's body. */
export interface TextScore {
  /** Score, from 0 to 1. */
  score: number;
  /** Indexes of the query words that the text lacks. */
  missing: readonly number[];
  /** Indexes of the query words that occur only in a corrected or otherwise changed reading. */
  rewritten: readonly number[];
  /** Matching word numbers, ascending, each with the index of the query word. */
  places: readonly { place: number; word: number; weight: number }[];
}

/**
 * Term-frequency saturation and length normalization of Okapi BM25, with the usual values (Robertson and Zaragoza
 * 2009).
 */
const k1 = 1.2;

const b = 0.75;

/** Score of a word that occurs once in an endless text, relative to one that a text consists of: long texts contain most words by chance. */
const presence = 0.15;

/** Share of the score that words side by side make up. */
const nearnessShare = 0.4;

/** Text lengths that BM25 needs. */
export interface Lengths {
  /** Word count of a text, by id. */
  of: (id: string) => number;
  average: number;
  texts: number;
}

/** Scores the texts that contain any word of a query. Texts of unknown length are skipped. */
export function scoreTexts(
  queryWords: readonly Pick<QueryWord, 'asks'>[],
  found: readonly FoundAlternative[],
  lengths: Lengths,
): Map<string, TextScore> {
  const known = found.map(({ alternative, texts }) => ({
    alternative,
    texts: new Map([...texts].filter(([id]) => lengths.of(id) > 0)),
  }));
  const words = queryWords.map(({ asks = false }, word): QueryWordReadings => {
    const readings = known.filter(({ alternative: { from, to } }) => from <= word && word < to);
    const rarity = inverseDocumentFrequency(readings, lengths.texts);
    return { readings, asks, weight: asks ? fillerWeight * rarity : rarity };
  });
  const ids = new Set(known.flatMap(({ texts }) => [...texts.keys()]));
  return new Map([...ids].map((id) => [id, scoreText(id, words, lengths)]));
}

/** Readings of a query word, and its weight. */
interface QueryWordReadings {
  readings: readonly FoundAlternative[];
  asks: boolean;
  weight: number;
}

/** Returns the inverse document frequency of a query word, over its best readings. It is 0 for a word that occurs nowhere. */
function inverseDocumentFrequency(readings: readonly FoundAlternative[], texts: number): number {
  if (readings.every(({ texts: holders }) => holders.size === 0)) return 0;
  const best = Math.max(0, ...readings.map(({ alternative }) => alternative.quality));
  const holders = new Set(
    readings
      .filter(({ alternative }) => alternative.quality >= best - 0.15)
      .flatMap((reading) => [...reading.texts.keys()]),
  ).size;
  return Math.log(1 + (texts - holders + 0.5) / (holders + 0.5));
}

function scoreText(id: string, queryWords: readonly QueryWordReadings[], lengths: Lengths): TextScore {
  const missing: number[] = [];
  const rewritten: number[] = [];
  const places: { place: number; word: number; weight: number }[] = [];
  const perWord: number[][] = [];
  let sum = 0;
  let covered = 0;
  let total = 0;
  for (const [word, { readings, asks, weight }] of queryWords.entries()) {
    const best = bestReading(id, readings, lengths);
    total += weight;
    if (!asks) perWord.push([...best.places.keys()]);
    if (best.quality === 0 && !asks) missing.push(word);
    if (best.isRewritten && !asks) rewritten.push(word);
    sum += weight * best.score;
    covered += weight * Math.min(1, best.quality + 0.1);
    for (const [place, quality] of best.places) places.push({ place, word, weight: weight * quality });
  }
  const words = total === 0 ? 0 : sum / total;
  const coverage = total === 0 ? 0 : covered / total;
  const near = nearness(perWord);
  places.sort((one, other) => one.place - other.place);
  return {
    score: coverage ** 1.5 * ((1 - nearnessShare) * words + nearnessShare * near),
    missing,
    rewritten,
    places,
  };
}

interface WordReading {
  quality: number;
  score: number;
  isRewritten: boolean;
  /** Word numbers of all readings, each with the best quality there. */
  places: ReadonlyMap<number, number>;
}

function bestReading(id: string, readings: readonly FoundAlternative[], lengths: Lengths): WordReading {
  const all = new Map<number, number>();
  let best: WordReading = { quality: 0, score: 0, isRewritten: false, places: all };
  for (const { alternative, texts } of readings) {
    const places = texts.get(id);
    if (places === undefined) continue;
    const { quality, by } = alternative;
    const norm = 1 - b + b * (lengths.of(id) / lengths.average);
    const saturation = places.length / (places.length + k1 * norm);
    const score = quality * (presence + (1 - presence) * saturation);
    if (quality >= 0.5 || best.quality === 0)
      for (const place of places) all.set(place, Math.max(quality, all.get(place) ?? 0));
    if (score <= best.score) continue;
    best = { quality, score, isRewritten: by !== 'form' && by !== 'beginning', places: all };
  }
  return best;
}

/** Returns the longest run of adjacent query words in a text, as a share of the query. */
function nearness(perWord: readonly (readonly number[])[]): number {
  if (perWord.length === 0) return 0;
  if (perWord.length === 1) return (perWord[0]?.length ?? 0) > 0 ? 1 : 0;
  let runs = new Map<number, number>();
  let longest = 0;
  for (const places of perWord) {
    const next = new Map<number, number>();
    for (const place of places) {
      const before = Math.max(
        runs.get(place) ?? 0,
        runs.get(place - 1) ?? 0,
        (runs.get(place - 2) ?? 0) - 0.3,
      );
      const length = Math.max(0, before) + 1;
      next.set(place, length);
      longest = Math.max(longest, length);
    }
    runs = next;
  }
  return (longest - 1) / (perWord.length - 1);
}
