import type { Locale } from '../../../locale/index.ts';
import type { Card, OutlineLine } from '../../contract/index.ts';
import { SearchError } from '../answer.ts';
import type { IndexReader } from './reader.ts';

/** Returns the card of a text, by its index in the subjects. */
export async function readCard(text: number, reader: IndexReader): Promise<Card> {
  const [{ texts }, { cards }] = await Promise.all([reader.subjects(), reader.manifest()]);
  const { locale = '', place = 0 } = texts[text] ?? {};
  const size = cards[locale]?.size ?? 1;
  const card = (await reader.cards(locale, Math.floor(place / size)))[place % size];
  if (card === undefined) throw new SearchError('outdated');
  return card;
}

/** Returns the titles of all texts in a language if their cards are in one piece. Otherwise the outline has them. */
export async function readTitles(locale: Locale, reader: IndexReader): Promise<OutlineLine[]> {
  const [{ texts }, { cards }] = await Promise.all([reader.subjects(), reader.manifest()]);
  const first = texts.findIndex((text) => text.locale === locale);
  if (first < 0 || cards[locale]?.pieces !== 1) return [];
  const all = await reader.cards(locale, 0);
  return all.map(([, written], place) => ({ text: first + place, heading: undefined, level: 0, written }));
}
