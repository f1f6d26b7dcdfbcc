import { parseArguments } from '../../environment/index.ts';

/** Options of `npm run eval:align`. */
export interface Options {
  /** Texts to align: a corpus, or else a content folder. */
  corpus: string | undefined;
  content: string;
  /** Number of times each text is edited under each condition. */
  rounds: number;
  measure: boolean;
  failures: boolean;
  markdown: boolean;
  help: boolean;
}

/** Output of `--help`. */
export const help = `npm run eval:align -- [--corpus DIR | --content DIR] [options]

Takes the texts that have the same kinds of blocks in the same order in Korean and English, so that the correct pairs are
known. Deletes, merges and splits 10 % and 30 % of their blocks at random (with fixed seeds), aligns the edited texts, and
compares the result with the known pairs. Prints precision, recall and F1 over pairs of blocks.
Without --corpus and --content, it uses the articles of this repository.

  --corpus DIR   ko/<slug>.md and en/<slug>.md
  --content DIR  a content folder (default: content)
  --rounds N     edit each text N times under each condition (default: 1)
  --measure      only print the constants of src/alignment/length.ts as measured on these texts
  --failures     list all wrong and missed pairs at 30 % edits
  --markdown     print tables in Markdown
  --help         print this help

Exits with 0 if all targets in src/tools/eval-align/report.ts are met, with 1 if one is missed, with 2 if nothing could be
measured.`;

/** Parses command-line arguments. Throws if an option is unknown or invalid, or if two contradict each other. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArguments({
    args,
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
    throw new Error('--content and --corpus cannot be combined\n  fix  Name one source of texts.');
  return { corpus, content: content ?? 'content', rounds: parseCount(rounds), ...flags };
}

function parseCount(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--rounds ${text} is not a positive whole number\n  fix  Write --rounds 3.`);
}
