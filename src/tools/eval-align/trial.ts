import { alignTexts } from '../../alignment/index.ts';
import type { Block } from '../../markdown/index.ts';
import {
  beginEditing,
  editByChance,
  finishEditing,
  moveByChance,
  removeHeadings,
  type EditedText,
  type EditKind,
} from './edits.ts';
import type { TextPair } from './pairs.ts';
import { createRandom } from './random.ts';

/** What is done to texts before they are aligned. */
export interface Condition {
  /** In which texts edits are made: each edit in either, or all in one. */
  edited: 'either' | 'ko' | 'en';
  share: number;
  hasHeadings: boolean;
}

/** One text aligned after edits. */
export interface Trial {
  name: string;
  edits: readonly EditKind[];
  score: Score;
  /** Pairs that were found and don’t hold, and pairs that hold and weren’t found. */
  wrong: readonly BlockPair[];
  missed: readonly BlockPair[];
}

/** Two blocks that belong together. */
export interface BlockPair {
  ko: Block;
  en: Block;
}

/** Counts of pairs of blocks. */
export interface Score {
  found: number;
  right: number;
  known: number;
}

/** Edit a text by chance and align it. */
export function runTrial(pair: TextPair, condition: Condition, seed: number): Trial {
  const texts = { ko: beginEditing(pair.ko), en: beginEditing(pair.en) };
  if (!condition.hasHeadings) for (const text of Object.values(texts)) removeHeadings(text);
  const sides = condition.edited === 'either' ? [texts.ko, texts.en] : [texts[condition.edited]];
  const edits = editByChance(sides, condition.share, createRandom(seed));
  return { name: pair.name, edits, ...comparePairs(texts) };
}

/** One text aligned after blocks of it have been moved in one language. */
export interface MoveTrial extends Pick<Trial, 'name' | 'score'> {
  /** Of blocks that were moved, how many there were, and for how many the counterpart was found, and found to have moved. */
  moved: number;
  found: number;
  /** The same of those in which code, numbers or links stand. */
  movedWithFacts: number;
  foundWithFacts: number;
  /** Segments said to have moved in which nothing was. */
  falselyMoved: number;
}

/** Move blocks of a text by chance, in one language, and align it. */
export function runMoveTrial(pair: TextPair, language: 'ko' | 'en', share: number, seed: number): MoveTrial {
  const texts = { ko: beginEditing(pair.ko), en: beginEditing(pair.en) };
  const moved = new Set(moveByChance(texts[language], share, createRandom(seed)));
  const { segments, ko, en, score } = comparePairs(texts);
  const count = { moved: 0, found: 0, movedWithFacts: 0, foundWithFacts: 0, falselyMoved: 0 };
  const said = new Set(
    segments.flatMap(({ source, target, isMoved }) => {
      if (!isMoved) return [];
      const origins = source.flatMap((block) => ko.origins[block] ?? []);
      const counterparts = target.flatMap((block) => en.origins[block] ?? []);
      if (!origins.some((origin) => moved.has(origin))) count.falselyMoved++;
      return origins.filter((origin) => counterparts.includes(origin));
    }),
  );
  for (const [at, origins] of ko.origins.entries()) {
    const [origin] = origins;
    if (origin === undefined || !moved.has(origin)) continue;
    const withFacts = (ko.blocks[at]?.facts.length ?? 0) > 0 ? 1 : 0;
    const isFound = said.has(origin) ? 1 : 0;
    count.moved++;
    count.found += isFound;
    count.movedWithFacts += withFacts;
    count.foundWithFacts += withFacts * isFound;
  }
  return { name: pair.name, score, ...count };
}

/** Align texts, and hold every pair of blocks to whether anything that was in the one was in the other. */
function comparePairs(texts: Record<'ko' | 'en', EditedText>) {
  const [ko, en] = [finishEditing(texts.ko), finishEditing(texts.en)];
  const { segments } = alignTexts({ locale: 'ko', blocks: ko.blocks }, { locale: 'en', blocks: en.blocks });
  const known = new Set(
    ko.origins.flatMap((own, source) =>
      en.origins.flatMap((other, target) =>
        own.some((origin) => other.includes(origin)) ? [`${source} ${target}`] : [],
      ),
    ),
  );
  const found = new Set(
    segments.flatMap(({ source, target }) =>
      source.flatMap((own) => target.map((other) => `${own} ${other}`)),
    ),
  );
  const toPairs = (keys: ReadonlySet<string>): BlockPair[] =>
    [...keys].flatMap((key) => {
      const [source = -1, target = -1] = key.split(' ').map(Number);
      const [own, other] = [ko.blocks[source], en.blocks[target]];
      return own === undefined || other === undefined ? [] : [{ ko: own, en: other }];
    });
  return {
    segments,
    ko,
    en,
    score: { found: found.size, right: found.intersection(known).size, known: known.size },
    wrong: toPairs(found.difference(known)),
    missed: toPairs(known.difference(found)),
  };
}
