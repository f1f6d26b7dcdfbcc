import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listTexts } from '../generated/edit-content.ts';
import { createRandom } from '../generated/random.ts';
import { createSite } from '../generated/site.ts';
import { describeMachine, formatMachine } from '../report/machine.ts';
import { copyProject, createFolder, root, writeFiles } from '../sites/run.ts';
import type { Usage } from './measure-command.ts';
import { help, keptFile, parseOptions, type Options } from './options.ts';
import { ensureBuilt, measureOutput, type MeasuredProject } from './project.ts';
import { formatGrowth, formatSite, type Report, type SiteReport } from './report.ts';
import { works, type Work } from './works.ts';

/** The name of generated sites in reports. */
const generatedName = 'generated';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else await benchBuilds(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Measures and prints. */
async function benchBuilds(options: Options): Promise<void> {
  const chosen = works.filter(
    ({ name }) => options.only.length === 0 || options.only.some((part) => name.includes(part)),
  );
  if (chosen.length === 0)
    throw new Error(
      `Unknown work --only ${options.only.join(', ')}, expected part of: ${works.map(({ name }) => name).join('; ')}`,
    );
  const machine = describeMachine();
  const kept = readKept();
  console.log(formatMachine(machine));
  if (kept !== undefined) console.log(`Kept run: ${formatMachine(kept)}`);
  const sites: SiteReport[] = [];
  for (const { name, folder } of listSites(options)) {
    const site = await measureSite(name, folder, chosen, options);
    const same = kept?.sites.find(({ content, texts }) => content === site.content && texts === site.texts);
    console.log(`\n${formatSite(site, same, options.markdown)}`);
    sites.push(site);
  }
  const run: Report = { ...machine, runs: options.runs, sites };
  const merged = mergeKept(run, kept);
  const generated = merged.sites.filter(({ content }) => content === generatedName);
  if (generated.length > 1) console.log(`\n${formatGrowth(generated, options.markdown)}`);
  if (options.keep) writeFileSync(path.join(root, keptFile), `${JSON.stringify(merged, null, 2)}\n`);
}

interface Site {
  name: string;
  folder: string;
}

/** Yields the content folders to measure. Generated ones are removed when the next is asked for. */
function* listSites({ content, sizes, seed }: Options): Generator<Site> {
  if (content !== undefined) {
    yield { name: path.basename(content), folder: content };
    return;
  }
  for (const size of sizes) {
    const folder = createFolder('generated');
    writeFiles(folder, createSite(seed, size));
    yield { name: generatedName, folder };
    rmSync(folder, { recursive: true });
  }
}

/** Measures all works, run by run, so that a machine that becomes slower affects all of them. */
async function measureSite(
  name: string,
  original: string,
  chosen: readonly Work[],
  { runs, seed }: Options,
): Promise<SiteReport> {
  const folder = copyProject('bench', original);
  const project: MeasuredProject = {
    folder,
    content: path.join(folder, 'content'),
    random: createRandom(seed),
  };
  try {
    const usages = new Map<string, Usage[]>(chosen.map((work) => [work.name, []]));
    let size = measureOutput(project);
    for (let run = 1; run <= runs; run += 1) {
      for (const work of chosen) {
        if (work.isCold !== true) await ensureBuilt(project);
        await work.prepare?.(project);
        report(`${name}, run ${run} of ${runs}: ${work.name}`);
        usages.get(work.name)?.push(await work.measure(project));
        // `check` leaves no output.
        if (existsSync(path.join(folder, 'dist'))) size = measureOutput(project);
      }
    }
    report('');
    const reports = chosen.map((work) => ({ name: work.name, usages: usages.get(work.name) ?? [] }));
    return { content: name, texts: listTexts(original).length, ...size, works: reports };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Replaces the last line on a terminal. */
function report(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
}

function readKept(): Report | undefined {
  const file = path.join(root, keptFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}

/** Adds to a run the sites of the kept run that it did not measure itself, if both come from the same machine. */
function mergeKept(run: Report, kept: Report | undefined): Report {
  const isMeasured = (site: SiteReport): boolean =>
    run.sites.some(({ content, texts }) => content === site.content && texts === site.texts);
  const isSameMachine = kept?.cpu === run.cpu && kept.cores === run.cores;
  const others = isSameMachine ? kept.sites.filter((site) => !isMeasured(site)) : [];
  return { ...run, sites: [...others, ...run.sites].sort((a, b) => a.texts - b.texts) };
}
