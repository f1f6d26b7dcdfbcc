import type { CalendarDate } from '../locale/index.ts';
import type { Survey } from '../markdown/index.ts';
import { drawSign } from '../signs/index.ts';
import type { EntryFile } from '../sources/index.ts';

/** The parts of a text that determine its sign. */
interface SignedText {
  id: string;
  file: Pick<EntryFile, 'kind' | 'slug' | 'entry'>;
  survey: Pick<Survey, 'figures'>;
}

/**
 * Draws the sign of each article, by the id of its source text. An article has the sign of the first figure that it places and
 * no older article does, so that a guide that shows figures as examples does not look like their articles.
 */
export function drawSigns(texts: readonly SignedText[]): Map<string, string> {
  const taken = new Set<string>();
  const signs = new Map<string, string>();
  const sources = texts.flatMap(({ id, file, survey }) => {
    const { kind, slug, entry } = file;
    if (kind !== 'article' || entry.role.type === 'translation') return [];
    const { title, role } = entry;
    const figures = survey.figures.map(({ name }) => name);
    return [{ id, slug, title, topics: role.topics, date: role.date ?? '', figures }];
  });
  for (const { id, title, topics, figures } of sources.sort(compareByDate)) {
    const free = figures.filter((name) => !taken.has(name));
    signs.set(id, drawSign({ title, topics, figures: free }));
    for (const name of figures) taken.add(name);
  }
  return signs;
}

/** Compares by date, oldest first; ties are broken by slug. */
function compareByDate(
  a: { date: CalendarDate; slug: string },
  b: { date: CalendarDate; slug: string },
): number {
  const byDate = a.date.localeCompare(b.date, 'en');
  return byDate !== 0 ? byDate : a.slug.localeCompare(b.slug, 'en');
}
