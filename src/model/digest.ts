import { createHash } from 'node:crypto';

/** Sixteen consonants instead of hexadecimal digits, so that YAML never reads a digest as a number and people never as a word. */
const letters = 'bcdfghjklmnpqrst';

/**
 * Returns a content hash of a text: the first 40 bits of its SHA-256, as ten consonants. In a text of 10,000 blocks, the
 * probability that any two collide is 1 in 22,000.
 */
export function shortDigest(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 10)
    .replace(/[0-9a-f]/g, (digit) => letters.charAt(Number.parseInt(digit, 16)));
}

/** Returns whether a word has the form of a digest. */
export function isDigest(word: string): boolean {
  return new RegExp(`^[${letters}]{10}$`).test(word);
}
