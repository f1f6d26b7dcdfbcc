import { colours } from './colours.ts';
import { mark } from './mark.ts';

/** The mark on paper as an SVG document, as wide and high as it is drawn unless a viewer scales it. */
export function markToSvg(): string {
  const { size, width } = mark;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" fill="none" stroke-width="${width}">` +
    `<path d="${mark.first}" stroke="${colours.light.accent}"/><path d="${mark.second}" stroke="${colours.light.ink}"/></svg>`
  );
}
