import type { Palette } from './accent.ts';
import { colors } from './colors.ts';

/**
 * The logo of Narani: 나, the first syllable of 나란히 (side by side), drawn as the letters ㄴ and ㅏ with equally high verticals.
 *
 * SVG paths in a square of `size`, to be stroked `width` wide with butt caps and mitered joins.
 */
export const logo = {
  size: 32,
  width: 4,
  /** The letter that it replaces as the mark of a site. */
  letter: '나',
  /** ㄴ, in the accent color. */
  first: 'M5 4v22h10.5',
  /** ㅏ, in the ink color. */
  second: 'M21.5 4v24M21.5 15h8',
} as const;

/** Returns the logo as an SVG document with a transparent background. */
export function logoToSvg({ accent, ink }: Palette = colors.light): string {
  const { size, width } = logo;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" fill="none" stroke-width="${width}">` +
    `<path d="${logo.first}" stroke="${accent}"/><path d="${logo.second}" stroke="${ink}"/></svg>`
  );
}

/** Returns the logo as an SVG document whose colors follow the color scheme of the system. */
export function logoToFavicon({ light, dark }: Readonly<Record<'light' | 'dark', Palette>>): string {
  const { size, width } = logo;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" fill="none" stroke-width="${width}">
  <style>
    .first { stroke: ${light.accent} }
    .second { stroke: ${light.ink} }
    @media (prefers-color-scheme: dark) {
      .first { stroke: ${dark.accent} }
      .second { stroke: ${dark.ink} }
    }
  </style>
  <path class="first" d="${logo.first}"/>
  <path class="second" d="${logo.second}"/>
</svg>
`;
}
