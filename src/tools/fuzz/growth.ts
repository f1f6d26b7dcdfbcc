import { TextLimit } from '../../diagnostics/index.ts';
import { parseMarkdown, surveyMarkdown } from '../../markdown/index.ts';
import { processSite } from './process-site.ts';
import type { SlowPattern } from './slow-patterns.ts';

/** The CPU time to process a text of a length. */
export interface Point {
  length: number;
  ms: number;
}

/** The highest exponent that counts as linear: garbage collection and `n log n` are above 1. */
export const maxExponent = 1.3;

/** The same for two quick measurements, which other programs disturb. Quadratic time has 2. */
export const maxQuickExponent = 1.5;

/** Below this time, differences are noise. */
const minMs = 10;

/** Something that is done with a text. */
type Process = (markdown: string) => unknown;

/** Returns the least CPU time of several runs to process a text. */
async function measure(pattern: SlowPattern, length: number, use: Process, runs: number): Promise<Point> {
  const text = pattern(length);
  let ms = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    await use(text);
    const { user, system } = process.cpuUsage(start);
    ms = Math.min(ms, (user + system) / 1000);
  }
  return { length: text.length, ms };
}

/** Measures reading, checking and rendering a text with others of a small site, for texts of 12.5 to 200 KB. */
export async function measureAll(pattern: SlowPattern): Promise<Point[]> {
  const points: Point[] = [];
  for (let length = 12_500; length <= 200_000; length *= 2)
    points.push(await measure(pattern, length, processWithOthers, 1));
  return points;
}

async function processWithOthers(markdown: string): Promise<void> {
  await processSite({ 'articles/b/ko.md': `${frontMatter}${markdown}\n` });
}

const frontMatter = '---\ntitle: 제목\ndescription: 설명.\ndate: 2026-01-01\n---\n\n';

function parse(markdown: string): void {
  try {
    surveyMarkdown(parseMarkdown(markdown));
  } catch (error) {
    if (!(error instanceof TextLimit)) throw error;
  }
}

/**
 * Returns the exponent of time against length: the slope of the least-squares line through the logarithms. Points whose time is
 * noise are left out; with fewer than two others, it is 0.
 */
export function fitExponent(points: readonly Point[]): number {
  const logs = points
    .filter(({ ms }) => ms >= minMs)
    .map(({ length, ms }) => [Math.log(length), Math.log(ms)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const variance = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return variance === 0 || logs.length < 2 ? 0 : covariance / variance;
}

/**
 * Measures parsing and surveying a text at two lengths: the first at which the time is no noise, and four times that. If the time
 * seems to grow too fast, measures again, because other programs and garbage collection disturb single runs.
 */
export async function measureQuickly(pattern: SlowPattern): Promise<Point[]> {
  let length = 2_000;
  let first = await measure(pattern, length, parse, 1);
  while (first.ms < minMs && length < 50_000) {
    length *= 2;
    first = await measure(pattern, length, parse, 1);
  }
  const points = [first, await measure(pattern, length * 4, parse, 1)];
  for (let attempt = 0; attempt < 6 && fitExponent(points) > maxQuickExponent; attempt += 1) {
    const again = [await measure(pattern, length, parse, 5), await measure(pattern, length * 4, parse, 5)];
    points.forEach((point, index) => {
      point.ms = Math.min(point.ms, again[index]?.ms ?? point.ms);
    });
  }
  return points;
}
