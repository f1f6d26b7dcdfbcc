import type { Browser } from '@playwright/test';
import { withAuditor } from './audit.ts';
import { findBrokenCounts, findBrokenScores, findBrokenShift, judgeFigures } from './judge.ts';
import type { FigureResult, PageResult, ShiftResult } from './judge.ts';
import { measureShift, screens } from './measure-shift.ts';
import type { ServedFigure, ServedPage } from './sites.ts';

import { weighFigure, weighPage, type LoadedFigure } from './weigh.ts';

/** Measures the size of each page. */
export async function weighPages(browser: Browser, pages: readonly ServedPage[]): Promise<PageResult[]> {
  const results: PageResult[] = [];
  for (const { page, url } of pages) {
    const weight = await weighPage(browser, url);
    results.push({ page, url, weight, broken: { counts: findBrokenCounts(page, weight), scores: [] } });
  }
  return results;
}

/** Measures what each figure lazy-loads. */
export async function weighFigures(
  browser: Browser,
  figures: readonly ServedFigure[],
): Promise<FigureResult[]> {
  const loaded: LoadedFigure[] = [];
  for (const each of figures) loaded.push(await weighFigure(browser, each));
  return judgeFigures(loaded);
}

/** Measures the layout shift of each page on each screen. Opens one page at a time, so that only fonts are late. */
export async function measureShifts(browser: Browser, pages: readonly ServedPage[]): Promise<ShiftResult[]> {
  const results: ShiftResult[] = [];
  for (const { page, url } of pages) {
    for (const screen of Object.keys(screens) as (keyof typeof screens)[]) {
      const shift = await measureShift(browser, url, screen);
      results.push({ page, url, screen, shift, broken: findBrokenShift(page, shift) });
    }
  }
  return results;
}

/** Adds Lighthouse scores to results. Audits one page at a time: parallel audits would slow each other down. */
export function auditPages(
  chromePath: string,
  results: readonly PageResult[],
  runs: number,
): Promise<PageResult[]> {
  return withAuditor(chromePath, async (auditPage) => {
    const audited: PageResult[] = [];
    for (const result of results) {
      const audit = await auditPage(result.url, runs).catch(toFailedAudit);
      const scores = 'error' in audit ? [] : findBrokenScores(result.page, audit.median);
      audited.push({ ...result, audit, broken: { ...result.broken, scores } });
    }
    return audited;
  });
}

/** Turns an exception into a failed audit, so that the results of the other pages are kept. */
function toFailedAudit(error: unknown): { error: string } {
  return { error: error instanceof Error ? error.message : String(error) };
}
