import { formatColumns, formatMarkdownTable } from '../report/format-table.ts';
import type { Interval, Spread } from './metrics.ts';
import type { SearchName } from './options.ts';
import type { Asked, GroupReport, SearchReport } from './report.ts';

/** Reports of the searches that were measured, by name. */
export type Reports = Partial<Record<SearchName, SearchReport>>;

/** What each search is called in tables. */
const titles = { narani: 'Narani', stock: 'stock Pagefind' } as const;

/** How well one search does on each class of queries. */
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

/** What one search loads and how long it takes on each class of queries, each as median / 95th percentile. */
export function costTable(report: SearchReport): string {
  const head = ['class', 'first, KB', 'further, KB', 'warm, ms'];
  const rows = groupsOf(report).map(({ name, firstBytes, furtherBytes, ms }) => [
    name,
    spread(firstBytes, kilobytes),
    spread(furtherBytes, kilobytes),
    spread(ms, whole),
  ]);
  return formatColumns([head, ...rows], 1);
}

/** What is measured once for a search, a line each. */
export function totals({ classMeans, indexBytes, typing, otherByAddress }: SearchReport): string {
  const lines = classMeans.map(
    ({ language, classes, success1, success5 }) =>
      `Mean of the ${classes} classes ${language}-: ${hundredfold(success1)} first, ${hundredfold(success5)} among the first five.`,
  );
  lines.push(`Index on disk: ${kilobytes(indexBytes)} KB.`);
  if (typing !== undefined)
    lines.push(
      `${typing.n} queries typed at 60 ms a key load ${typing.typedOverPasted.toFixed(2)} × what the same ones load that are pasted: ` +
        `${spread(typing.typedBytes, kilobytes)} KB against ${spread(typing.pastedBytes, kilobytes)} KB.`,
    );
  if (otherByAddress > 0)
    lines.push(
      `${otherByAddress} of the weighed queries found something else when they stood in the address.`,
    );
  return lines.join('\n');
}

/** Everything in tables of Markdown, the searches side by side. */
export function markdownTables(reports: Reports): string {
  const searches = (['narani', 'stock'] as const).flatMap((name) => {
    const report = reports[name];
    return report === undefined ? [] : [{ title: titles[name], report }];
  });
  return [qualityMarkdown(searches), costMarkdown(searches)].join('\n\n');
}

/** Queries of which no expected article is among the first five, one a line. */
export function failureList(failures: readonly Asked[]): string {
  return failures
    .map(({ query: { id, q, expected }, found, notices }) => {
      const got = [found.slice(0, 5).join(', ') || 'nothing', ...notices.map((notice) => `(${notice})`)];
      return `${id}  ${q}  expected ${expected.join(' or ')}, found ${got.join(' ')}`;
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
      return mean === undefined ? [] : [hundredfold(mean.success5), '', hundredfold(mean.success1), '', ''];
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
    row('typed to painted, index warm, ms', ({ all }) => spread(all.ms, whole)),
    row('typed at 60 ms a key over pasted, bytes', ({ typing }) => typing?.typedOverPasted.toFixed(2) ?? '–'),
    row('index on disk, KB', ({ indexBytes }) => kilobytes(indexBytes)),
  ]);
}

function groupsOf({ classes, all }: SearchReport): GroupReport[] {
  return [...classes, all];
}

function share({ share: value }: Interval): string {
  return hundredfold(value);
}

function hundredfold(value: number): string {
  return (100 * value).toFixed(1);
}

function interval({ low, high }: Interval): string {
  return `${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)}`;
}

function percent(value: number): string {
  return `${hundredfold(value)} %`;
}

function spread(value: Spread | undefined, write: (number: number) => string): string {
  return value === undefined ? '–' : `${write(value.median)} / ${write(value.p95)}`;
}

function kilobytes(bytes: number): string {
  return whole(bytes / 1000);
}

function whole(value: number): string {
  return value.toFixed(0);
}
