/**
 * Computes the contrast of two opaque colors, given as `#rrggbb` or `#rgb` in any order: from 1 for equal colors to 21 for black
 * and white. Throws if the notation is another.
 *
 * WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * Computes the relative luminance of a color, from 0 for black to 1 for white.
 *
 * WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
 */
function luminanceOf(color: string): number {
  const [red, green, blue] = toLinear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, or the three axes of another color space. */
export type Triple = readonly [number, number, number];

/** Converts a color, given as `#rrggbb` or `#rgb`, to linear-light sRGB from 0 to 1. Throws if the notation is another. */
export function toLinear(color: string): Triple {
  return mapTriple(parseHex(color), (value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
}

/** Parses red, green and blue, from 0 to 1. */
export function parseHex(color: string): Triple {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color)?.[1];
  if (digits === undefined)
    throw new Error(`Unexpected color ${color}, expected #rrggbb without transparency`);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return mapTriple([0, 2, 4], (at) => Number.parseInt(long.slice(at, at + 2), 16) / 255);
}

/** Formats red, green and blue, from 0 to 1, as `#rrggbb`. */
export function toHex(rgb: Triple): string {
  return `#${rgb
    .map((value) =>
      Math.round(255 * Math.min(1, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Applies a function to each of three numbers. */
export function mapTriple([a, b, c]: Triple, convert: (value: number) => number): Triple {
  return [convert(a), convert(b), convert(c)];
}
