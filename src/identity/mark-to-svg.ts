import { mark } from './mark.ts';

/** Colours of the two strokes of the mark, as CSS writes them. */
export interface MarkColours {
  first: string;
  second: string;
}

/** The mark as an SVG document, as wide and high as it is drawn unless a viewer scales it. */
export function markToSvg({ first, second }: MarkColours): string {
  const { size, width } = mark;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" fill="none" stroke-width="${width}">` +
    `<path d="${mark.first}" stroke="${first}"/><path d="${mark.second}" stroke="${second}"/></svg>`
  );
}
