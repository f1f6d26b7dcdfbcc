import { formatColumns, formatMarkdownTable } from '../report/format-table.ts';
import type { TextPair } from './pairs.ts';
import { runMoveTrial, runTrial, type Condition, type MoveTrial, type Score, type Trial } from './trial.ts';

/** Targets: the minimum F1 by the proportion of edited blocks. */
const targets: Readonly<Record<number, number>> = { 0.1: 0.98, 0.3: 0.93 };

/** Conditions under which texts are aligned. */
const conditions: readonly Condition[] = [0.1, 0.3].flatMap((share) =>
  [true, false].flatMap((hasHeadings) =>
    (['either', 'ko', 'en'] as const).map((edited) => ({ edited, share, hasHeadings })),
  ),
);

/** Results of all texts under one condition. */
interface ConditionReport {
  condition: Condition;
  trials: readonly Trial[];
  score: Score;
}

/** Runs every text under every condition, `rounds` times. */
export function runConditions(pairs: readonly TextPair[], rounds: number): ConditionReport[] {
  return conditions.map((condition) => {
    const trials = times(pairs, rounds, (pair, seed) => runTrial(pair, condition, seed));
    return { condition, trials, score: sum(trials.map(({ score }) => score)) };
  });
}

/** Results for blocks that were moved in one language. */
interface MoveReport {
  language: 'ko' | 'en';
  trials: readonly MoveTrial[];
}

/** Moves 5 % of the blocks of every text, in each language, `rounds` times. */
export function runMoves(pairs: readonly TextPair[], rounds: number): MoveReport[] {
  return (['ko', 'en'] as const).map((language) => ({
    language,
    trials: times(pairs, rounds, (pair, seed) => runMoveTrial(pair, language, 0.05, seed)),
  }));
}

/** Lists the missed targets, one message each. */
export function listMissedTargets(reports: readonly ConditionReport[]): string[] {
  return reports.flatMap(({ condition, score }) => {
    const target = targets[condition.share] ?? 0;
    return f1(score) >= target
      ? []
      : [`F1 of ${describe(condition).join(', ')}: ${f1(score).toFixed(4)}, expected at least ${target}`];
  });
}

/** Formats the results of all conditions, as plain columns or as a Markdown table. */
export function conditionTable(reports: readonly ConditionReport[], markdown: boolean): string {
  const rows = reports.map(({ condition, trials, score }) => {
    const edits = trials.flatMap((trial) => trial.edits);
    const count = (kind: string): string => String(edits.filter((each) => each === kind).length);
    const each = trials.map((trial) => f1(trial.score)).sort((a, b) => a - b);
    return [
      ...describe(condition),
      ...['delete', 'merge', 'split'].map(count),
      percent(score.right / score.found),
      percent(score.right / score.known),
      percent(f1(score)),
      percent(each[Math.floor(each.length / 20)] ?? NaN),
    ];
  });
  const head = [
    ...['edited', 'headings', 'in'],
    ...['deleted', 'merged', 'split'],
    ...['precision', 'recall', 'F1', '5th percentile'],
  ];
  return markdown ? formatMarkdownTable([head, ...rows]) : formatColumns([head, ...rows], 3);
}

/** Formats the results for moved blocks, as plain columns or as a Markdown table. */
export function moveTable(reports: readonly MoveReport[], markdown: boolean): string {
  const rows = reports.map(({ language, trials }) => {
    const total = (of: (trial: MoveTrial) => number): number =>
      trials.reduce((all, trial) => all + of(trial), 0);
    return [
      language,
      String(total(({ moved }) => moved)),
      percent(total(({ found }) => found) / total(({ moved }) => moved)),
      String(total(({ movedWithFacts }) => movedWithFacts)),
      percent(total(({ foundWithFacts }) => foundWithFacts) / total(({ movedWithFacts }) => movedWithFacts)),
      String(total(({ falselyMoved }) => falselyMoved)),
      percent(f1(sum(trials.map(({ score }) => score)))),
    ];
  });
  const head = ['moved in', 'blocks', 'found', 'with facts', 'found', 'falsely', 'F1 of all'];
  return markdown ? formatMarkdownTable([head, ...rows]) : formatColumns([head, ...rows], 1);
}

/** Formats wrong (+) and missed (−) pairs by text. */
export function failureList({ trials }: ConditionReport): string {
  return trials
    .flatMap(({ name, wrong, missed }) => [
      ...(wrong.length + missed.length > 0 ? [name] : []),
      ...wrong.map(({ ko, en }) => `  + ${brief(ko.text)}  |  ${brief(en.text)}`),
      ...missed.map(({ ko, en }) => `  − ${brief(ko.text)}  |  ${brief(en.text)}`),
    ])
    .join('\n');
}

/** Computes F1, the harmonic mean of precision and recall. */
export function f1({ found, right, known }: Score): number {
  return found + known === 0 ? 1 : (2 * right) / (found + known);
}

function times<T>(pairs: readonly TextPair[], rounds: number, run: (pair: TextPair, seed: number) => T): T[] {
  return Array.from({ length: rounds }, (_, round) =>
    pairs.map((pair, at) => run(pair, round * pairs.length + at + 1)),
  ).flat();
}

function sum(scores: readonly Score[]): Score {
  const total = { found: 0, right: 0, known: 0 };
  for (const { found, right, known } of scores) {
    total.found += found;
    total.right += right;
    total.known += known;
  }
  return total;
}

function describe({ edited, share, hasHeadings }: Condition): string[] {
  return [`${share * 100} %`, hasHeadings ? 'kept' : 'removed', edited];
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}

function brief(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 60);
}
