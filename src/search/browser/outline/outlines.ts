import type { Locale } from '../../../locale/index.ts';
import type { IndexReader } from '../index/reader.ts';
import { prepareOutline, type PreparedOutline } from './prepare-outline.ts';

/** Outlines made ready, each once. */
export type Outlines = (locale: Locale) => Promise<PreparedOutline>;

/** The outlines of an index, each made ready when it is first wanted. */
export function createOutlines(reader: IndexReader): Outlines {
  const prepared = new Map<Locale, PreparedOutline>();
  return async (locale) => {
    const kept = prepared.get(locale);
    if (kept !== undefined) return kept;
    const { articles, topics } = await reader.subjects();
    const topicsOf = (article: number): string[] =>
      (articles[article]?.[1] ?? []).map((topic) => topics[topic]?.label[locale] ?? '');
    const outline = prepareOutline(locale, await reader.outline(locale), topicsOf);
    prepared.set(locale, outline);
    return outline;
  };
}
