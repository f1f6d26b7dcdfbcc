import { parseArgs } from 'node:util';

/** What the words after `npm run eval:align --` ask for. */
export interface Options {
  /** The texts to align: a corpus, or content of the site’s own format. */
  corpus: string | undefined;
  content: string;
  /** How often each text is edited anew under each condition. */
  rounds: number;
  measure: boolean;
  failures: boolean;
  markdown: boolean;
  help: boolean;
}

/** What `--help` prints. */
export const help = `npm run eval:align -- [--corpus DIR | --content DIR] [options]

Takes the texts whose blocks are of the same kinds in the same order in Korean and English, so that each block is known to
stand for the one at its place; deletes, merges and splits a tenth and three tenths of their blocks by chance, the same each
time; aligns what has come of it; and compares that with what is known. Prints precision, recall and F1 over pairs of blocks.
With neither folder named, the articles of this repository are taken.

  --corpus DIR   ko/<slug>.md and en/<slug>.md
  --content DIR  content of the site’s own format; content if not given
  --rounds N     edit each text N times under each condition; once if not given
  --measure      print what the constants of src/alignment/length.ts are on these texts instead
  --failures     list every pair that was found wrongly or missed at three tenths
  --markdown     print a table that can stand in a page of docs/
  --help         print this

Ends with 0 if every bar of src/tools/eval-align/report.ts is kept, with 1 if one is missed, with 2 if nothing could be measured.`;

/** Read the words of the command line; throws at what doesn’t fit together, and at one it does not know. */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      corpus: { type: 'string' },
      content: { type: 'string' },
      rounds: { type: 'string', default: '1' },
      measure: { type: 'boolean', default: false },
      failures: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { corpus, content, rounds, ...flags } = values;
  if (corpus !== undefined && content !== undefined)
    throw new Error('Unexpected --content beside --corpus\n  fix  Name one source of texts.');
  return { corpus, content: content ?? 'content', rounds: parseCount(rounds), ...flags };
}

function parseCount(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`Unexpected --rounds ${text}, expected a whole number from 1\n  fix  Write --rounds 3.`);
}
