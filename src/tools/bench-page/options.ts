import { parseArguments } from '../../environment/index.ts';

/** Options of `npm run bench:page`. */
export interface Options {
  /** Existing build to measure instead of a new one. */
  built: string | undefined;
  /** Number of Lighthouse audits per page; 0 to skip Lighthouse. */
  runs: number;
  /** File to write the results to as JSON. */
  json: string | undefined;
  help: boolean;
}

/** Output of `--help`. */
export const help = `npm run bench:page -- [options]

Builds the site into a temporary folder and compares it with the budgets in src/tools/bench-page/budgets.ts. Measures in
Chromium the size of a page of each type, the files that each figure lazy-loads, and the layout shift of each type in each
language, on a phone and on a desktop, with fonts that load late; and audits the pages with Lighthouse.
Fallback pages are those of the fixture site.
Sizes are the same on every machine. Lighthouse's performance is not: run nothing else at the same time.

  --built DIR      measure the build in DIR instead of a new one; its base is read from site.yaml
  --runs N         audit each page N times and take the median (default: 3)
  --no-lighthouse  skip Lighthouse
  --json FILE      also write all measurements to FILE
  --help           print this help

Set CONTENT_DIR to measure other content, CHROME_PATH to use a certain browser. Exits with 0 if all budgets are kept, with 1
if one is broken or an audit failed, with 2 if nothing could be measured.`;

/** Parses command-line arguments. Throws if an option is unknown or invalid. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArguments({
    args,
    options: {
      built: { type: 'string' },
      runs: { type: 'string', default: '3' },
      'no-lighthouse': { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { built, json } = values;
  return { built, json, help: values.help, runs: values['no-lighthouse'] ? 0 : parseRuns(values.runs) };
}

function parseRuns(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(
    `--runs ${text} is not a positive whole number\n` +
      '  fix  Write --runs 3, or --no-lighthouse to skip Lighthouse.',
  );
}
