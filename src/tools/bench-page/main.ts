import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromeFlags, ensureChrome, ensureKoreanFont } from '../browser/chrome.ts';
import { describeFonts } from '../browser/describe-fonts.ts';
import { describeMachine, formatMachine, type Machine } from '../report/machine.ts';
import { countBudgets, liveBudget, scoreBudgets, shiftBudget } from './budgets.ts';
import {
  allFiguresPass,
  allPagesPass,
  allShiftsPass,
  type FigureResult,
  type PageResult,
  type ShiftResult,
} from './judge.ts';
import { auditPages, measureShifts, weighFigures, weighPages } from './measure.ts';
import { help, parseOptions, type Options } from './options.ts';
import { serveSites, type ServedSites } from './sites.ts';
import {
  formatPageFailures,
  formatBudgets,
  formatFigureFailures,
  formatFigureWeights,
  formatShiftFailures,
  formatScores,
  formatShifts,
  formatWeights,
} from './table.ts';
import { brotliQuality, blockOtherHosts } from './weigh.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else process.exitCode = (await benchPages(options)) ? 0 : 1;
} catch (error) {
  // Exit code 1 is for a broken budget, 2 for a failed benchmark.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Measures and prints. Returns whether all budgets are kept. */
async function benchPages(options: Options): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'narani-bench-'));
  try {
    const chromePath = ensureChrome();
    ensureKoreanFont();
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
    args: [...chromeFlags, blockOtherHosts],
  });
  const machine = describeMachine(browser.version());
  const { absent } = served;
  const [weighed, live, shifts, fallbackFonts] = await measureIn(browser, served).finally(() =>
    browser.close(),
  );
  printWeights(machine, weighed, absent);
  printFigureWeights(live);
  printShifts(shifts, fallbackFonts);
  const results = runs === 0 ? weighed : await auditPages(chromePath, weighed, runs);
  if (runs > 0) printScores(results, runs);
  const broken = [formatPageFailures(results), formatFigureFailures(live), formatShiftFailures(shifts)]
    .filter((list) => list !== '')
    .join('\n');
  console.log(`\n${broken || '✓ All budgets are kept.'}`);
  if (json !== undefined)
    writeResults(json, { ...machine, fallbackFonts, runs, absent, results, live, shifts });
  return allPagesPass(results) && allFiguresPass(live) && allShiftsPass(shifts);
}

async function measureIn(
  browser: Browser,
  { pages, figures, everyLocale }: ServedSites,
): Promise<[PageResult[], FigureResult[], ShiftResult[], string]> {
  const weighed = await weighPages(browser, pages);
  const live = await weighFigures(browser, figures);
  const shifts = await measureShifts(browser, everyLocale);
  // All pages have the same fonts, so one page shows the fallback fonts of all.
  const fallbacks = everyLocale.slice(-1).map(async ({ url }) => describeFonts(browser, url, 'fallback'));
  return [weighed, live, shifts, (await Promise.all(fallbacks)).join()];
}

function printWeights(machine: Machine, results: readonly PageResult[], absent: readonly string[]): void {
  console.log(`${formatMachine(machine)}\n`);
  console.log(
    `Sizes in KB (1,000 bytes). Text is compressed with Brotli at quality ${brotliQuality}, as by hosts that compress in advance; hosts that\n` +
      'compress on the fly send about 10 % more. “text” is HTML, CSS and JS; “requests” excludes images.\n' +
      'Of each type, the heaviest page is measured.\n',
  );
  console.log(formatWeights(results));
  if (absent.length > 0) console.log(`\nNo page of these types in this build: ${absent.join(', ')}`);
  console.log(`\n${formatBudgets()}`);
}

function printFigureWeights(results: readonly FigureResult[]): void {
  console.log(
    '\nScripts and style sheets that a figure lazy-loads when it is scrolled into view, in bytes compressed with Brotli. “shared”\n' +
      'files are loaded by every figure, “own” files are the others.\n',
  );
  console.log(formatFigureWeights(results));
}

function printShifts(results: readonly ShiftResult[], fallbackFonts: string): void {
  console.log(
    '\nLayout shift: the sum of all shifts in the first screen, with an empty cache and fonts that load after the first paint.\n' +
      `Fallback fonts on this machine: ${fallbackFonts}. Results differ with other fonts.\n`,
  );
  console.log(formatShifts(results));
}

function printScores(results: readonly PageResult[], runs: number): void {
  console.log(
    `\nLighthouse, mobile, median of ${runs}. SEO in brackets is not judged, because the page has noindex.\n`,
  );
  console.log(formatScores(results));
}

function writeResults(file: string, report: object): void {
  const budgets = { counts: countBudgets, live: liveBudget, scores: scoreBudgets, shift: shiftBudget };
  writeFileSync(file, `${JSON.stringify({ ...report, budgets }, null, 2)}\n`);
}
