import { parseArgs } from 'node:util';

/** What the words after `npm run eval:search --` ask for. */
export interface Options {
  /** Where the pages come from: a corpus to import, content, or a site that is built already. */
  corpus: string | undefined;
  content: string | undefined;
  built: string | undefined;
  queries: string;
  /** Classes of queries to ask; all where none is named. */
  classes: readonly string[];
  /** How many queries of each class are asked at most. */
  limit: number;
  /** How many queries of each class are weighed in a browser that has nothing yet. */
  sample: number;
  searches: readonly SearchName[];
  output: 'text' | 'json' | 'markdown';
  failures: boolean;
  bars: boolean;
  help: boolean;
}

/** A search that is measured. */
export type SearchName = 'narani' | 'stock';

/** What `--help` prints. */
export const help = `npm run eval:search -- --corpus DIR --queries FILE [options]

Imports a corpus, builds it, and asks each query of a file through the site’s own search page in Chromium, as a reader
does; then the same queries of stock Pagefind, which indexes the same pages with its own settings. Prints for each class
of queries how often an expected article comes first and among the first five (with 95 % intervals by Wilson), the mean
reciprocal rank of the first ten, how often nothing is found, bytes and milliseconds.

  --corpus DIR     ko/<slug>.md and en/<slug>.md
  --content DIR    content of the site’s own format instead, such as content
  --built DIR      a finished build instead; it must have been built for the base /
  --queries FILE   a JSON object a line: id, class, locale (or lang), q, expected (slugs)
  --class NAME     ask this class only; may be given more than once
  --limit N        ask N queries of each class at most
  --sample N       weigh N queries of each class, each in a browser that has nothing yet; 4 if not given
  --no-stock       leave stock Pagefind out
  --no-narani      leave the site’s own search out
  --failures       list every query of which no expected article is among the first five
  --bars           end with 1 if a bar of src/tools/eval-search/bars.ts is missed
  --json           print all of it for machines, and nothing else
  --markdown       print tables that can stand in a page of docs/
  --help           print this

CHROME_PATH names the browser. Milliseconds and the bytes of what is typed depend on the machine: let nothing else run meanwhile.
Ends with 2 if nothing could be measured.`;

/** Read the words of the command line; throws at what they lack, and at one it does not know. */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      corpus: { type: 'string' },
      content: { type: 'string' },
      built: { type: 'string' },
      queries: { type: 'string', default: '' },
      class: { type: 'string', multiple: true, default: [] },
      limit: { type: 'string', default: 'Infinity' },
      sample: { type: 'string', default: '4' },
      'no-stock': { type: 'boolean', default: false },
      'no-narani': { type: 'boolean', default: false },
      failures: { type: 'boolean', default: false },
      bars: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { corpus, content, built, queries, failures, bars, json, markdown, help } = values;
  if (!help) requireInput([corpus, content, built], queries);
  return {
    corpus,
    content,
    built,
    queries,
    classes: values.class,
    limit: parseCount('--limit', values.limit),
    sample: parseCount('--sample', values.sample),
    searches: (['narani', 'stock'] as const).filter((name) => !values[`no-${name}`]),
    output: json ? 'json' : markdown ? 'markdown' : 'text',
    failures,
    bars,
    help,
  };
}

function requireInput(sources: readonly (string | undefined)[], queries: string): void {
  const named = sources.filter((source) => source !== undefined).length;
  if (named === 1 && queries !== '') return;
  const what = queries === '' ? 'no --queries' : `${named} of --corpus, --content and --built`;
  throw new Error(
    `Unexpected ${what}, expected one source of pages and one file of queries\n` +
      '  fix  Write npm run eval:search -- --corpus DIR --queries FILE; --help says what else there is.',
  );
}

function parseCount(option: string, text: string): number {
  const number = Number(text);
  if (number === Infinity || (Number.isInteger(number) && number >= 0)) return number;
  throw new Error(`Unexpected ${option} ${text}, expected a whole number\n  fix  Write ${option} 10.`);
}
