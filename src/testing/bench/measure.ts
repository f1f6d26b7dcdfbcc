import type { Browser } from '@playwright/test';
import type { Audit } from './audit.ts';
import { withAuditor } from './audit.ts';
import { brokenCounts, brokenScores } from './judge.ts';
import type { Broken } from './judge.ts';
import type { SampledPage } from './page-types.ts';
import { weighPage } from './weigh.ts';
import type { Weight } from './weigh.ts';

/** What was measured of one page, and the bars it does not keep. */
export interface PageResult {
  page: SampledPage;
  weight: Weight;
  /** Lighthouse's scores, or why there are none; absent when Lighthouse was left out. */
  audit?: Audit | { error: string };
  broken: { counts: Broken[]; scores: Broken[] };
}

/** Weigh each page; `site` is the address of the site with its base. */
export async function weighPages(
  browser: Browser,
  site: string,
  pages: readonly SampledPage[],
): Promise<PageResult[]> {
  const results: PageResult[] = [];
  for (const page of pages) {
    const weight = await weighPage(browser, addressOf(site, page));
    results.push({ page, weight, broken: { counts: brokenCounts(page, weight), scores: [] } });
  }
  return results;
}

/** Add Lighthouse's scores to what was weighed. Pages are audited one at a time: two at once would slow each other. */
export function auditPages(
  chromePath: string,
  site: string,
  results: readonly PageResult[],
  runs: number,
): Promise<PageResult[]> {
  return withAuditor(chromePath, async (auditPage) => {
    const audited: PageResult[] = [];
    for (const result of results) {
      const audit = await auditPage(addressOf(site, result.page), runs).catch(toFailedAudit);
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

function addressOf(site: string, { address }: SampledPage): string {
  return new URL(address, site).href;
}
