import type { GroupReport, SearchReport } from './report.ts';

/** What search has to reach on the classes of queries that corpora come with, and what it may weigh and take. */
export const bars = {
  success5: {
    'ko-exact': 0.98,
    'ko-nfd': 0.98,
    'ko-choseong': 0.98,
    'ko-qwerty': 0.95,
    'ko-josa-added': 0.95,
    'ko-nospace': 0.95,
    'ko-prefix': 0.95,
    'ko-typo': 0.95,
    'ko-midcompound': 0.95,
    'ko-spaced': 0.92,
    'ko-josa-removed': 0.92,
    'ko-english': 0.9,
    'en-exact': 0.98,
    'en-stem': 0.95,
    'en-prefix': 0.95,
    'en-typo': 0.95,
  },
  success1: {
    'ko-exact': 0.93,
    'ko-josa-added': 0.75,
    'ko-nospace': 0.75,
    'ko-typo': 0.75,
    'ko-qwerty': 0.75,
  },
  nothingFound: 0.01,
  ms: { median: 50, p95: 100 },
  typedOverPasted: 1.3,
  /** As a multiple of what stock Pagefind needs for the same pages. */
  timesStock: { firstBytes: 1, furtherBytes: 1, indexBytes: 2 },
} as const;

/** Every bar that search misses, in words; those held against stock only where stock was measured. */
export function missedBars(search: SearchReport, stock?: SearchReport): string[] {
  return [
    ...missedShares(search.classes, 'success5'),
    ...missedShares(search.classes, 'success1'),
    ...missedLimit('nothing found', search.all.nothingFound, bars.nothingFound),
    ...missedLimit('median ms', search.all.ms?.median, bars.ms.median),
    ...missedLimit('p95 ms', search.all.ms?.p95, bars.ms.p95),
    ...missedLimit('typed over pasted', search.typing?.typedOverPasted, bars.typedOverPasted),
    ...(stock === undefined ? [] : missedTimesStock(search, stock)),
  ];
}

function missedShares(classes: readonly GroupReport[], measure: 'success5' | 'success1'): string[] {
  const least: Readonly<Record<string, number>> = bars[measure];
  return classes.flatMap(({ name, ...group }) => {
    const [bar, { share }] = [least[name], group[measure]];
    return bar === undefined || share >= bar
      ? []
      : [`${measure} of ${name} is ${share.toFixed(3)}, expected at least ${bar}`];
  });
}

function missedTimesStock(search: SearchReport, stock: SearchReport): string[] {
  const { firstBytes, furtherBytes, indexBytes } = bars.timesStock;
  const spreads = (['median', 'p95'] as const).flatMap((of) => [
    ...missedLimit(
      `first query, ${of} bytes`,
      search.all.firstBytes?.[of],
      times(firstBytes, stock.all.firstBytes?.[of]),
    ),
    ...missedLimit(
      `further query, ${of} bytes`,
      search.all.furtherBytes?.[of],
      times(furtherBytes, stock.all.furtherBytes?.[of]),
    ),
  ]);
  return [...spreads, ...missedLimit('bytes on disk', search.indexBytes, indexBytes * stock.indexBytes)];
}

function times(factor: number, value: number | undefined): number | undefined {
  return value === undefined ? undefined : factor * value;
}

function missedLimit(what: string, found: number | undefined, limit: number | undefined): string[] {
  if (found === undefined || limit === undefined || found <= limit) return [];
  return [`${what}: ${shorten(found)}, expected at most ${shorten(limit)}`];
}

function shorten(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 3 : 0 });
}
