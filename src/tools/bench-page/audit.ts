import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromeFlags } from '../browser/chrome.ts';
import { categories } from './budgets.ts';
import type { Category } from './budgets.ts';

/** Lighthouse scores of a page, 0 to 100. */
export type Scores = Record<Category, number>;

/** Scores of each run, and their median. */
export interface Audit {
  median: Scores;
  runs: Scores[];
}

/** Starts a browser for Lighthouse, passes `use` a function that audits pages in it, and closes it in the end. */
export async function withAuditor<T>(
  chromePath: string,
  use: (auditPage: (url: string, runs: number) => Promise<Audit>) => Promise<T>,
): Promise<T> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', ...chromeFlags],
    logLevel: 'error',
  });
  try {
    return await use((url, runs) => auditPage(url, runs, chrome.port));
  } finally {
    chrome.kill();
  }
}

async function auditPage(url: string, runs: number, port: number): Promise<Audit> {
  const scores: Scores[] = [];
  for (let run = 0; run < runs; run += 1) {
    // On a busy machine, Lighthouse sometimes fails to record a valid page. Retry once.
    scores.push(await auditOnce(url, port).catch(() => auditOnce(url, port)));
  }
  return { median: medianScores(scores), runs: scores };
}

/** Runs Lighthouse with its default settings: a phone on a slow network. */
async function auditOnce(url: string, port: number): Promise<Scores> {
  const result = await muteErrors(() =>
    lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: categories }),
  );
  if (result === undefined) throw new Error(`Lighthouse returned no result for ${url}`);
  const { runtimeError, categories: results } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse cannot audit ${url}: ${runtimeError.message}`);
  return mapCategories((category) => Math.round((results[category]?.score ?? 0) * 100));
}

/** Mutes `console.error`: the trace engine of Lighthouse prints non-fatal errors, such as that a redirecting page has no paint. */
async function muteErrors<T>(use: () => Promise<T>): Promise<T> {
  const { error } = console;
  console.error = () => undefined;
  try {
    return await use();
  } finally {
    console.error = error;
  }
}

/** Computes the median of each category; for an even number of runs, the lower of the two middle scores. */
export function medianScores(runs: readonly Scores[]): Scores {
  return mapCategories((category) => {
    const sorted = runs.map((scores) => scores[category]).sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  });
}

function mapCategories(score: (category: Category) => number): Scores {
  return Object.fromEntries(categories.map((category) => [category, score(category)])) as Scores;
}
