import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { brotliQuality, startHost } from '../../host/index.ts';
import { chromeFlags, ensureChrome } from '../chrome.ts';
import { countBudgets, scoreBudgets } from './budgets.ts';
import { ensureBuild, readBuiltPages } from './built-pages.ts';
import { auditPages, weighPages } from './measure.ts';
import type { PageResult } from './measure.ts';
import { samplePages } from './page-types.ts';
import { noThirdParties } from './weigh.ts';
import { brokenList, budgetList, scoreTable, weightTable } from './table.ts';

interface Options {
  base: string;
  /** How often Lighthouse audits each page; 0 leaves it out. */
  runs: number;
  json: string | undefined;
}

try {
  const isLight = await benchPages(readOptions());
  process.exitCode = isLight ? 0 : 1;
} catch (error) {
  // 1 says that a budget is broken; that nothing could be measured is another matter.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Measure, print, and say whether all that can be counted keeps its budget. */
async function benchPages({ base, runs, json }: Options): Promise<boolean> {
  const directory = process.env.OUT_DIR ?? 'dist';
  ensureBuild(directory);
  const { pages, absent } = samplePages(readBuiltPages(directory));
  if (pages.length === 0) {
    throw new Error(
      `No page to measure in ${directory}/.\n  fix  Run \`npm run build\`, or set OUT_DIR to a built site.`,
    );
  }
  const chromePath = ensureChrome();
  const host = await startHost({ directory, base, port: 0 });
  try {
    const browser = await chromium.launch({
      executablePath: chromePath,
      args: [...chromeFlags, noThirdParties],
    });
    const setting = describeSetting(browser.version());
    const weighed = await weighPages(browser, host.url, pages).finally(() => browser.close());
    printWeights(setting, weighed, absent);
    const results = runs === 0 ? weighed : await auditPages(chromePath, host.url, weighed, runs);
    if (runs > 0) printScores(results, runs);
    console.log(`\n${brokenList(results) || '✓ Every budget is kept.'}`);
    if (json !== undefined) writeResults(json, { ...setting, runs, absent, results });
    return results.every(({ broken }) => broken.counts.length === 0);
  } finally {
    await host.close();
  }
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: '/' },
      runs: { type: 'string', default: '3' },
      'no-lighthouse': { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const runs = values['no-lighthouse'] ? 0 : parseRuns(values.runs);
  return { base: values.base, runs, json: values.json };
}

function parseRuns(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(
    `Unexpected --runs ${text}, expected a whole number from 1\n` +
      '  fix  Write --runs 3, or --no-lighthouse to leave Lighthouse out.',
  );
}

type Setting = Record<'date' | 'cpu' | 'cores' | 'node' | 'chromium', string>;

function describeSetting(chromiumVersion: string): Setting {
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: String(availableParallelism()),
    node: process.version,
    chromium: chromiumVersion,
  };
}

function printWeights(
  { date, cpu, cores, node, chromium: version }: Setting,
  results: readonly PageResult[],
  absent: readonly string[],
): void {
  console.log(`${date}  ${cpu}, ${cores} cores  Node ${node}  Chromium ${version}\n`);
  console.log(
    `Weights in KB (1,000 bytes) as they travelled to Chromium, text in Brotli at quality ${brotliQuality}, as CDNs compress\n` +
      'while they answer. “text” is HTML, CSS and JS; “requests” leaves images out.\n' +
      'Of several pages of one type the heaviest is measured.\n',
  );
  console.log(weightTable(results));
  if (absent.length > 0) console.log(`\nNot in this build: ${absent.join(', ')}`);
  console.log(`\n${budgetList()}`);
}

function printScores(results: readonly PageResult[], runs: number): void {
  console.log(
    `\nLighthouse, mobile, median of ${runs}; SEO in brackets is not judged, as the page asks not to be indexed.\n`,
  );
  console.log(scoreTable(results));
}

function writeResults(file: string, report: object): void {
  const budgets = { counts: countBudgets, scores: scoreBudgets };
  writeFileSync(file, `${JSON.stringify({ ...report, budgets }, null, 2)}\n`);
}
