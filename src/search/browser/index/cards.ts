import type { Locale } from '../../../locale/index.ts';
import type { Card, OutlineLine } from '../../contract/index.ts';
import { SearchError } from '../answer.ts';
import type { IndexReader } from './reader.ts';

/** Returns the card of a text, by its index in the subjects. */
export async function readCard(text: number, reader: IndexReader): Promise<Card> {
  const { locale, piece, at } = await findCard(text, reader);
  const card = (await reader.cards(locale, piece))[at];
  if (card === undefined) throw new SearchError('outdated');
  return card;
}

/** Returns whether the card of a text has been loaded, or is among all those of its language, which are always loaded. */
export async function hasCard(text: number, reader: IndexReader): Promise<boolean> {
  const { locale, piece, pieces } = await findCard(text, reader);
  return pieces === 1 || reader.isLoaded('cards', locale, piece);
}

/** Returns where the card of a text is: the piece, its index in there, and the number of pieces in its language. */
async function findCard(text: number, reader: IndexReader) {
  const [{ texts }, { cards }] = await Promise.all([reader.subjects(), reader.manifest()]);
  const { locale = '', place = 0 } = texts[text] ?? {};
  const { size = 1, pieces = 0 } = cards[locale] ?? {};
  return { locale, piece: Math.floor(place / size), at: place % size, pieces };
}

/** Returns the titles of all texts in a language if their cards are in one piece. Otherwise the outline has them. */
export async function readTitles(locale: Locale, reader: IndexReader): Promise<OutlineLine[]> {
  const [{ texts }, { cards }] = await Promise.all([reader.subjects(), reader.manifest()]);
  const first = texts.findIndex((text) => text.locale === locale);
  if (first < 0 || cards[locale]?.pieces !== 1) return [];
  const all = await reader.cards(locale, 0);
  return all.map(([, written], place) => ({ text: first + place, heading: undefined, level: 0, written }));
}
