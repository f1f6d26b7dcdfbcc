import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createSearchOn } from '../../search/browser/index.ts';
import {
  buildIndex,
  cacheIndexTools,
  htmlToPageText,
  summarizeText,
  type PageText,
} from '../../search/build/index.ts';
import { percentile } from '../eval-search/metrics.ts';
import { createRandom } from '../generated/random.ts';
import { describeMachine, formatMachine } from '../report/machine.ts';
import { listFiles } from '../sites/run.ts';
import { makeTexts, type NamedText } from './make-texts.ts';
import { createMemorySource } from './memory-source.ts';
import { help, parseOptions, type Options } from './options.ts';

const columns = [
  'articles',
  'terms',
  'index, CPU s',
  'CPU ms per 1,000 terms',
  'files',
  'MB',
  'manifest, KB',
  'first query, KB (median / p95)',
  'further query, KB (median / p95)',
  'first query, ms (p95)',
  'further query, ms (p95)',
  'longest task, ms',
];

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else await bench(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function bench({ built, locale, articles, queries }: Options): Promise<void> {
  const texts = readTexts(path.resolve(built), locale);
  if (texts.length === 0) throw new Error(`${built} has no articles in ${locale}/`);
  console.log(formatMachine(describeMachine()));
  console.log(`| ${columns.join(' | ')} |\n| ${columns.map(() => '--:').join(' | ')} |`);
  for (const count of articles) {
    const row = await measure(makeTexts(texts, count), locale, queries);
    console.log(`| ${row.join(' | ')} |`);
  }
}

function readTexts(site: string, locale: string): NamedText[] {
  const pages = listFiles(site).filter(
    (file) => /^[^/]+\/articles\/[^/]+\/index\.html$/.test(file) && file.startsWith(`${locale}/`),
  );
  return pages.flatMap((file): NamedText[] => {
    const text = htmlToPageText(readFileSync(path.join(site, file), 'utf8'));
    return text === undefined ? [] : [{ path: file.slice(locale.length + 1, -'index.html'.length), text }];
  });
}

async function measure(texts: readonly NamedText[], locale: string, queryCount: number): Promise<string[]> {
  const tools = cacheIndexTools(mkdtempSync(path.join(tmpdir(), 'narani-bench-')));
  const pages = texts.map(({ path: below, text }) => ({
    locale,
    path: below,
    text: summarizeText(text),
    read: () => Promise.resolve(text),
  }));
  const before = process.cpuUsage();
  const made = await buildIndex({ locales: [locale], pages, topics: [], names: [], maxFiles: 20_000 }, tools);
  const files = new Map<string, Uint8Array>();
  for (const { name, make } of made) files.set(name, await make());
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const manifest = files.get('index.json') ?? new Uint8Array();
  const terms = [...files]
    .filter(([name]) => name.startsWith('lexicon.'))
    .reduce((sum, [, file]) => sum + Number.parseInt(Buffer.from(file).toString(), 10), 0);
  const source = createMemorySource(files);
  const queries = chooseQueries(texts, queryCount);
  const first: Cost[] = [];
  for (const query of queries) {
    source.takeBytes(true);
    first.push(await ask(createSearchOn(source, '/'), query));
  }
  const warm = createSearchOn(source, '/');
  source.takeBytes(true);
  const further: Cost[] = [];
  for (const query of queries) further.push(await ask(warm, query));
  const longest = Math.max(...[...first, ...further].map(({ longestMs }) => longestMs));
  return [
    texts.length.toLocaleString('en'),
    terms.toLocaleString('en'),
    seconds.toFixed(1),
    ((1e6 * seconds) / terms).toFixed(0),
    files.size.toLocaleString('en'),
    ([...files.values()].reduce((sum, { length }) => sum + length, 0) / 1e6).toFixed(1),
    (manifest.length / 1000).toFixed(0),
    spread(first.map(({ bytes }) => bytes / 1000)),
    spread(further.slice(1).map(({ bytes }) => bytes / 1000)),
    percentile(
      95,
      first.map(({ ms }) => ms),
    ).toFixed(0),
    percentile(
      95,
      further.slice(1).map(({ ms }) => ms),
    ).toFixed(0),
    longest.toFixed(0),
  ];

  async function ask(search: ReturnType<typeof createSearchOn>, query: string): Promise<Cost> {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    await search.ask({ query, locale });
    const ms = performance.now() - start;
    delay.disable();
    return { bytes: source.takeBytes(false), ms, longestMs: Math.max(0, delay.max / 1e6 - 1) };
  }
}

/** The cost of a query. */
interface Cost {
  bytes: number;
  ms: number;
  longestMs: number;
}

/** Returns titles, words of titles, and three to five words of a sentence, by turns. */
function chooseQueries(texts: readonly NamedText[], count: number): string[] {
  const random = createRandom(1);
  return Array.from({ length: count }, (_, number) => {
    const { title, blocks } =
      texts[random.below(texts.length)]?.text ?? ({ title: '', blocks: [] } as unknown as PageText);
    const sentences = blocks.map(({ text }) => text.split(' ')).filter(({ length }) => length > 8);
    const words = sentences[random.below(Math.max(1, sentences.length))] ?? title.split(' ');
    if (number % 3 === 0) return title;
    if (number % 3 === 1) return title.split(' ').slice(0, 2).join(' ');
    const from = random.below(Math.max(1, words.length - 5));
    return words.slice(from, from + 3 + random.below(3)).join(' ');
  });
}

/** Formats the median and the 95th percentile. */
function spread(values: readonly number[]): string {
  return [50, 95].map((percent) => percentile(percent, values).toFixed(0)).join(' / ');
}
