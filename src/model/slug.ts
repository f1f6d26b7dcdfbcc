/** Words joined by hyphens, in any script, without capital letters: safe in an address and easy to type. */
export const slugPattern = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

/**
 * Folds case and Unicode form, to compare file names: many disks and some hosts don't distinguish names that differ only in these.
 *
 * @example
 * foldName('Straße.CSV') === foldName('strasse.csv')
 */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

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
