import type { Audit, Scores } from './audit.ts';
import { categories, countBudgets, liveBudget, scoreBudgets, shiftBudget } from './budgets.ts';
import type { CountBudget } from './budgets.ts';
import type { SampledPage } from './sample-pages.ts';
import type { screens, Shift } from './measure-shift.ts';
import type { LiveFile, Loaded, Weight } from './weigh.ts';

/** A bar a page does not keep. */
export interface Broken {
  budget: string;
  found: number;
  limit: number;
  /** What to look at, where it can be named. */
  culprits: string[];
}

/** What was measured of one page, and the bars it does not keep. */
export interface PageResult {
  page: SampledPage;
  url: string;
  weight: Weight;
  /** Lighthouse's scores, or why there are none; absent when Lighthouse was left out. */
  audit?: Audit | { error: string };
  broken: { counts: Broken[]; scores: Broken[] };
}

/** How far one page moved on one screen, and the bar if it does not keep it. */
export interface ShiftResult {
  page: SampledPage;
  url: string;
  screen: keyof typeof screens;
  shift: Shift;
  broken: Broken[];
}

/** What a browser loaded for a figure as it came near, and the bars that it does not keep. */
export interface LiveResult {
  figure: string;
  locale: string;
  url: string;
  /** Files that no other figure takes, and those that all do. */
  weight: { own: readonly LiveFile[]; shared: readonly LiveFile[] };
  broken: Broken[];
}

/** Whether every page keeps every bar. A page that could not be audited keeps none. */
export function isLight(results: readonly PageResult[]): boolean {
  return results.every(
    ({ audit, broken }) =>
      broken.counts.length + broken.scores.length === 0 && !(audit !== undefined && 'error' in audit),
  );
}

/** Whether nothing moves on any page. */
export function isStill(results: readonly ShiftResult[]): boolean {
  return results.every(({ broken }) => broken.length === 0);
}

/** The bar for layout shift, if a page moves more; with what moved. */
export function brokenShift({ type }: Pick<SampledPage, 'type'>, { score, moved }: Shift): Broken[] {
  const limit = shiftBudget.byType[type] ?? shiftBudget.everyPage;
  return score < limit ? [] : [{ budget: 'layoutShift', found: score, limit, culprits: moved }];
}

/** Whether every figure keeps its bars. */
export function isAgile(results: readonly LiveResult[]): boolean {
  return results.every(({ broken }) => broken.length === 0);
}

/**
 * What was loaded for each figure of one locale, parted into what is its own and what every figure takes, with the bars
 * that it does not keep. A figure for which nothing came is not light, but broken.
 */
export function judgeLive(loaded: readonly Loaded[]): LiveResult[] {
  return loaded.map(({ figure, locale, url, files }) => {
    const others = loaded.filter((each) => each.locale === locale && each.figure !== figure);
    const isShared = (file: LiveFile): boolean =>
      others.length > 0 && others.every((other) => other.files.some((its) => its.url === file.url));
    const weight = { own: files.filter((file) => !isShared(file)), shared: files.filter(isShared) };
    return { figure, locale, url, weight, broken: brokenLive(weight) };
  });
}

function brokenLive({ own, shared }: LiveResult['weight']): Broken[] {
  const missing = [...own, ...shared].filter(({ came }) => !came).map(({ url }) => url);
  const limits = [
    { budget: 'ownBytes', found: liveBytesOf(own), limit: liveBudget.ownBytes },
    { budget: 'sharedBytes', found: liveBytesOf(shared), limit: liveBudget.sharedBytes },
    { budget: 'failedRequests', found: missing.length, limit: 0 },
  ];
  const over = limits
    .filter(({ found, limit }) => found > limit)
    .map((each) => ({ ...each, culprits: each.budget === 'failedRequests' ? missing : [] }));
  const nothing = { budget: 'filesOfItsOwn', found: 0, limit: 1, culprits: [] };
  return own.length === 0 ? [nothing, ...over] : over;
}

/** All of some files together. */
export function liveBytesOf(files: readonly LiveFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The bars for what can be counted that a page does not keep. */
export function brokenCounts(page: SampledPage, weight: Weight): Broken[] {
  const limits: Partial<CountBudget> = { ...countBudgets.everyPage, ...countBudgets.byType[page.type] };
  const counts = countsOf(page, weight);
  return (Object.keys(limits) as (keyof CountBudget)[]).flatMap((budget) => {
    const limit = limits[budget];
    if (limit === undefined || counts[budget] <= limit) return [];
    return [{ budget, found: counts[budget], limit, culprits: culpritsOf(budget, weight) }];
  });
}

/** The scores a page does not reach. A page that asks not to be indexed is marked down for it, so its SEO is not judged. */
export function brokenScores({ noindex }: SampledPage, scores: Scores): Broken[] {
  return categories
    .filter((category) => scores[category] < scoreBudgets[category] && !(category === 'seo' && noindex))
    .map((category) => ({
      budget: category,
      found: scores[category],
      limit: scoreBudgets[category],
      culprits: [],
    }));
}

/** HTML, CSS and JavaScript together. */
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

function culpritsOf(budget: keyof CountBudget, weight: Weight): string[] {
  if (budget === 'thirdPartyRequests') return weight.thirdParty;
  return budget === 'failedRequests' ? weight.failed : [];
}
