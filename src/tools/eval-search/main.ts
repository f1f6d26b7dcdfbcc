import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromeFlags, ensureChrome } from '../browser/chrome.ts';
import { describeMachine, formatMachine, type Machine } from '../report/machine.ts';
import { targets, listMissedTargets } from './targets.ts';
import { measureSearch } from './measure.ts';
import { help, parseOptions, searchNames, type Options, type SearchName } from './options.ts';
import { readQueries, samplePerClass, type EvalQuery } from './queries.ts';
import { failuresIn, summarize, type Measured } from './report.ts';

import { prepareSite, serveSearch } from './site.ts';
import { costTable, failureList, markdownTables, qualityTable, totals, type Reports } from './table.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else process.exitCode = (await evaluate(options)) ? 0 : 1;
} catch (error) {
  // Exit code 1 is for a missed target, 2 for a failed evaluation.
  console.error(error instanceof Error ? describeError(error) : error);
  process.exitCode = 2;
}

/** Measures and prints. Returns `false` if targets are required and one is missed. */
async function evaluate(options: Options): Promise<boolean> {
  const queries = chooseQueries(options);
  const executablePath = ensureChrome();
  const folder = mkdtempSync(path.join(tmpdir(), 'narani-eval-'));
  const browser = await chromium.launch({ executablePath, args: chromeFlags });
  try {
    const machine = describeMachine(browser.version());
    const measured = await measureAll(browser, queries, options, folder);
    return print(machine, measured, options);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

function chooseQueries({ queries: file, classes, limit }: Options): EvalQuery[] {
  const all = readQueries(file);
  const unknown = classes.filter((name) => all.every((query) => query.class !== name));
  const chosen = all.filter((query) => classes.length === 0 || classes.includes(query.class));
  if (unknown.length === 0 && chosen.length > 0) return samplePerClass(chosen, limit);
  const known = [...new Set(all.map((query) => query.class))].join(', ');
  throw new Error(
    unknown.length > 0
      ? `No query in ${file} has the class ${unknown.join(', ')}\n  fix  Name some of these classes: ${known}.`
      : `${file} contains no query`,
  );
}

type AllMeasured = Partial<Record<SearchName, Measured>>;

async function measureAll(
  browser: Browser,
  queries: readonly EvalQuery[],
  { corpus, content, built, searches, sample }: Options,
  folder: string,
): Promise<AllMeasured> {
  const site = await prepareSite({ corpus, content, built }, folder, reportProgress);
  const locales = [...new Set(queries.map(({ locale }) => locale))];
  const all: AllMeasured = {};
  for (const name of searches) {
    const [search, host] = await serveSearch[name](site, locales, path.join(folder, name));
    try {
      all[name] = await measureSearch(browser, search, queries, sample, (progress) => {
        reportProgress(`${name}: ${progress}`);
      });
    } finally {
      await host.close();
    }
  }
  return all;
}

function print(
  machine: Machine,
  measured: AllMeasured,
  { output, failures, targets: requireTargets }: Options,
): boolean {
  const reports: Reports = {};
  for (const name of namesIn(measured)) {
    const each = measured[name];
    if (each !== undefined) reports[name] = summarize(each);
  }
  const missed = reports.narani === undefined ? [] : listMissedTargets(reports.narani, reports.stock);
  if (output === 'json')
    console.log(JSON.stringify({ machine, targets, missed, reports, measured }, null, 1));
  else if (output === 'markdown') console.log(`${formatMachine(machine)}\n\n${markdownTables(reports)}`);
  else printText(machine, reports);
  if (output !== 'json') printFailures(measured, missed, failures);
  return !requireTargets || missed.length === 0;
}

function printText(machine: Machine, reports: Reports): void {
  console.log(formatMachine(machine));
  for (const [name, report] of Object.entries(reports))
    console.log(`\n── ${name} ──\n\n${qualityTable(report)}\n\n${costTable(report)}\n\n${totals(report)}`);
}

function printFailures(measured: AllMeasured, missed: readonly string[], withFailures: boolean): void {
  for (const name of withFailures ? namesIn(measured) : []) {
    const failures = failuresIn(measured[name]?.results ?? []);
    console.log(
      `\n${name}: ${failures.length} without an expected article among the first five\n${failureList(failures)}`,
    );
  }
  if (measured.narani !== undefined)
    console.log(`\n${missed.map((each) => `✗ ${each}`).join('\n') || '✓ All targets are met.'}`);
}

function namesIn(measured: AllMeasured): SearchName[] {
  return searchNames.filter((name) => measured[name] !== undefined);
}

/** Prints progress to stderr, so that stdout has only results. */
function reportProgress(progress: string): void {
  console.error(`${progress} …`);
}

function describeError({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}\n  why  ${cause.message}` : message;
}
