import type { Broken, FigureResult, PageResult, ShiftResult } from './judge.ts';
import { sumBytes, textBytesOf } from './judge.ts';
import { formatColumns } from '../report/format-table.ts';
import { categories, countBudgets, liveBudget } from './budgets.ts';
import type { FigureFile } from './weigh.ts';

/** Formats the sizes of all pages. */
export function formatWeights(results: readonly PageResult[]): string {
  const head = [
    '',
    'page',
    'html',
    'css',
    'js',
    'inline js',
    'text',
    'fonts',
    'images',
    'other',
    'requests',
    'third-party',
  ];
  const rows = results.map((result) => {
    const { page, weight, broken } = result;
    return [
      mark(broken.counts),
      nameOf(result),
      ...[weight.html, weight.css, weight.js, page.inlineJsBytes, textBytesOf(weight)].map(kilobytes),
      weight.fontFiles === 0 ? '0' : `${kilobytes(weight.fonts)} in ${weight.fontFiles}`,
      ...[weight.images, weight.other].map(kilobytes),
      String(weight.requestsWithoutImages),
      String(weight.thirdParty.length),
    ];
  });
  return formatColumns([head, ...rows], 2);
}

/** Formats the Lighthouse scores of all pages. */
export function formatScores(results: readonly PageResult[]): string {
  const head = ['', 'page', ...categories];
  const rows = results.flatMap((result) => {
    const { page, audit, broken } = result;
    if (audit === undefined) return [];
    if ('error' in audit) return [['✗', nameOf(result), ...categories.map(() => '?')]];
    const scores = categories.map((category) => {
      const unjudged = category === 'seo' && page.noindex;
      return unjudged ? `(${audit.median[category]})` : String(audit.median[category]);
    });
    return [[mark(broken.scores), nameOf(result), ...scores]];
  });
  return formatColumns([head, ...rows], 2);
}

/** Formats layout shifts, with a row per page and a column per screen. */
export function formatShifts(results: readonly ShiftResult[]): string {
  const screens = [...new Set(results.map(({ screen }) => screen))];
  const rows = [...Map.groupBy(results, nameOf)].map(([name, group]) => [
    mark(group.flatMap(({ broken }) => broken)),
    name,
    ...screens.map((screen) => group.find((each) => each.screen === screen)?.shift.score.toFixed(4) ?? ''),
    String(Math.max(...group.map(({ shift }) => shift.lateFonts))),
  ]);
  return formatColumns([['', 'page', ...screens, 'late fonts'], ...rows], 2);
}

/** Formats what each figure lazy-loads. It is in bytes, because 0.1 KB is too coarse close to the limit. */
export function formatFigureWeights(results: readonly FigureResult[]): string {
  const rows = results.map(({ figure, locale, weight, broken }) => [
    mark(broken),
    `${figure} ${locale}`,
    ...[weight.own, weight.shared].flatMap((files: readonly FigureFile[]) => [
      number(sumBytes(files)),
      String(files.length),
    ]),
  ]);
  return formatColumns([['', 'figure', 'own', 'files', 'shared', 'files'], ...rows], 2);
}

/** Formats the broken budgets of figures, one per line. */
export function formatFigureFailures(results: readonly FigureResult[]): string {
  return results
    .flatMap(({ figure, locale, broken }) =>
      broken.map((each) => `✗ figure ${figure} ${locale}: ${formatBroken(each)}`),
    )
    .join('\n');
}

/** Formats the broken budgets for layout shift, one per line, with the shifted elements below. */
export function formatShiftFailures(results: readonly ShiftResult[]): string {
  return results
    .flatMap((result) =>
      result.broken.map((broken) => `✗ ${nameOf(result)}, ${result.screen}: ${formatBroken(broken)}`),
    )
    .join('\n');
}

/** Formats the broken budgets of pages, one per line, with the causes below. */
export function formatPageFailures(results: readonly PageResult[]): string {
  return results
    .flatMap((result) => {
      const { audit, broken } = result;
      const messages = [...broken.counts, ...broken.scores].map(formatBroken);
      if (audit !== undefined && 'error' in audit) messages.push(audit.error);
      return messages.map((message) => `✗ ${nameOf(result)}: ${message}`);
    })
    .join('\n');
}

/** Formats a page as its type and path: `article /kb/en/articles/tail/`. */
function nameOf({ page, url }: Pick<PageResult, 'page' | 'url'>): string {
  return `${page.type} ${decodeURI(new URL(url).pathname)}`;
}

function formatBroken({ budget, found, limit, causes }: Broken): string {
  const bound = limit < found ? 'at most' : 'at least';
  return [`${budget} is ${number(found)}, expected ${bound} ${number(limit)}`, ...causes].join('\n    ');
}

/** Formats the budgets for counts and sizes, one line per group of pages. */
export function formatBudgets(): string {
  const groups = [
    ['every page', countBudgets.everyPage] as const,
    ...Object.entries(countBudgets.byType),
    ['every figure', liveBudget] as const,
  ];
  return groups
    .map(([name, limits]) => {
      const budgets = Object.entries(limits).map(([budget, limit]) => `${budget} ≤ ${number(limit)}`);
      return `${name}: ${budgets.join(', ')}`;
    })
    .join('\n');
}

function mark(broken: readonly Broken[]): string {
  return broken.length === 0 ? '✓' : '✗';
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
