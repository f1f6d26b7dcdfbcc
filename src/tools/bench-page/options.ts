import { parseArgs } from 'node:util';

/** What the words after `npm run bench:page --` ask for. */
export interface Options {
  /** A finished build to measure instead of a new one. */
  built: string | undefined;
  /** How often Lighthouse audits each page; 0 leaves it out. */
  runs: number;
  /** Where the results go as JSON. */
  json: string | undefined;
  help: boolean;
}

/** What `--help` prints. */
export const help = `npm run bench:page -- [options]

Builds the site into a folder of its own, weighs in Chromium a page of each type and what each figure loads once it is
near, asks Lighthouse about the pages, and compares all that with the budgets in src/tools/bench-page/budgets.ts. Opens
each type in each language again, on a phone and on a desktop, with fonts that come late, and adds up what moves.
Fallback pages are measured on the tests' own small site.
Weights are the same on every machine; Lighthouse's performance is not: let nothing else run meanwhile.

  --built DIR      measure the build in DIR instead of a new one; its base is still read from site.yaml
  --runs N         let Lighthouse audit each page N times and take the median; 3 if not given
  --no-lighthouse  only weigh, and add up what moves
  --json FILE      write everything measured to FILE too
  --help           print this

CONTENT_DIR names the content, CHROME_PATH the browser. Ends with 0 if every budget is kept, with 1 if one is broken or
an audit failed, with 2 if nothing could be measured.`;

/** Read the words of the command line; throws at one it does not know. */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
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
    `Unexpected --runs ${text}, expected a whole number from 1\n` +
      '  fix  Write --runs 3, or --no-lighthouse to leave Lighthouse out.',
  );
}
