import type { Broken, LiveResult, PageResult, ShiftResult } from './judge.ts';
import { liveBytesOf, textBytesOf } from './judge.ts';
import { formatColumns } from '../report/format-table.ts';
import { categories, countBudgets, liveBudget } from './budgets.ts';
import type { LiveFile } from './weigh.ts';

/** The weights of all pages as a table. */
export function weightTable(results: readonly PageResult[]): string {
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

/** Lighthouse's scores of all pages as a table. */
export function scoreTable(results: readonly PageResult[]): string {
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

/** How far every page moved, a row a page, a column a screen. */
export function shiftTable(results: readonly ShiftResult[]): string {
  const screens = [...new Set(results.map(({ screen }) => screen))];
  const rows = [...Map.groupBy(results, nameOf)].map(([name, group]) => [
    mark(group.flatMap(({ broken }) => broken)),
    name,
    ...screens.map((screen) => group.find((each) => each.screen === screen)?.shift.score.toFixed(4) ?? ''),
    String(Math.max(...group.map(({ shift }) => shift.lateFonts))),
  ]);
  return formatColumns([['', 'page', ...screens, 'late fonts'], ...rows], 2);
}

/** What is loaded for every figure, in bytes: near the bar, a tenth of a KB tells little. */
export function liveTable(results: readonly LiveResult[]): string {
  const rows = results.map(({ figure, locale, weight, broken }) => [
    mark(broken),
    `${figure} ${locale}`,
    ...[weight.own, weight.shared].flatMap((files: readonly LiveFile[]) => [
      number(liveBytesOf(files)),
      String(files.length),
    ]),
  ]);
  return formatColumns([['', 'figure', 'own', 'files', 'shared', 'files'], ...rows], 2);
}

/** Every figure that is too heavy, or does not come to life, one a line. */
export function heavyList(results: readonly LiveResult[]): string {
  return results
    .flatMap(({ figure, locale, broken }) =>
      broken.map((each) => `✗ figure ${figure} ${locale}: ${complain(each)}`),
    )
    .join('\n');
}

/** Every page that moves, one a line for each screen, with what moved below it. */
export function movingList(results: readonly ShiftResult[]): string {
  return results
    .flatMap((result) =>
      result.broken.map((broken) => `✗ ${nameOf(result)}, ${result.screen}: ${complain(broken)}`),
    )
    .join('\n');
}

/** Every bar that is not kept, one a line, with what to look at below it. */
export function brokenList(results: readonly PageResult[]): string {
  return results
    .flatMap((result) => {
      const { audit, broken } = result;
      const complaints = [...broken.counts, ...broken.scores].map(complain);
      if (audit !== undefined && 'error' in audit) complaints.push(audit.error);
      return complaints.map((complaint) => `✗ ${nameOf(result)}: ${complaint}`);
    })
    .join('\n');
}

/** A page as its type and path: `article /kb/en/articles/tail/`. */
function nameOf({ page, url }: Pick<PageResult, 'page' | 'url'>): string {
  return `${page.type} ${decodeURI(new URL(url).pathname)}`;
}

function complain({ budget, found, limit, culprits }: Broken): string {
  const bar = limit < found ? 'at most' : 'at least';
  return [`${budget} is ${number(found)}, expected ${bar} ${number(limit)}`, ...culprits].join('\n    ');
}

/** The bars for what can be counted, in one line a group. */
export function budgetList(): string {
  const groups = [
    ['every page', countBudgets.everyPage] as const,
    ...Object.entries(countBudgets.byType),
    ['every figure, once it is near', liveBudget] as const,
  ];
  return groups
    .map(([name, limits]) => {
      const bars = Object.entries(limits).map(([budget, limit]) => `${budget} ≤ ${number(limit)}`);
      return `${name}: ${bars.join(', ')}`;
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
