/**
 * Returns the words of a name in lowercase, joined by hyphens, for use in an address. Empty if the name has no letters or digits.
 *
 * @example
 * toSlug('Node.js & 웹') // 'node-js-웹'
 */
export function toSlug(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
