import { alignTexts } from '../../alignment/index.ts';
import type { Block } from '../../markdown/index.ts';
import {
  beginEditing,
  editRandomly,
  finishEditing,
  moveRandomly,
  removeHeadings,
  type EditedText,
  type EditKind,
} from './edits.ts';
import type { TextPair } from './pairs.ts';
import { createRandom } from '../generated/random.ts';

/** Edits that are made to texts before they are aligned. */
export interface Condition {
  /** Language in which edits are made; `either` chooses one at random for each edit. */
  edited: 'either' | 'ko' | 'en';
  share: number;
  hasHeadings: boolean;
}

/** Result of aligning one text after edits. */
export interface Trial {
  name: string;
  edits: readonly EditKind[];
  score: Score;
  /** False positives and false negatives. */
  wrong: readonly BlockPair[];
  missed: readonly BlockPair[];
}

/** Two corresponding blocks. */
interface BlockPair {
  ko: Block;
  en: Block;
}

/** Numbers of pairs: found by the aligner, correct ones among these, and all correct ones. */
export interface Score {
  found: number;
  right: number;
  known: number;
}

/** Edits a text at random and aligns it. */
export function runTrial(pair: TextPair, condition: Condition, seed: number): Trial {
  const texts = { ko: beginEditing(pair.ko), en: beginEditing(pair.en) };
  if (!condition.hasHeadings) for (const text of Object.values(texts)) removeHeadings(text);
  const sides = condition.edited === 'either' ? [texts.ko, texts.en] : [texts[condition.edited]];
  const edits = editRandomly(sides, condition.share, createRandom(seed));
  return { name: pair.name, edits, ...comparePairs(texts) };
}

/** Result of aligning one text after some of its blocks were moved in one language. */
export interface MoveTrial extends Pick<Trial, 'name' | 'score'> {
  /** Number of moved blocks. `found` counts those that were paired correctly and recognized as moved. */
  moved: number;
  found: number;
  /** The same numbers for blocks with code, numbers or links. */
  movedWithFacts: number;
  foundWithFacts: number;
  /** Number of segments wrongly recognized as moved. */
  falselyMoved: number;
}

/** Moves blocks of a text at random in one language, and aligns it. */
export function runMoveTrial(pair: TextPair, language: 'ko' | 'en', share: number, seed: number): MoveTrial {
  const texts = { ko: beginEditing(pair.ko), en: beginEditing(pair.en) };
  const moved = new Set(moveRandomly(texts[language], share, createRandom(seed)));
  const { segments, ko, en, score } = comparePairs(texts);
  const count = { moved: 0, found: 0, movedWithFacts: 0, foundWithFacts: 0, falselyMoved: 0 };
  const recognized = new Set(
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
    const isFound = recognized.has(origin) ? 1 : 0;
    count.moved++;
    count.found += isFound;
    count.movedWithFacts += withFacts;
    count.foundWithFacts += withFacts * isFound;
  }
  return { name: pair.name, score, ...count };
}

/** Aligns texts and compares the pairs found with the correct ones: blocks that contain parts of the same original block. */
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
