import type { Segment } from '../../alignment/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { findSiblings, findSource, type Text } from '../../library/index.ts';
import { languageName } from '../../locale/index.ts';
import type { Rule } from '../rule.ts';
import { blockName } from '../block-name.ts';
import { findUnfinished } from './unfinished.ts';

/** Reports blocks without a counterpart in the other language, unless they are marked as meant for one language, and blocks in a different order. */
export const checkAlignment: Rule = (library) =>
  library.texts.flatMap((text) => {
    const source = findSource(text, findSiblings(text, library));
    if (source === undefined || !isComparable(text) || !isComparable(source)) return [];
    const reported = findOutdatedBlocks(text);
    return [
      ...findOrphans(source, text, reported.inSource),
      ...findOrphans(text, source, reported.inTranslation),
      ...findMoved(text, source),
    ];
  });

/** Empty and unfinished texts have diagnostics of their own, and comparing them would report most of the other text. */
function isComparable(text: Text): boolean {
  return text.survey.blocks.length > 0 && findUnfinished(text).length === 0;
}

/** Returns the blocks that are already reported as outdated. */
function findOutdatedBlocks({
  translation,
}: Text): Record<'inSource' | 'inTranslation', ReadonlySet<number>> {
  const changes = translation?.type === 'outdated' ? translation.changes : [];
  return {
    inSource: new Set(changes.flatMap(({ source }) => source ?? [])),
    inTranslation: new Set(changes.flatMap(({ renders }) => renders)),
  };
}

function segmentsOf(text: Text, other: Text): readonly Segment[] {
  return text.alignedWith[other.file.locale]?.segments ?? [];
}

function findOrphans(text: Text, other: Text, reported: ReadonlySet<number>): Diagnostic[] {
  const { blocks } = text.survey;
  const orphans = segmentsOf(text, other)
    .flatMap(({ source, target }) => (target.length === 0 ? source : []))
    .filter((number) => blocks[number]?.only === undefined && !reported.has(number))
    .sort((a, b) => a - b);
  return runsOf(orphans).map((run) => orphaned(run, text, other));
}

/** Groups consecutive numbers. */
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
  const language = languageName(other.file.locale, 'en');
  return {
    file: text.file.file,
    line: first?.line ?? 1,
    column: first?.column ?? 1,
    rule: 'alignment/orphan-segment',
    severity: 'warning',
    what:
      run.length === 1 && first !== undefined
        ? `This ${blockName(first)} has no counterpart in the ${language} text`
        : `${run.length} blocks have no counterpart in the ${language} text, from here to line ${last?.line ?? 1}`,
    why: 'Readers who switch language here lose their place.',
    fix:
      run.length === 1
        ? `Add its translation ${where}, or write \`<!-- only: ${locale} -->\` before the block if it is meant for one language.`
        : `Add their translations ${where}, or write \`<!-- only: ${locale} -->\` before each block that is meant for one language.`,
  };
}

/** Returns the line of the block in the other text that the block’s translation would follow. */
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

/** Reports blocks that come at another position than in the source. Blocks pinned by `pair:` are placed there on purpose. */
function findMoved(text: Text, source: Text): Diagnostic[] {
  return segmentsOf(text, source).flatMap((segment) => {
    const block = text.survey.blocks[segment.source[0] ?? -1];
    const counterpart = source.survey.blocks[segment.target[0] ?? -1];
    if (!segment.isMoved || block === undefined || counterpart === undefined || block.pair !== undefined)
      return [];
    const place = `${source.file.locale}.md:${counterpart.line}`;
    return [
      {
        file: text.file.file,
        line: block.line,
        column: block.column,
        rule: 'alignment/moved-block',
        severity: 'warning' as const,
        what: `This ${blockName(block)} comes at another position than its source, ${place}`,
        why: 'On the side-by-side page the texts are not aligned here, and readers who switch language lose their place.',
        fix: `Move it to the position that ${place} has in the source, or write the same \`<!-- pair: name -->\` before both if the order is intended.`,
      },
    ];
  });
}
