import { parseArguments } from '../../environment/index.ts';

/** The arguments of `npm run fuzz`. */
export interface Options {
  seed: number;
  minutes: number;
  /** Names of the readers to try; empty for all. */
  only: readonly string[];
  growth: boolean;
  help: boolean;
}

/** The output of `--help`. */
export const help = `npm run fuzz -- [options]

Feeds generated input to everything that reads files or queries, until the time is over or a case fails: an exception, too much
time, a diagnostic without a place, dangerous HTML. Prints the number of cases per reader. A failing input is minimized and saved
to .cache/fuzz.

  --seed N       seed of the generators (default: 1); with the same seed, the cases are the same
  --minutes M    time for all readers together (default: 5)
  --only NAME    tries only this reader; may be repeated
  --growth       tries no cases; instead prints how the time to process slow patterns grows with their length, up to 200 KB
  --help         print this help

Exits with 1 if a case fails or time grows faster than allowed, and with 2 for wrong options.`;

/** Parses the arguments. Throws for unknown options and values that are no numbers. */
export function parseOptions(args: string[], readers: readonly string[]): Options {
  const { values } = parseArguments({
    args,
    options: {
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true, default: [] },
      growth: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
  if (!Number.isInteger(seed)) throw new Error(`Unexpected --seed ${values.seed}, expected an integer`);
  if (!(minutes > 0)) throw new Error(`Unexpected --minutes ${values.minutes}, expected a positive number`);
  for (const name of values.only)
    if (!readers.includes(name))
      throw new Error(`Unknown reader --only ${name}, expected one of ${readers.join(', ')}`);
  return { ...values, seed, minutes };
}
