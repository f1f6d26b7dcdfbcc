import { parseArguments } from '../../environment/index.ts';
import { parseCount } from '../parse-count.ts';

/** File with the last kept run. */
export const keptFile = 'docs/performance.json';

/** Options of `npm run bench`. */
export interface Options {
  /** Content folder to measure instead of generated sites. */
  content: string | undefined;
  /** Numbers of texts of the generated sites. */
  sizes: readonly number[];
  runs: number;
  /** Works to measure, by parts of their names; all if empty. */
  only: readonly string[];
  seed: number;
  markdown: boolean;
  keep: boolean;
  help: boolean;
}

/** Output of `--help`. */
export const help = `npm run bench -- [options]

Measures what builds cost after each kind of change: wall time, CPU time of the command and all its children, and the largest
sum of the memory of its processes (on Linux). Also measures \`check\` and \`dev\`. Works on copies of the project with generated
articles in Korean and English, about 10 KB per text, and prints the median, the minimum and the maximum of all runs, beside
the run kept in ${keptFile}. With several sizes, measured now or kept, also prints by which power of the size the cost grows.
Run nothing else at the same time.

  --content DIR    measure a copy of this content folder instead of generated sites
  --sizes N,N      numbers of texts of the generated sites (default: 100,542)
  --runs N         measure everything N times (default: 3)
  --only WORK      measure only works whose name contains WORK, such as cold, word or check; may be repeated
  --seed N         seed of the generated sites and of the changes (default: 1)
  --markdown       print tables in Markdown
  --keep           keep this run in ${keptFile}, with the other sites kept there from the same machine
  --help           print this help

Exits with 2 if a command fails.`;

/** Parses command-line arguments. Throws if an option is unknown or invalid, or if two contradict each other. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArguments({
    args,
    options: {
      content: { type: 'string' },
      sizes: { type: 'string' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string', default: '1' },
      markdown: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { sizes, content, runs, seed, ...rest } = values;
  if (content !== undefined && sizes !== undefined)
    throw new Error('--content and --sizes cannot be combined\n  fix  --sizes is for generated sites.');
  return {
    ...rest,
    content,
    sizes: (sizes ?? '100,542').split(',').map((size) => parseCount('--sizes', size)),
    runs: parseCount('--runs', runs),
    seed: parseCount('--seed', seed),
  };
}
