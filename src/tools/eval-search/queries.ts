import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const line = z.looseObject({
  id: z.string().min(1),
  class: z.string().min(1),
  q: z.string(),
  // Corpora call the language of the page on which they ask `lang`.
  locale: z.string().optional(),
  lang: z.string().optional(),
  expected: z.array(z.string()).default([]),
  section: z.string().nullable().default(null),
});

/** A query, and what a good search finds for it. */
export interface EvalQuery {
  id: string;
  class: string;
  /** Language of the search page on which it is asked. */
  locale: string;
  q: string;
  /** Slugs of articles: one of them found is enough. None where nothing is to be found. */
  expected: readonly string[];
  /** Anchor of the section in which the match stands, where there is only one. */
  section: string | null;
  /** Words of the section from which the query was made, where they are told. */
  from: string | undefined;
}

/** Queries that people may type about the project’s own articles, each with the article and the section that answers it. */
export const ownQueries = path.join(import.meta.dirname, 'queries/own.jsonl');

/** Queries for which the project’s own articles have no answer. */
export const unanswerableQueries = path.join(import.meta.dirname, 'queries/none.jsonl');

/** The queries of a file. */
export function readQueries(file: string): EvalQuery[] {
  return parseQueries(readFileSync(file, 'utf8'), path.relative(process.cwd(), file));
}

/** The queries of a file that has one JSON object a line; throws with every line that has none. */
export function parseQueries(text: string, file: string): EvalQuery[] {
  const parsed = text
    .split('\n')
    .map((json, index) => ({ json, place: `${file}:${index + 1}:1` }))
    .filter(({ json }) => json.trim() !== '')
    .map(({ json, place }) => parseLine(json, place));
  const troubles = parsed.filter((each) => typeof each === 'string');
  if (troubles.length > 0) throw new Error([...troubles, remedy].join('\n'));
  return parsed.filter((each) => typeof each !== 'string');
}

const remedy =
  '  why  A query that cannot be read is one that is not measured.\n' +
  '  fix  Write each query in a line of its own: {"id": "a-1", "class": "a", "locale": "ko", "q": "덴마크", "expected": ["slug"]}';

function parseLine(json: string, place: string): EvalQuery | string {
  const { data, error } = line.safeParse(parseJson(json));
  if (data === undefined) return `${place}: ${z.prettifyError(error).replaceAll('\n', ' ')}`;
  const { id, q, expected, section, from } = data;
  const locale = data.locale ?? data.lang;
  if (locale === undefined) return `${place}: Unexpected query without \`locale\``;
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

/** Of each class so many queries at most, evenly from its first to its last; all classes in their order. */
export function samplePerClass(queries: readonly EvalQuery[], most: number): EvalQuery[] {
  return [...Map.groupBy(queries, (query) => query.class).values()].flatMap((group) =>
    sampleEvenly(group, most),
  );
}

/** So many at most, evenly from the first to the last, so that the same ones are taken each time. */
export function sampleEvenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (each) => each !== undefined,
  );
}
