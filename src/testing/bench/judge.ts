import type { Audit, Scores } from './audit.ts';
import { categories, countBudgets, scoreBudgets, shiftBudget } from './budgets.ts';
import type { CountBudget } from './budgets.ts';
import type { SampledPage } from './page-types.ts';
import type { screens, Shift } from './shift.ts';
import type { Weight } from './weigh.ts';

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
