import { parseArguments } from '../../environment/index.ts';

/** Options of `npm run eval:search`. */
export interface Options {
  /** Source of the pages, exactly one of: a corpus to import, a content folder, a built site. */
  corpus: string | undefined;
  content: string | undefined;
  built: string | undefined;
  queries: string;
  /** Classes of queries to run; all if empty. */
  classes: readonly string[];
  /** Maximum number of queries per class. */
  limit: number;
  /** Number of queries per class whose bytes are measured, each in a browser with an empty cache. */
  sample: number;
  searches: readonly SearchName[];
  output: 'text' | 'json' | 'markdown';
  failures: boolean;
  targets: boolean;
  help: boolean;
}

/** Searches that can be measured, in the order of tables. */
export const searchNames = ['narani', 'stock', 'minisearch'] as const;

export type SearchName = (typeof searchNames)[number];

/** Output of `--help`. */
export const help = `npm run eval:search -- --corpus DIR --queries FILE [options]

Imports a corpus, builds a site from it, and runs each query of a file on the site's search page in Chromium; then runs
the same queries on the same pages with stock Pagefind (its default settings) and with MiniSearch (the options of
VitePress, whose local search it is; sections of one article count as one hit). Prints for each class of queries how often an expected article comes first or among the first five (with Wilson's 95 % intervals), the mean
reciprocal rank within the first ten, how often nothing is found, and the bytes and milliseconds per query.

  --corpus DIR     ko/<slug>.md and en/<slug>.md
  --content DIR    a content folder instead, such as content
  --built DIR      a built site instead; its base must be /
  --queries FILE   JSON Lines with id, class, locale (or lang), q, expected (slugs)
  --class NAME     run this class only; can be repeated
  --limit N        run at most N queries of each class
  --sample N       measure bytes for N queries of each class, each with an empty cache (default: 4)
  --no-stock       skip stock Pagefind
  --no-minisearch  skip MiniSearch
  --no-narani      skip the site's own search
  --failures       list the queries without an expected article among the first five
  --targets        exit with 1 if a target in src/tools/eval-search/targets.ts is missed
  --json           print all results as JSON
  --markdown       print tables in Markdown
  --help           print this help

Set CHROME_PATH to use a certain browser. Milliseconds, and bytes of typed queries, depend on the load of the machine: run
nothing else at the same time. Exits with 2 if nothing could be measured.`;

/** Parses command-line arguments. Throws if an option is missing, unknown or invalid. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArguments({
    args,
    options: {
      corpus: { type: 'string' },
      content: { type: 'string' },
      built: { type: 'string' },
      queries: { type: 'string', default: '' },
      class: { type: 'string', multiple: true, default: [] },
      limit: { type: 'string', default: 'Infinity' },
      sample: { type: 'string', default: '4' },
      'no-stock': { type: 'boolean', default: false },
      'no-minisearch': { type: 'boolean', default: false },
      'no-narani': { type: 'boolean', default: false },
      failures: { type: 'boolean', default: false },
      targets: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { corpus, content, built, queries, failures, targets, json, markdown, help } = values;
  if (!help) requireInput([corpus, content, built], queries);
  return {
    corpus,
    content,
    built,
    queries,
    classes: values.class,
    limit: parseCount('--limit', values.limit),
    sample: parseCount('--sample', values.sample),
    searches: searchNames.filter((name) => !values[`no-${name}`]),
    output: json ? 'json' : markdown ? 'markdown' : 'text',
    failures,
    targets,
    help,
  };
}

function requireInput(sources: readonly (string | undefined)[], queries: string): void {
  const named = sources.filter((source) => source !== undefined).length;
  if (named === 1 && queries !== '') return;
  const given =
    named === 0
      ? 'There is no --corpus, --content or --built'
      : `There are ${named} of --corpus, --content and --built`;
  throw new Error(
    `${queries === '' ? '--queries is missing' : `${given}, and exactly one is needed`}\n` +
      '  fix  Write npm run eval:search -- --corpus DIR --queries FILE. See --help for all options.',
  );
}

function parseCount(option: string, text: string): number {
  const number = Number(text);
  if (number === Infinity || (Number.isInteger(number) && number >= 0)) return number;
  throw new Error(`${option} ${text} is not a whole number\n  fix  Write ${option} 10.`);
}
