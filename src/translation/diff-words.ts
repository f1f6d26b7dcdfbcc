import { longestCommonSubsequence } from '../model/index.ts';

/** Number of unchanged words that are shown before and after a change. */
const contextLength = 3;

/**
 * Writes the difference of two texts in the notation of `git diff --word-diff`: `[-removed-]{+added+}`. Words are separated by white space,
 * so in Korean they are eojeol. Of unchanged words, those beside a change are shown; `…` stands for the others.
 *
 * @example
 * diffWords('우리는 세 번 걸었다', '우리는 네 번 걸었다') // '우리는 [-세-]{+네+} 번 걸었다'
 */
export function diffWords(before: string, now: string): string {
  const [old, current] = [toWords(before), toWords(now)];
  const end: [number, number] = [old.length, current.length];
  const pieces: string[] = [];
  let [at, atNow] = [0, 0];
  let unchanged: string[] = [];
  for (const [index, indexNow] of [...longestCommonSubsequence(old, current), end]) {
    const change = writeChange(old.slice(at, index), current.slice(atNow, indexNow));
    if (change !== '') {
      pieces.push(...shorten(unchanged, { isFirst: pieces.length === 0, isLast: false }), change);
      unchanged = [];
    }
    if (index < old.length) unchanged.push(old[index] ?? '');
    [at, atNow] = [index + 1, indexNow + 1];
  }
  if (pieces.length === 0) return current.join(' ');
  return [...pieces, ...shorten(unchanged, { isFirst: false, isLast: true })].join(' ');
}

function toWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function writeChange(removed: readonly string[], added: readonly string[]): string {
  return [
    removed.length === 0 ? '' : `[-${removed.join(' ')}-]`,
    added.length === 0 ? '' : `{+${added.join(' ')}+}`,
  ].join('');
}

/** Leaves out unchanged words that are not beside a change: before it, unless they are the last ones, and after it, unless they are the first. */
function shorten(
  words: readonly string[],
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): string[] {
  const after = isFirst ? 0 : contextLength;
  const before = isLast ? 0 : contextLength;
  if (words.length <= after + before) return [...words];
  return [...words.slice(0, after), '…', ...words.slice(words.length - before)];
}
