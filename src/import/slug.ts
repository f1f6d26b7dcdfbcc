/**
 * The words of a name in lower case, joined by hyphens, as they can stand in an address; empty where it has none.
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
