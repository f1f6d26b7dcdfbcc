import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromeFlags } from '../browser/chrome.ts';
import { categories } from './budgets.ts';
import type { Category } from './budgets.ts';

/** Lighthouse's scores for a page, 0 to 100. */
export type Scores = Record<Category, number>;

/** The scores of each run, and their median. */
export interface Audit {
  median: Scores;
  runs: Scores[];
}

/** Give Lighthouse a browser, and audit as many pages as are asked for before it is closed. */
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
    // On a busy machine Lighthouse at times fails to record a page that is well, and asks to be run again.
    scores.push(await auditOnce(url, port).catch(() => auditOnce(url, port)));
  }
  return { median: medianOf(scores), runs: scores };
}

/** Lighthouse's own settings are those of a phone on a slow network. */
async function auditOnce(url: string, port: number): Promise<Scores> {
  const result = await quietly(() =>
    lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: categories }),
  );
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
  const { runtimeError, categories: results } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse could not audit ${url}: ${runtimeError.message}`);
  return mapCategories((category) => Math.round((results[category]?.score ?? 0) * 100));
}

/** Its trace engine prints what it can't compute, such as the paint of a page that sends its reader on, and goes on without. */
async function quietly<T>(use: () => Promise<T>): Promise<T> {
  const { error } = console;
  console.error = () => undefined;
  try {
    return await use();
  } finally {
    console.error = error;
  }
}

/** The median of each category; of an even number of runs, the lower of the middle two. */
export function medianOf(runs: readonly Scores[]): Scores {
  return mapCategories((category) => {
    const sorted = runs.map((scores) => scores[category]).sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  });
}

function mapCategories(score: (category: Category) => number): Scores {
  return Object.fromEntries(categories.map((category) => [category, score(category)])) as Scores;
}
