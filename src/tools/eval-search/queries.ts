import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const line = z.looseObject({
  id: z.string().min(1),
  class: z.string().min(1),
  q: z.string(),
  // In corpora the locale of the search page is called `lang`.
  locale: z.string().optional(),
  lang: z.string().optional(),
  expected: z.array(z.string()).default([]),
  section: z.string().nullable().default(null),
});

/** A query with its expected results. */
export interface EvalQuery {
  id: string;
  class: string;
  /** Locale of the search page to run the query on. */
  locale: string;
  q: string;
  /** Slugs of acceptable articles, any of which is a success; empty if nothing should be found. */
  expected: readonly string[];
  /** Anchor of the section that answers the query, if there is only one. */
  section: string | null;
  /** Words of the section that the query was written from, if recorded. */
  from: string | undefined;
}

/** File of handwritten queries about the project’s own articles, each with the article and section that answers it. */
export const ownQueries = path.join(import.meta.dirname, 'queries/own.jsonl');

/** File of queries that no article of the project answers. */
export const unanswerableQueries = path.join(import.meta.dirname, 'queries/none.jsonl');

/** Reads a file of queries. */
export function readQueries(file: string): EvalQuery[] {
  return parseQueries(readFileSync(file, 'utf8'), path.relative(process.cwd(), file));
}

/** Parses queries in JSON Lines. Throws one error that lists all invalid lines. */
export function parseQueries(text: string, file: string): EvalQuery[] {
  const parsed = text
    .split('\n')
    .map((json, index) => ({ json, place: `${file}:${index + 1}:1` }))
    .filter(({ json }) => json.trim() !== '')
    .map(({ json, place }) => parseLine(json, place));
  const problems = parsed.filter((each) => typeof each === 'string');
  if (problems.length > 0) throw new Error([...problems, advice].join('\n'));
  return parsed.filter((each) => typeof each !== 'string');
}

const advice =
  '  why  The evaluation must not skip a query.\n' +
  '  fix  Write one query per line: {"id": "a-1", "class": "a", "locale": "ko", "q": "덴마크", "expected": ["slug"]}';

function parseLine(json: string, place: string): EvalQuery | string {
  const { data, error } = line.safeParse(parseJson(json));
  if (data === undefined) return `${place}: ${z.prettifyError(error).replaceAll('\n', ' ')}`;
  const { id, q, expected, section, from } = data;
  const locale = data.locale ?? data.lang;
  if (locale === undefined) return `${place}: The query has no \`locale\``;
  return {
    id,
    class: data.class,
    locale,
    q,
    expected,
    section,
    from: typeof from === 'string' ? from : undefined,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Samples at most `max` queries of each class evenly. Keeps the order of the classes. */
export function samplePerClass(queries: readonly EvalQuery[], max: number): EvalQuery[] {
  return [...Map.groupBy(queries, (query) => query.class).values()].flatMap((group) =>
    sampleEvenly(group, max),
  );
}

/** Samples at most `max` items at even distances. The sample is the same every time. */
export function sampleEvenly<T>(all: readonly T[], max: number): T[] {
  if (all.length <= max) return [...all];
  return Array.from({ length: max }, (_, index) => all[Math.floor((index * all.length) / max)]).filter(
    (each) => each !== undefined,
  );
}
