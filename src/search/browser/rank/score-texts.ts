import type { FoundAlternative } from './text-places.ts';

/** How well the words of a text answer a query. */
export interface TextScore {
  /** From 0 to 1. */
  score: number;
  /** Numbers of the query words that the text lacks. */
  missing: readonly number[];
  /** Numbers of the query words that are there only with a slip mended or in another reading. */
  rewritten: readonly number[];
  /** Places that matched, in their order, each with the number of the query word. */
  places: readonly { place: number; word: number; weight: number }[];
}

/** Saturation and length of Okapi BM25, at the values in common use (Robertson and Zaragoza 2009). */
const k1 = 1.2;

const b = 0.75;

/** What scoring knows of the texts that were indexed. */
export interface Lengths {
  /** How many words a text has, by its name. */
  of: (id: string) => number;
  average: number;
  texts: number;
}

/** Scores of the texts that hold any word of a query; of a text whose length isn't known nothing is said. */
export function scoreTexts(
  wordCount: number,
  found: readonly FoundAlternative[],
  lengths: Lengths,
): Map<string, TextScore> {
  const known = found.map(({ alternative, texts }) => ({
    alternative,
    texts: new Map([...texts].filter(([id]) => lengths.of(id) > 0)),
  }));
  const words = Array.from({ length: wordCount }, (_, word): QueryWordReadings => {
    const readings = known.filter(({ alternative: { from, to } }) => from <= word && word < to);
    return { readings, weight: rarity(readings, lengths.texts) };
  });
  const ids = new Set(known.flatMap(({ texts }) => [...texts.keys()]));
  return new Map([...ids].map((id) => [id, scoreText(id, words, lengths)]));
}

/** What a word of a query stands for, and how much it tells texts apart. */
interface QueryWordReadings {
  readings: readonly FoundAlternative[];
  weight: number;
}

/** Inverse document frequency of a query word in its best reading; one that stands nowhere can't tell texts apart. */
function rarity(readings: readonly FoundAlternative[], texts: number): number {
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
  for (const [word, { readings, weight }] of queryWords.entries()) {
    const best = bestReading(id, readings, lengths);
    total += weight;
    perWord.push([...best.places.keys()]);
    if (best.quality === 0) missing.push(word);
    if (best.isRewritten) rewritten.push(word);
    sum += weight * best.score;
    covered += weight * Math.min(1, best.quality + 0.1);
    for (const [place, quality] of best.places) places.push({ place, word, weight: weight * quality });
  }
  const words = total === 0 ? 0 : sum / total;
  const coverage = total === 0 ? 0 : covered / total;
  const near = nearness(perWord);
  places.sort((one, other) => one.place - other.place);
  return { score: coverage * coverage * (0.6 * words + 0.4 * near), missing, rewritten, places };
}

interface WordReading {
  quality: number;
  score: number;
  isRewritten: boolean;
  /** Where the word stands in any reading, and how sure the surest there is. */
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
    const score = quality * (0.5 + 0.5 * saturation);
    if (quality >= 0.5 || best.quality === 0)
      for (const place of places) all.set(place, Math.max(quality, all.get(place) ?? 0));
    if (score <= best.score) continue;
    best = { quality, score, isRewritten: by !== 'form' && by !== 'beginning', places: all };
  }
  return best;
}

/** How much of a query stands together in a text: the longest run of its words side by side, as a share of all. */
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
