import { fitExponent } from '../fuzz/growth.ts';
import { formatColumns, formatMarkdownTable } from '../report/format-table.ts';
import type { Machine } from '../report/machine.ts';
import type { OutputSize } from './project.ts';
import type { Usage } from './measure-command.ts';

/** A run of the benchmark. */
export interface Report extends Machine {
  runs: number;
  sites: readonly SiteReport[];
}

/** Measurements of one site. */
export interface SiteReport extends OutputSize {
  /** Name of a content folder, or `generated`. */
  content: string;
  texts: number;
  works: readonly WorkReport[];
}

/** All measurements of a work. */
export interface WorkReport {
  name: string;
  usages: readonly Usage[];
}

/** A quantity in the unit and with the digits that tables show. */
interface Quantity {
  name: string;
  of: (usage: Usage) => number | undefined;
  digits: number;
}

const wall: Quantity = { name: 'wall s', of: ({ wallMs }) => wallMs / 1_000, digits: 2 };
const cpu: Quantity = { name: 'CPU s', of: ({ cpuMs }) => scale(cpuMs, 1_000), digits: 2 };
const memory: Quantity = { name: 'peak MB', of: ({ peakBytes }) => scale(peakBytes, 1_000_000), digits: 0 };

/** Formats the measurements of a site, beside those of the kept run of the same site, if there is one. */
export function formatSite(site: SiteReport, kept: SiteReport | undefined, markdown: boolean): string {
  const head = [
    `${site.content}, ${site.texts} texts`,
    ...[wall, cpu, memory].map(({ name }) => name),
    ...(kept === undefined ? [] : [wall, cpu, memory].map(({ name }) => `kept ${name}`)),
  ];
  const rows = site.works.map(({ name, usages }) => {
    const old = kept?.works.find((work) => work.name === name)?.usages ?? [];
    return [
      name,
      ...[wall, cpu, memory].map((quantity) => formatSpread(usages, quantity)),
      ...(kept === undefined ? [] : [wall, cpu, memory].map((quantity) => formatMedian(old, quantity))),
    ];
  });
  const size = `${site.files} files, ${megabytes(site.bytes)} MB; caches ${megabytes(site.cacheBytes)} MB`;
  return `${formatTable([head, ...rows], markdown)}\n\n${size}`;
}

/**
 * Formats how the cost grows with the number of texts: CPU time (wall time of \`dev`) by size, the exponent of time against size, and
 * that of memory. With exponent 1, growth is linear.
 */
export function formatGrowth(sites: readonly SiteReport[], markdown: boolean): string {
  const head = [
    'CPU s by number of texts',
    ...sites.map(({ texts }) => String(texts)),
    'exponent',
    'of memory',
  ];
  const names = sites[0]?.works.map(({ name }) => name) ?? [];
  const rows = names.map((name) => {
    const usages = sites.map(({ works }) => works.find((work) => work.name === name)?.usages ?? []);
    const quantity = usages.flat().some(({ cpuMs }) => cpuMs === undefined) ? wall : cpu;
    return [
      name,
      ...usages.map((each) => formatMedian(each, quantity)),
      formatExponent(sites, name, quantity),
      formatExponent(sites, name, memory),
    ];
  });
  return formatTable([head, ...rows], markdown);
}

function formatExponent(sites: readonly SiteReport[], name: string, { of }: Quantity): string {
  const points = sites.flatMap(({ texts, works }) => {
    const usages = works.find((work) => work.name === name)?.usages ?? [];
    const value = median(usages.map(of));
    // `fitExponent` ignores values below 10, which are noise if they are milliseconds.
    return value === undefined ? [] : [{ length: texts, ms: value * 1_000 }];
  });
  return points.length < 2 ? '–' : fitExponent(points).toFixed(2);
}

/** Formats the median with the minimum and the maximum: `12.30 (12.10–13.40)`. */
function formatSpread(usages: readonly Usage[], quantity: Quantity): string {
  const values = usages.map(quantity.of).filter((value) => value !== undefined);
  if (values.length < 2) return formatMedian(usages, quantity);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) =>
    value.toFixed(quantity.digits),
  );
  return `${formatMedian(usages, quantity)} (${low}–${high})`;
}

function formatMedian(usages: readonly Usage[], { of, digits }: Quantity): string {
  return median(usages.map(of))?.toFixed(digits) ?? '–';
}

/** Returns the median of the values that were measured; of an even number, the mean of the two in the middle. */
export function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function formatTable(rows: readonly (readonly string[])[], markdown: boolean): string {
  return markdown ? formatMarkdownTable(rows) : formatColumns(rows, 1);
}

function scale(value: number | undefined, unit: number): number | undefined {
  return value === undefined ? undefined : value / unit;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
