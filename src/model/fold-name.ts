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
