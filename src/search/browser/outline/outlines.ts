import type { Locale } from '../../../locale/index.ts';
import type { IndexReader } from '../index/reader.ts';
import { prepareOutline, type PreparedOutline } from './prepare-outline.ts';

/** How much of an outline is wanted: titles and upper headings, or the deeper ones too. */
export type OutlineDepth = 'upper' | 'all';

/** Outlines made ready, each once; one with all headings serves those too who want the upper ones. */
export type Outlines = (locale: Locale, depth: OutlineDepth) => Promise<PreparedOutline>;

/** The outlines of an index, each made ready when it is first wanted. */
export function createOutlines(reader: IndexReader): Outlines {
  const prepared = new Map<string, PreparedOutline>();
  return async (locale, depth) => {
    const kept = prepared.get(`all ${locale}`) ?? prepared.get(`${depth} ${locale}`);
    if (kept !== undefined) return kept;
    const { articles, topics } = await reader.subjects();
    const topicsOf = (article: number): string[] =>
      (articles[article]?.[1] ?? []).map((topic) => topics[topic]?.label[locale] ?? '');
    const [outline, deeper] = await Promise.all([
      reader.outline(locale),
      depth === 'all' ? reader.deeper(locale) : { texts: [] },
    ]);
    const made = prepareOutline(locale, outline, { deeper, topicsOf });
    prepared.set(`${depth} ${locale}`, made);
    return made;
  };
}
