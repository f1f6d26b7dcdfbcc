/** Counts of the parts of a text that take time to read. */
export interface ReadingCounts {
  /** Hangul syllables, and characters of other scripts written without spaces between words (Han, kana). */
  syllables: number;
  /** Words in all other scripts, including numbers. */
  words: number;
  /** Non-empty lines in code blocks. */
  codeLines: number;
  /** Pictures and diagrams. */
  pictures: number;
}

/**
 * Korean syllables an adult reads per minute. Measured with sentences for school children: 588 silently (202 eojeol of 2.9
 * syllables), 377 aloud (Song, Kim & Hyung 2016, https://doi.org/10.3341/jkos.2016.57.4.642). Technical text is slower than the
 * first and faster than the second.
 */
const syllablesPerMinute = 500;

/** English words of non-fiction an adult reads silently per minute (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238;

/** An assumption, for lack of measurements: a line of code is about half as long as a line of prose, but takes more thought. */
const codeLinesPerMinute = 20;

/** The first picture takes twelve seconds, each further one a second less, down to three: a convention of blogs. */
const [firstPictureSeconds, leastPictureSeconds] = [12, 3];

/** Estimates how many minutes an adult needs to read a text: a whole number, at least 1. */
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
 * Counts the syllables and words of a text in NFC. Anything between spaces is one word, including a URL. A Latin word with a
 * Korean particle counts as one word plus the particle's syllables.
 *
 * @example
 * countWords('p99는 꼬리 지연이다.')  // { syllables: 7, words: 1 }
 */
export function countWords(text: string): Pick<ReadingCounts, 'syllables' | 'words'> {
  const syllables = text.match(syllable)?.length ?? 0;
  const rest = text.replace(syllable, ' ').split(/\s+/);
  return { syllables, words: rest.filter((word) => /[\p{L}\p{N}]/u.test(word)).length };
}
