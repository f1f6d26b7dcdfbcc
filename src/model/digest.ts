import { createHash } from 'node:crypto';

/** Sixteen consonants in place of hexadecimal digits: no digest reads as a number in YAML, or as a word to a person. */
const letters = 'bcdfghjklmnpqrst';

/** Ten letters that stand for a text: the first 40 bits of its SHA-256. Two of 10,000 blocks meet with a chance of 1 in 22,000. */
export function shortDigest(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 10)
    .replace(/[0-9a-f]/g, (digit) => letters.charAt(Number.parseInt(digit, 16)));
}

/** Whether a word has the form of a digest. */
export function isDigest(word: string): boolean {
  return new RegExp(`^[${letters}]{10}$`).test(word);
}
