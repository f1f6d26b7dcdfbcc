import { formatColumns, formatMarkdownTable } from '../report/format-table.ts';
import type { Interval, Spread } from './metrics.ts';
import { searchNames, type SearchName } from './options.ts';
import type { QueryResult, GroupReport, SearchReport } from './report.ts';

/** Reports by the name of the search. */
export type Reports = Partial<Record<SearchName, SearchReport>>;

/** Titles of the searches in tables. */
const titles = { narani: 'Narani', stock: 'stock Pagefind', minisearch: 'MiniSearch' } as const;

/** Formats the quality of a search for each class of queries. */
export function qualityTable(report: SearchReport): string {
  const head = ['class', 'n', 'success@1', '', 'success@5', '', 'MRR@10', 'nothing'];
  const rows = groupsOf(report).map((group) => [
    group.name,
    String(group.n),
    share(group.success1),
    interval(group.success1),
    share(group.success5),
    interval(group.success5),
    group.mrr10.toFixed(3),
    percent(group.nothingFound),
  ]);
  return formatColumns([head, ...rows], 1);
}

/** Formats bytes and milliseconds of a search for each class of queries, as median / 95th percentile. */
export function costTable(report: SearchReport): string {
  const head = ['class', 'first, KB', 'further, KB', 'warm, ms'];
  const rows = groupsOf(report).map(({ name, firstBytes, furtherBytes, ms }) => [
    name,
    spread(firstBytes, kilobytes),
    spread(furtherBytes, kilobytes),
    spread(ms, wholeNumber),
  ]);
  return formatColumns([head, ...rows], 1);
}

/** Formats the values that are measured once per search, one per line. */
export function totals({ classMeans, indexBytes, typing, otherByAddress }: SearchReport): string {
  const lines = classMeans.map(
    ({ language, classes, success1, success5 }) =>
      `Mean of the ${classes} classes ${language}-: success@1 ${toPercent(success1)}, success@5 ${toPercent(success5)}.`,
  );
  lines.push(`Index on disk: ${kilobytes(indexBytes)} KB.`);
  if (typing !== undefined)
    lines.push(
      `${typing.n} queries typed at 60 ms per key load ${typing.typedOverPasted.toFixed(2)} × the bytes of the same queries pasted: ` +
        `${spread(typing.typedBytes, kilobytes)} KB and ${spread(typing.pastedBytes, kilobytes)} KB.`,
    );
  if (otherByAddress > 0)
    lines.push(`${otherByAddress} of the sampled queries had other results when they were given in the URL.`);
  return lines.join('\n');
}

/** Formats all reports as Markdown tables, with the searches in columns. */
export function markdownTables(reports: Reports): string {
  const searches = searchNames.flatMap((name) => {
    const report = reports[name];
    return report === undefined ? [] : [{ title: titles[name], report }];
  });
  return [qualityMarkdown(searches), costMarkdown(searches)].join('\n\n');
}

/** Formats failed queries, one per line, with expected and actual results. */
export function failureList(failures: readonly QueryResult[]): string {
  return failures
    .map(({ query: { id, q, expected }, found, notices }) => {
      const actual = [found.slice(0, 5).join(', ') || 'nothing', ...notices.map((notice) => `(${notice})`)];
      return `${id}  ${q}  expected ${expected.join(' or ')}, found ${actual.join(' ')}`;
    })
    .join('\n');
}

type Titled = readonly { title: string; report: SearchReport }[];

function qualityMarkdown(searches: Titled): string {
  const columns = searches.flatMap(({ title }) => [`${title} @5`, `95 %`, `@1`, `MRR@10`, `nothing`]);
  const names =
    searches[0] === undefined ? [] : groupsOf(searches[0].report).map(({ name, n }) => ({ name, n }));
  const rows = names.map(({ name, n }, index) => [
    name,
    String(n),
    ...searches.flatMap(({ report }) => {
      const group = groupsOf(report)[index];
      return group === undefined
        ? []
        : [
            share(group.success5),
            interval(group.success5),
            share(group.success1),
            group.mrr10.toFixed(2),
            percent(group.nothingFound),
          ];
    }),
  ]);
  const languages = searches[0]?.report.classMeans.map(({ language }) => language) ?? [];
  const means = languages.map((language) => [
    `mean of the classes ${language}-`,
    '',
    ...searches.flatMap(({ report }) => {
      const mean = report.classMeans.find((each) => each.language === language);
      return mean === undefined ? [] : [toPercent(mean.success5), '', toPercent(mean.success1), '', ''];
    }),
  ]);
  return formatMarkdownTable([['class', 'n', ...columns], ...rows, ...means]);
}

function costMarkdown(searches: Titled): string {
  const row = (label: string, cell: (report: SearchReport) => string): string[] => [
    label,
    ...searches.map(({ report }) => cell(report)),
  ];
  return formatMarkdownTable([
    ['median / 95th percentile', ...searches.map(({ title }) => title)],
    row('open and first query, KB', ({ all }) => spread(all.firstBytes, kilobytes)),
    row('each further query, KB', ({ all }) => spread(all.furtherBytes, kilobytes)),
    row('typed to painted, index warm, ms', ({ all }) => spread(all.ms, wholeNumber)),
    row('typed at 60 ms a key over pasted, bytes', ({ typing }) => typing?.typedOverPasted.toFixed(2) ?? '–'),
    row('index on disk, KB', ({ indexBytes }) => kilobytes(indexBytes)),
  ]);
}

function groupsOf({ classes, all }: SearchReport): GroupReport[] {
  return [...classes, all];
}

function share({ share: value }: Interval): string {
  return toPercent(value);
}

function toPercent(value: number): string {
  return (100 * value).toFixed(1);
}

function interval({ low, high }: Interval): string {
  return `${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)}`;
}

function percent(value: number): string {
  return `${toPercent(value)} %`;
}

function spread(value: Spread | undefined, format: (number: number) => string): string {
  return value === undefined ? '–' : `${format(value.median)} / ${format(value.p95)}`;
}

function kilobytes(bytes: number): string {
  return wholeNumber(bytes / 1000);
}

function wholeNumber(value: number): string {
  return value.toFixed(0);
}
