import { colors } from './colors.ts';

/**
 * The mark of the name: 나, the first syllable of 나란히, drawn from two uprights of one height that stand side by side.
 * ㄴ puts its foot out towards its neighbour, ㅏ its arm away from it; neither leans on the other.
 *
 * Strokes within `size` × `size`, to be drawn `width` wide with butt caps and mitred joins.
 */
export const mark = {
  size: 32,
  width: 4,
  /** ㄴ, in the accent. */
  first: 'M5 4v22h10.5',
  /** ㅏ, in the ink. */
  second: 'M21.5 4v24M21.5 15h8',
} as const;

/** The mark on paper as an SVG document, as wide and high as it is drawn unless a viewer scales it. */
export function markToSvg(): string {
  const { size, width } = mark;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" fill="none" stroke-width="${width}">` +
    `<path d="${mark.first}" stroke="${colors.light.accent}"/><path d="${mark.second}" stroke="${colors.light.ink}"/></svg>`
  );
}
