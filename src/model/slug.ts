/** Words joined by hyphens, in any script, without capitals: what can stand in an address and be typed again. */
export const slugPattern = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

/**
 * What two names must differ in to be two everywhere: many disks and some hosts take names for one that differ in case or in
 * Unicode form alone.
 *
 * @example
 * foldName('Straße.CSV') === foldName('strasse.csv')
 */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}
