import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatColumns } from '../report/format-table.ts';
import { fitExponent, maxExponent, measureAll } from './growth.ts';
import { help, parseOptions, type Options } from './options.ts';
import { readers } from './readers.ts';
import { slowPatterns } from './slow-patterns.ts';

/** Number of cases of all readers in a round. */
const round = 1_000;

try {
  const options = parseOptions(
    process.argv.slice(2),
    readers.map(({ name }) => name),
  );
  if (options.help) console.log(help);
  else process.exitCode = (await (options.growth ? printGrowth() : fuzz(options))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Tries cases of all readers in turn until the time is over. Returns whether none failed. */
async function fuzz({ seed, minutes, only }: Options): Promise<boolean> {
  const chosen = readers.filter(({ name }) => only.length === 0 || only.includes(name));
  const end = performance.now() + minutes * 60_000;
  const counts = new Map(chosen.map(({ name }) => [name, 0]));
  const failures: string[] = [];
  for (let rounds = 0; performance.now() < end && failures.length === 0; rounds += 1) {
    for (const reader of chosen) {
      const { cases, failure } = await reader.run({
        seed: seed + rounds,
        cases: (round * reader.share) / 100,
      });
      counts.set(reader.name, (counts.get(reader.name) ?? 0) + cases);
      if (failure === undefined) continue;
      const file = path.join('.cache/fuzz', `${reader.name}-${seed + rounds}.json`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(failure.input, undefined, 2)}\n`);
      failures.push(
        `${reader.name} failed with --seed ${seed + rounds}. The minimal input is in ${file}.\n${failure.message}`,
      );
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rows = [...counts, ['total', total] as const].map(([name, count]) => [name, String(count)]);
  console.log(formatColumns([['reader', 'cases'], ...rows], 1));
  console.log(`Seed ${seed}. ${failures.length === 0 ? 'No case failed.' : `\n${failures.join('\n\n')}`}`);
  return failures.length === 0;
}

/** Prints the time to process each slow pattern by length. Returns whether time grows as fast as length. */
async function printGrowth(): Promise<boolean> {
  let isLinear = true;
  console.log('CPU milliseconds for 12.5, 25, 50, 100 and 200 KB, and the exponent of time against length');
  for (const [name, pattern] of Object.entries(slowPatterns)) {
    const points = await measureAll(pattern);
    const exponent = fitExponent(points);
    isLinear &&= exponent <= maxExponent;
    const times = points.map(({ ms }) => ms.toFixed(0).padStart(6)).join(' ');
    console.log(`${name.padEnd(46)}${times}  ${exponent.toFixed(2)}${exponent > maxExponent ? ' ✗' : ''}`);
  }
  return isLinear;
}
