import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromeFlags, ensureChrome } from '../browser/chrome.ts';
import { describeFonts } from '../browser/describe-fonts.ts';
import { describeMachine, formatMachine, type Machine } from '../report/machine.ts';
import { countBudgets, liveBudget, scoreBudgets, shiftBudget } from './budgets.ts';
import { isAgile, isLight, isStill, type LiveResult, type PageResult, type ShiftResult } from './judge.ts';
import { auditPages, measureShifts, weighFigures, weighPages } from './measure.ts';
import { help, readOptions, type Options } from './options.ts';
import { serveSites, type ServedSites } from './sites.ts';
import {
  brokenList,
  budgetList,
  heavyList,
  liveTable,
  movingList,
  scoreTable,
  shiftTable,
  weightTable,
} from './table.ts';
import { brotliQuality, noThirdParties } from './weigh.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else process.exitCode = (await benchPages(options)) ? 0 : 1;
} catch (error) {
  // 1 says that a budget is broken; that nothing could be measured is another matter.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Measure, print, and say whether every budget is kept. */
async function benchPages(options: Options): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'narani-bench-'));
  try {
    const chromePath = ensureChrome();
    console.log(options.built === undefined ? 'Building the site …' : `Measuring ${options.built} …`);
    const sites = await serveSites(options.built, folder);
    return await measureSites(sites, chromePath, options).finally(sites.close);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureSites(
  served: ServedSites,
  chromePath: string,
  { runs, json }: Options,
): Promise<boolean> {
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...chromeFlags, noThirdParties],
  });
  const machine = describeMachine(browser.version());
  const { absent } = served;
  const [weighed, live, shifts, fallbackFonts] = await measureIn(browser, served).finally(() =>
    browser.close(),
  );
  printWeights(machine, weighed, absent);
  printLive(live);
  printShifts(shifts, fallbackFonts);
  const results = runs === 0 ? weighed : await auditPages(chromePath, weighed, runs);
  if (runs > 0) printScores(results, runs);
  const broken = [brokenList(results), heavyList(live), movingList(shifts)]
    .filter((list) => list !== '')
    .join('\n');
  console.log(`\n${broken || '✓ Every budget is kept.'}`);
  if (json !== undefined)
    writeResults(json, { ...machine, fallbackFonts, runs, absent, results, live, shifts });
  return isLight(results) && isAgile(live) && isStill(shifts);
}

async function measureIn(
  browser: Browser,
  { pages, figures, everyLocale }: ServedSites,
): Promise<[PageResult[], LiveResult[], ShiftResult[], string]> {
  const weighed = await weighPages(browser, pages);
  const live = await weighFigures(browser, figures);
  const shifts = await measureShifts(browser, everyLocale);
  // All pages ask for the same fonts, so that one tells what stands in for them.
  const fallbacks = everyLocale.slice(-1).map(async ({ url }) => describeFonts(browser, url, 'fallback'));
  return [weighed, live, shifts, (await Promise.all(fallbacks)).join()];
}

function printWeights(machine: Machine, results: readonly PageResult[], absent: readonly string[]): void {
  console.log(`${formatMachine(machine)}\n`);
  console.log(
    `Weights in KB (1,000 bytes); text in Brotli at quality ${brotliQuality}, as hosts send it that compress ahead of time (those that do\n` +
      'while they answer send a tenth more). “text” is HTML, CSS and JS; “requests” leaves images out.\n' +
      'Of several pages of one type the heaviest is measured.\n',
  );
  console.log(weightTable(results));
  if (absent.length > 0) console.log(`\nNot in this build: ${absent.join(', ')}`);
  console.log(`\n${budgetList()}`);
}

function printLive(results: readonly LiveResult[]): void {
  console.log(
    '\nWhat a browser loads for a figure when a reader scrolls to it, in bytes of Brotli: scripts, words and sheets. “shared” is\n' +
      'what every figure takes, “own” all else.\n',
  );
  console.log(liveTable(results));
}

function printShifts(results: readonly ShiftResult[], fallbackFonts: string): void {
  console.log(
    '\nLayout shift, nothing cached, every font later than the first text: the sum of all shifts at the top of the page.\n' +
      `The fallback on this machine is ${fallbackFonts}; another machine’s may shift otherwise.\n`,
  );
  console.log(shiftTable(results));
}

function printScores(results: readonly PageResult[], runs: number): void {
  console.log(
    `\nLighthouse, mobile, median of ${runs}; SEO in brackets is not judged, as the page asks not to be indexed.\n`,
  );
  console.log(scoreTable(results));
}

function writeResults(file: string, report: object): void {
  const budgets = { counts: countBudgets, live: liveBudget, scores: scoreBudgets, shift: shiftBudget };
  writeFileSync(file, `${JSON.stringify({ ...report, budgets }, null, 2)}\n`);
}
