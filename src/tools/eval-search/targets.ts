import type { Spread } from './metrics.ts';
import type { GroupReport, SearchReport } from './report.ts';

/** Targets for search: minimum success per class of queries, and limits for bytes and milliseconds. Classes without a target are only reported. */
export const targets = {
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
  /**
   * Bytes that search may load on a corpus of 542 pages. It also must not load more than stock Pagefind in the same run, but that
   * limit alone is too generous: Pagefind 1.5.2 puts nearly all Hangul into one chunk, and loads more than it has to.
   */
  firstBytes: { median: 200_000, p95: 292_000 },
  furtherBytes: { median: 120_000, p95: 212_000 },
  indexOverStock: 2,
} as const;

/** Lists the targets that search misses, one message each. Compares with stock Pagefind only if that was measured. */
export function listMissedTargets(search: SearchReport, stock?: SearchReport): string[] {
  const { all, classes, typing, indexBytes } = search;
  return [
    ...missedShares(classes, 'success5'),
    ...missedShares(classes, 'success1'),
    ...missedLimit('nothing found', all.nothingFound, targets.nothingFound),
    ...missedSpread('first query, bytes', all.firstBytes, targets.firstBytes),
    ...missedSpread('further query, bytes', all.furtherBytes, targets.furtherBytes),
    ...missedSpread('typed to painted, ms', all.ms, targets.ms),
    ...missedLimit('bytes typed over pasted', typing?.typedOverPasted, targets.typedOverPasted),
    ...(stock === undefined
      ? []
      : [
          ...missedSpread('first query compared with stock, bytes', all.firstBytes, stock.all.firstBytes),
          ...missedSpread(
            'further query compared with stock, bytes',
            all.furtherBytes,
            stock.all.furtherBytes,
          ),
          ...missedLimit('index on disk, bytes', indexBytes, targets.indexOverStock * stock.indexBytes),
        ]),
  ];
}

function missedShares(classes: readonly GroupReport[], measure: 'success5' | 'success1'): string[] {
  const minimums: Readonly<Record<string, number>> = targets[measure];
  return classes.flatMap(({ name, ...group }) => {
    const [target, { share }] = [minimums[name], group[measure]];
    if (target === undefined || share >= target) return [];
    return [`${measure} of ${name}: ${share.toFixed(3)}, expected at least ${target}`];
  });
}

function missedSpread(what: string, found: Spread | undefined, limit: Spread | undefined): string[] {
  return (['median', 'p95'] as const).flatMap((of) =>
    missedLimit(`${what}, ${of}`, found?.[of], limit?.[of]),
  );
}

function missedLimit(what: string, found: number | undefined, limit: number | undefined): string[] {
  if (found === undefined || limit === undefined || found <= limit) return [];
  return [`${what}: ${shorten(found)}, expected at most ${shorten(limit)}`];
}

function shorten(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 3 : 0 });
}
