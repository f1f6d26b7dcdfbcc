import type { Text } from '../library/index.ts';
import { localeToLang, type Locale } from '../locale/index.ts';

/** Longest excerpt, in half-width columns: two lines of a list, and about what search engines show of a description. */
const maxColumns = 160;

/**
 * Returns the beginning of a text as its description: the sentences of the first paragraph that fit, or else the words. Empty if
 * the text has no paragraph.
 */
export function excerpt(
  blocks: readonly Pick<Text['survey']['blocks'][number], 'type' | 'containers' | 'text'>[],
  locale: Locale,
): string {
  const paragraphs = blocks.filter(({ type, text }) => type === 'paragraph' && text.trim() !== '');
  const first = paragraphs.find(({ containers }) => containers === '') ?? paragraphs[0];
  const text = first?.text.replace(/\s+/g, ' ').trim() ?? '';
  const sentences = takeWhileFits(split(text, locale, 'sentence'), maxColumns);
  return sentences === '' && text !== '' ? `${takeWords(text, locale)}…` : sentences;
}

/** Returns the words that fit, or of a word that doesn’t fit the characters. */
function takeWords(text: string, locale: Locale): string {
  const words = text.match(/\S+\s*/g) ?? [];
  return (
    takeWhileFits(words, maxColumns - 1) || takeWhileFits(split(text, locale, 'grapheme'), maxColumns - 1)
  );
}

function split(text: string, locale: Locale, granularity: 'sentence' | 'grapheme'): string[] {
  const segmenter = new Intl.Segmenter(localeToLang(locale), { granularity });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Joins the first pieces that together fit into a number of columns. */
function takeWhileFits(pieces: readonly string[], columns: number): string {
  let [taken, left] = ['', columns];
  for (const piece of pieces) {
    left -= columnsOf(piece.trimEnd());
    if (left < 0) break;
    left -= piece.length - piece.trimEnd().length;
    taken += piece;
  }
  return taken.trimEnd();
}

/** Returns the width of text in columns: two for each full-width character (Unicode Standard Annex #11), one for others. */
function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (fullWidth.test(character) ? 2 : 1), 0);
}

const fullWidth =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
