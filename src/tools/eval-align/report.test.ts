import path from 'node:path';
import { expect, test } from 'vitest';
import { expectedLengthRatio, variancePerCharacter } from '../../alignment/index.ts';
import { measureLengths } from './measure-lengths.ts';
import { keepParallel, readContent, readCorpus } from './pairs.ts';
import { f1, missedBars, tryAll, tryMoving } from './report.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const own = keepParallel(readContent(content));

test(
  'the articles of this repository align as well as the bars ask, however they are edited',
  { timeout: 600_000 },
  () => {
    expect(own.length).toBeGreaterThanOrEqual(4);
    const reports = tryAll(own, 3);
    expect(missedBars(reports)).toEqual([]);
    for (const { trials, condition } of reports) {
      const edits = new Set(trials.flatMap((trial) => trial.edits));
      expect([...edits].sort(), JSON.stringify(condition)).toEqual(['delete', 'merge', 'split']);
    }
  },
);

test('a bar that is missed is named', () => {
  const condition = { edited: 'ko', share: 0.1, hasHeadings: false } as const;
  const report = { condition, trials: [], score: { found: 100, right: 97, known: 100 } };
  expect(missedBars([report])).toEqual(['F1 of 10 %, removed, ko: 0.9700, expected at least 0.98']);
});

test(
  'most blocks that have been moved and have code, numbers or links are found',
  { timeout: 600_000 },
  () => {
    for (const { trials } of tryMoving(own, 3)) {
      const sum = (of: (trial: (typeof trials)[number]) => number) =>
        trials.reduce((all, each) => all + of(each), 0);
      expect(sum(({ movedWithFacts }) => movedWithFacts)).toBeGreaterThan(10);
      expect(sum((each) => each.foundWithFacts)).toBeGreaterThan(0.6 * sum((each) => each.movedWithFacts));
      expect(Math.min(...trials.map(({ score }) => f1(score)))).toBeGreaterThan(0.9);
    }
  },
);

const corpus = process.env.CORPUS_DIR;

test.runIf(corpus)(
  'the texts of the folder that CORPUS_DIR names align as well as the bars ask, and are as long as the constants say',
  { timeout: 600_000 },
  () => {
    const pairs = keepParallel(readCorpus(corpus ?? ''));
    expect(missedBars(tryAll(pairs, 1))).toEqual([]);
    const { ratio, variance } = measureLengths(pairs);
    expect(ratio).toBeCloseTo(expectedLengthRatio.ko ?? NaN, 1);
    expect(variance).toBeCloseTo(variancePerCharacter, 0);
  },
);
