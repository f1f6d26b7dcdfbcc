import type { Palette } from './accent.ts';

/** A mark made from a letter: it is cut out of a square in the accent color. */
export const tile = {
  size: 32,
  /** Radius of the corners of the square. */
  radius: 7,
  /** Largest width and height of the letter, which is in the middle. */
  letter: 21,
  /** Two uprights, instead of a letter that the font does not have. */
  uprights: 'M9.5 8h4v16h-4zM18.5 8h4v16h-4z',
} as const;

/**
 * Returns the first letter or digit of a name, of Latin script the capital. `undefined` if it has none.
 *
 * @example
 * firstLetter('“kim’s notes”') // 'K'
 */
export function firstLetter(name: string): string | undefined {
  const [letter] = /[\p{L}\p{N}]/u.exec(name.normalize('NFC')) ?? [];
  const capital = letter?.toUpperCase();
  return capital?.length === letter?.length ? capital : letter;
}

/** Returns a mark as an SVG document: a square with rounded corners, or without for home screens, which round them. */
export function tileToSvg(
  path: string,
  { accent, paper }: Palette,
  { radius = tile.radius }: { radius?: number } = {},
): string {
  const { size } = tile;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">` +
    `<rect width="${size}" height="${size}" rx="${radius}" fill="${accent}"/><path d="${path}" fill="${paper}"/></svg>`
  );
}

/** Returns a mark as an SVG document whose colors follow the color scheme of the system. */
export function tileToFavicon(
  path: string,
  { light, dark }: Readonly<Record<'light' | 'dark', Palette>>,
): string {
  const { size, radius } = tile;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">
  <style>
    rect { fill: ${light.accent} }
    path { fill: ${light.paper} }
    @media (prefers-color-scheme: dark) {
      rect { fill: ${dark.accent} }
      path { fill: ${dark.paper} }
    }
  </style>
  <rect width="${size}" height="${size}" rx="${radius}"/>
  <path d="${path}"/>
</svg>
`;
}
