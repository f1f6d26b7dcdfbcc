import { alignTexts, type AlignableBlock, type AlignableText } from '../../alignment/index.ts';
import { parseArguments } from '../../environment/index.ts';
import { createRandom } from '../generated/random.ts';
import { formatColumns } from '../report/format-table.ts';
import { describeMachine, formatMachine } from '../report/machine.ts';

/** Texts without headings and code blocks, which would let the aligner skip pairs of blocks. */
const random = createRandom(1);
const cases: readonly [string, AlignableText, AlignableText][] = [
  ['2,000 × 2,000, no shared facts', text('ko', 2000, plain), text('en', 2000, plain)],
  ['2,000 × 2,000, many shared facts', text('ko', 2000, dense), text('en', 2000, dense)],
  ['2,000 × 2,000, all blocks identical', text('ko', 2000, same), text('en', 2000, same)],
  ['2,000 × 3', text('ko', 2000, dense), text('en', 3, dense)],
  ['10,000 × 10,000, near the diagonal', text('ko', 10_000, plain), text('en', 10_000, plain)],
];

/** Number of measured runs, after one run to warm up. */
const runs = 5;

/** The output of `--help`. */
const help = `npm run bench:align

Aligns generated texts without headings and code, so that every pair of blocks has to be scored. Prints the wall time and the
CPU time of each pair of texts: median, minimum and maximum of ${runs} runs.`;

try {
  const { values } = parseArguments({
    args: process.argv.slice(2),
    options: { help: { type: 'boolean', default: false } },
  });
  if (values.help) console.log(help);
  else measure();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Measures and prints. */
function measure(): void {
  console.log(formatMachine(describeMachine()));
  const rows = cases.map(([name, source, target]) => {
    alignTexts(source, target);
    const measured = Array.from({ length: runs }, () => {
      const [before, cpu] = [performance.now(), process.cpuUsage()];
      alignTexts(source, target);
      const { user, system } = process.cpuUsage(cpu);
      return { wall: performance.now() - before, cpu: (user + system) / 1000 };
    });
    return [name, spread(measured.map(({ wall }) => wall)), spread(measured.map(({ cpu }) => cpu))];
  });
  console.log(formatColumns([['blocks', 'wall ms: median (min–max)', 'CPU ms'], ...rows], 1));
}

function spread(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b).map((value) => value.toFixed(0));
  return `${sorted[sorted.length >> 1] ?? ''} (${sorted[0] ?? ''}–${sorted.at(-1) ?? ''})`;
}

function text(
  locale: string,
  length: number,
  createBlock: () => Pick<AlignableBlock, 'text' | 'facts'>,
): AlignableText {
  const blocks = Array.from({ length }, (_, number): AlignableBlock => {
    const content = createBlock();
    return {
      type: 'paragraph',
      digest: content.facts.includes('same') ? 'same' : `${locale}${number}`,
      containers: '',
      depth: undefined,
      ...content,
      footnote: undefined,
      only: undefined,
      pair: undefined,
    };
  });
  return { locale, blocks };
}

function plain(): Pick<AlignableBlock, 'text' | 'facts'> {
  return { text: 'x'.repeat(20 + random.below(300)), facts: [] };
}

function dense(): Pick<AlignableBlock, 'text' | 'facts'> {
  const words = Array.from(
    { length: 30 },
    () => `word${String.fromCharCode(97 + random.below(26)).repeat(2)}`,
  );
  return { text: words.join(' '), facts: Array.from({ length: 5 }, () => String(random.below(50))) };
}

function same(): Pick<AlignableBlock, 'text' | 'facts'> {
  return { text: 'It is the same.', facts: ['same'] };
}
