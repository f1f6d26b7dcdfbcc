import type { Browser } from '@playwright/test';
import { withAuditor } from './audit.ts';
import { brokenCounts, brokenScores, brokenShift, judgeLive } from './judge.ts';
import type { LiveResult, PageResult, ShiftResult } from './judge.ts';
import { measureShift, screens } from './measure-shift.ts';
import type { ServedFigure, ServedPage } from './sites.ts';

import { weighLive, weighPage, type Loaded } from './weigh.ts';

/** Weigh each page. */
export async function weighPages(browser: Browser, pages: readonly ServedPage[]): Promise<PageResult[]> {
  const results: PageResult[] = [];
  for (const { page, url } of pages) {
    const weight = await weighPage(browser, url);
    results.push({ page, url, weight, broken: { counts: brokenCounts(page, weight), scores: [] } });
  }
  return results;
}

/** Weigh what each figure loads as it comes near. */
export async function weighFigures(
  browser: Browser,
  figures: readonly ServedFigure[],
): Promise<LiveResult[]> {
  const loaded: Loaded[] = [];
  for (const each of figures) loaded.push(await weighLive(browser, each));
  return judgeLive(loaded);
}

/** Measure how far each page moves on each screen, one at a time: a busy machine would be late with more than the fonts. */
export async function measureShifts(browser: Browser, pages: readonly ServedPage[]): Promise<ShiftResult[]> {
  const results: ShiftResult[] = [];
  for (const { page, url } of pages) {
    for (const screen of Object.keys(screens) as (keyof typeof screens)[]) {
      const shift = await measureShift(browser, url, screen);
      results.push({ page, url, screen, shift, broken: brokenShift(page, shift) });
    }
  }
  return results;
}

/** Add Lighthouse's scores to what was weighed. Pages are audited one at a time: two at once would slow each other. */
export function auditPages(
  chromePath: string,
  results: readonly PageResult[],
  runs: number,
): Promise<PageResult[]> {
  return withAuditor(chromePath, async (auditPage) => {
    const audited: PageResult[] = [];
    for (const result of results) {
      const audit = await auditPage(result.url, runs).catch(toFailedAudit);
      const scores = 'error' in audit ? [] : brokenScores(result.page, audit.median);
      audited.push({ ...result, audit, broken: { ...result.broken, scores } });
    }
    return audited;
  });
}

/** One page that Lighthouse cannot load leaves the results of the others standing. */
function toFailedAudit(error: unknown): { error: string } {
  return { error: error instanceof Error ? error.message : String(error) };
}
