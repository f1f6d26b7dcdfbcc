import type { Audit, Scores } from './audit.ts';
import { categories, countBudgets, liveBudget, scoreBudgets, shiftBudget } from './budgets.ts';
import type { CountBudget } from './budgets.ts';
import type { SampledPage } from './sample-pages.ts';
import type { screens, Shift } from './measure-shift.ts';
import type { FigureFile, LoadedFigure, Weight } from './weigh.ts';

/** A budget that is broken. */
export interface Broken {
  budget: string;
  found: number;
  limit: number;
  /** URLs or elements that break the budget, if known. */
  causes: string[];
}

/** Measurements of a page, and its broken budgets. */
export interface PageResult {
  page: SampledPage;
  url: string;
  weight: Weight;
  /** Lighthouse scores, or the error of the audit; absent if Lighthouse was skipped. */
  audit?: Audit | { error: string };
  broken: { counts: Broken[]; scores: Broken[] };
}

/** Layout shift of a page on one screen, and the budget if broken. */
export interface ShiftResult {
  page: SampledPage;
  url: string;
  screen: keyof typeof screens;
  shift: Shift;
  broken: Broken[];
}

/** Files that a figure lazy-loads, and its broken budgets. */
export interface FigureResult {
  figure: string;
  locale: string;
  url: string;
  /** Files that only this figure loads, and files that all figures load. */
  weight: { own: readonly FigureFile[]; shared: readonly FigureFile[] };
  broken: Broken[];
}

/** Returns whether all pages keep all budgets. A page whose audit failed does not. */
export function allPagesPass(results: readonly PageResult[]): boolean {
  return results.every(
    ({ audit, broken }) =>
      broken.counts.length + broken.scores.length === 0 && !(audit !== undefined && 'error' in audit),
  );
}

/** Returns whether all pages keep the budget for layout shift. */
export function allShiftsPass(results: readonly ShiftResult[]): boolean {
  return results.every(({ broken }) => broken.length === 0);
}

/** Returns the budget for layout shift if a page breaks it, with the shifted elements. */
export function findBrokenShift({ type }: Pick<SampledPage, 'type'>, { score, moved }: Shift): Broken[] {
  const limit = shiftBudget.byType[type] ?? shiftBudget.everyPage;
  return score < limit ? [] : [{ budget: 'layoutShift', found: score, limit, causes: moved }];
}

/** Returns whether all figures keep their budgets. */
export function allFiguresPass(results: readonly FigureResult[]): boolean {
  return results.every(({ broken }) => broken.length === 0);
}

/**
 * Divides the files of each figure into its own and those shared by all figures of the locale, and finds broken budgets. A figure
 * that loads no file of its own is broken, not light.
 */
export function judgeFigures(loaded: readonly LoadedFigure[]): FigureResult[] {
  return loaded.map(({ figure, locale, url, files }) => {
    const others = loaded.filter((each) => each.locale === locale && each.figure !== figure);
    const isShared = (file: FigureFile): boolean =>
      others.length > 0 && others.every((other) => other.files.some((its) => its.url === file.url));
    const weight = { own: files.filter((file) => !isShared(file)), shared: files.filter(isShared) };
    return { figure, locale, url, weight, broken: findBrokenFigureBudgets(weight) };
  });
}

function findBrokenFigureBudgets({ own, shared }: FigureResult['weight']): Broken[] {
  const missing = [...own, ...shared].filter(({ succeeded }) => !succeeded).map(({ url }) => url);
  const limits = [
    { budget: 'ownBytes', found: sumBytes(own), limit: liveBudget.ownBytes },
    { budget: 'sharedBytes', found: sumBytes(shared), limit: liveBudget.sharedBytes },
    { budget: 'failedRequests', found: missing.length, limit: 0 },
  ];
  const over = limits
    .filter(({ found, limit }) => found > limit)
    .map((each) => ({ ...each, causes: each.budget === 'failedRequests' ? missing : [] }));
  const nothing = { budget: 'filesOfItsOwn', found: 0, limit: 1, causes: [] };
  return own.length === 0 ? [nothing, ...over] : over;
}

/** Sums the bytes of files. */
export function sumBytes(files: readonly FigureFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Lists the budgets for counts and sizes that a page breaks. */
export function findBrokenCounts(page: SampledPage, weight: Weight): Broken[] {
  const limits: Partial<CountBudget> = { ...countBudgets.everyPage, ...countBudgets.byType[page.type] };
  const counts = countsOf(page, weight);
  return (Object.keys(limits) as (keyof CountBudget)[]).flatMap((budget) => {
    const limit = limits[budget];
    if (limit === undefined || counts[budget] <= limit) return [];
    return [{ budget, found: counts[budget], limit, causes: causesOf(budget, weight) }];
  });
}

/** Lists the scores below the minimum. SEO is not judged on pages with `noindex`, which Lighthouse penalizes. */
export function findBrokenScores({ noindex }: SampledPage, scores: Scores): Broken[] {
  return categories
    .filter((category) => scores[category] < scoreBudgets[category] && !(category === 'seo' && noindex))
    .map((category) => ({
      budget: category,
      found: scores[category],
      limit: scoreBudgets[category],
      causes: [],
    }));
}

/** Sums the bytes of HTML, CSS and JavaScript. */
export function textBytesOf({ html, css, js }: Weight): number {
  return html + css + js;
}

function countsOf({ inlineJsBytes }: SampledPage, weight: Weight): CountBudget {
  return {
    textBytes: textBytesOf(weight),
    jsBytes: weight.js,
    inlineJsBytes,
    requestsWithoutImages: weight.requestsWithoutImages,
    fontBytes: weight.fonts,
    fontFiles: weight.fontFiles,
    thirdPartyRequests: weight.thirdParty.length,
    failedRequests: weight.failed.length,
  };
}

function causesOf(budget: keyof CountBudget, weight: Weight): string[] {
  if (budget === 'thirdPartyRequests') return weight.thirdParty;
  return budget === 'failedRequests' ? weight.failed : [];
}
