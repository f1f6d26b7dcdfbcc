import { parseArguments } from '../../environment/index.ts';
import { parseCount } from '../parse-count.ts';

/** Options of `npm run bench:search`. */
export interface Options {
  /** Folder of the built site. */
  built: string;
  locale: string;
  /** Numbers of articles. */
  articles: readonly number[];
  queries: number;
  help: boolean;
}

/** Output of `--help`. */
export const help = `npm run bench:search -- --built DIR [options]

Measures how search grows with the number of articles. Reads the texts of a built site, makes copies with titles and a vocabulary of
their own, builds an index of them, and asks the search engine for titles and for words of texts, in Node. Bytes are those of the
index without the scripts of the site, as a host sends them.

  --built DIR       a built site
  --locale NAME     use the texts in this language (default: ko)
  --articles LIST   numbers of articles (default: 1000,5000,10000)
  --queries N       number of queries (default: 60)
  --help            print this help`;

/** Parses command-line arguments. Throws if an option is missing, unknown or invalid. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArguments({
    args,
    options: {
      built: { type: 'string', default: '' },
      locale: { type: 'string', default: 'ko' },
      articles: { type: 'string', default: '1000,5000,10000' },
      queries: { type: 'string', default: '60' },
      help: { type: 'boolean', default: false },
    },
  });
  const { built, locale, articles, queries, help: isHelp } = values;
  if (!isHelp && built === '')
    throw new Error('--built is missing\n  fix  Write npm run bench:search -- --built DIR.');
  return {
    built,
    locale,
    articles: articles.split(',').map((count) => parseCount('--articles', count)),
    queries: parseCount('--queries', queries),
    help: isHelp,
  };
}
