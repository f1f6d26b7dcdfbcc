import type { Segment } from '../../alignment/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { findSource, type Text } from '../../library/index.ts';
import { languageName } from '../../locale/index.ts';
import type { Rule } from '../rule.ts';
import { nameBlock, withArticle } from '../words.ts';
import { findUnfinished } from './unfinished.ts';

/** What a translation and its source say they say both, in the same order, but for what is meant for one language alone. */
export const checkAlignment: Rule = ({ texts }) =>
  texts.flatMap((text) => {
    const source = findSource(text, texts);
    if (source === undefined || !isComparable(text) || !isComparable(source)) return [];
    const told = findTold(text);
    return [
      ...findOrphans(source, text, told.inSource),
      ...findOrphans(text, source, told.inTranslation),
      ...findMoved(text, source),
    ];
  });

/** Of a text that is empty or only begun, that is told; most of the other has no counterpart in it. */
function isComparable(text: Text): boolean {
  return text.survey.blocks.length > 0 && findUnfinished(text).length === 0;
}

/** Blocks of which it is told that the translation is outdated. */
function findTold({ translation }: Text): Record<'inSource' | 'inTranslation', ReadonlySet<number>> {
  const changes = translation?.type === 'outdated' ? translation.changes : [];
  return {
    inSource: new Set(changes.flatMap(({ source }) => source ?? [])),
    inTranslation: new Set(changes.flatMap(({ renders }) => renders)),
  };
}

function segmentsOf(text: Text, other: Text): readonly Segment[] {
  return text.alignedWith[other.file.locale]?.segments ?? [];
}

function findOrphans(text: Text, other: Text, told: ReadonlySet<number>): Diagnostic[] {
  const { blocks } = text.survey;
  const orphans = segmentsOf(text, other)
    .flatMap(({ source, target }) => (target.length === 0 ? source : []))
    .filter((number) => blocks[number]?.only === undefined && !told.has(number))
    .sort((a, b) => a - b);
  return runsOf(orphans).map((run) => orphaned(run, text, other));
}

/** Numbers that follow one another, together. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs;
}

function orphaned(run: readonly number[], text: Text, other: Text): Diagnostic {
  const { blocks } = text.survey;
  const [first, last] = [blocks[run[0] ?? 0], blocks[run.at(-1) ?? 0]];
  const { locale } = text.file;
  const name = `${other.file.locale}.md`;
  const before = counterpartBefore(run[0] ?? 0, text, other);
  const where = before === undefined ? `at the beginning of ${name}` : `after ${name}:${before}`;
  const counterpart = `${withArticle(languageName(other.file.locale, 'en'))} counterpart`;
  return {
    file: text.file.file,
    line: first?.line ?? 1,
    column: first?.column ?? 1,
    rule: 'alignment/orphan-segment',
    severity: 'warning',
    what:
      run.length === 1 && first !== undefined
        ? `Unexpected ${nameBlock(first)} without ${counterpart}`
        : `Unexpected ${run.length} blocks without ${counterpart}, to line ${last?.line ?? 1}`,
    why: 'A reader who switches language here would lose their place.',
    fix:
      run.length === 1
        ? `Translate it ${where}, or write \`<!-- only: ${locale} -->\` before it if it is meant for one language.`
        : `Translate them ${where}, or write \`<!-- only: ${locale} -->\` before each that is meant for one language.`,
  };
}

/** The line of the last block of the other text that says what comes before a block. */
function counterpartBefore(number: number, text: Text, other: Text): number | undefined {
  const before = segmentsOf(text, other).filter(
    ({ source, target, isMoved }) => !isMoved && target.length > 0 && (source.at(-1) ?? number) < number,
  );
  const last = before
    .flatMap(({ source }) => source.at(-1) ?? [])
    .sort((a, b) => a - b)
    .at(-1);
  const segment = before.find(({ source }) => source.at(-1) === last);
  return other.survey.blocks[segment?.target.at(-1) ?? -1]?.line;
}

/** Blocks that stand at another place than in the source; those that their author has pinned are meant to. */
function findMoved(text: Text, source: Text): Diagnostic[] {
  return segmentsOf(text, source).flatMap((segment) => {
    const block = text.survey.blocks[segment.source[0] ?? -1];
    const there = source.survey.blocks[segment.target[0] ?? -1];
    if (!segment.isMoved || block === undefined || there === undefined || block.pair !== undefined) return [];
    const place = `${source.file.locale}.md:${there.line}`;
    return [
      {
        file: text.file.file,
        line: block.line,
        column: block.column,
        rule: 'alignment/moved-block',
        severity: 'warning' as const,
        what: `Unexpected place of a ${nameBlock(block)}, expected that of ${place}`,
        why: 'Side by side the two texts part here: a reader who goes from one to the other jumps.',
        fix: `Move it to where ${place} stands, or pin both with \`<!-- pair: name -->\` if the order is meant.`,
      },
    ];
  });
}
