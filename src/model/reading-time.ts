/** What of a text takes time to read. */
export interface ReadingCounts {
  /** Syllables of Hangul, and characters of the other scripts that don't part words by spaces (Han, kana). */
  syllables: number;
  /** Words in all other scripts, and numbers. */
  words: number;
  /** Lines of code blocks that are not empty. */
  codeLines: number;
  /** Pictures and diagrams. */
  pictures: number;
}

/**
 * Korean syllables read silently in a minute. Adults read 202 words (eojeol) of 2.9 syllables, so 588, of sentences for
 * school children silently, and 377 aloud (Song, Kim & Hyung 2016, https://doi.org/10.3341/jkos.2016.57.4.642); a text
 * to learn from lies between.
 */
const syllablesPerMinute = 500;

/** English words of non-fiction read silently in a minute (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238;

/** Nobody has measured how code in articles is read; a line holds about half a line of prose, and asks for more thought. */
const codeLinesPerMinute = 20;

/** A first picture is looked at for twelve seconds, each further one for a second less, down to three: a convention of blogs. */
const [firstPictureSeconds, leastPictureSeconds] = [12, 3];

/** Whole minutes that reading a text takes an adult, at least one: an estimate. */
export function readingMinutes({ syllables, words, codeLines, pictures }: ReadingCounts): number {
  const text = syllables / syllablesPerMinute + words / wordsPerMinute + codeLines / codeLinesPerMinute;
  return Math.max(1, Math.round(text + pictureSeconds(pictures) / 60));
}

function pictureSeconds(pictures: number): number {
  return Array.from({ length: pictures }, (_, before) =>
    Math.max(leastPictureSeconds, firstPictureSeconds - before),
  ).reduce((sum, seconds) => sum + seconds, 0);
}

const syllable = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * The syllables and words of a text in NFC. What stands between spaces is one word, an address too; a word with a
 * particle counts as both.
 *
 * @example
 * countWords('p99는 꼬리 지연이다.')  // { syllables: 7, words: 1 }
 */
export function countWords(text: string): Pick<ReadingCounts, 'syllables' | 'words'> {
  const syllables = text.match(syllable)?.length ?? 0;
  const rest = text.replace(syllable, ' ').split(/\s+/);
  return { syllables, words: rest.filter((word) => /[\p{L}\p{N}]/u.test(word)).length };
}
