import { tile } from '../identity/letter.ts';
import { createOutliner } from './outliner.ts';
import { readFontFile } from './resources.ts';

/** Font size of an outline before it is scaled: large, so that rounding its coordinates does not matter. */
const drawnSize = 1000;

/** The last private use code point, which no font has. */
const missing = '\u{10fffd}';

/**
 * Outlines a letter in bold as SVG path data, in the middle of a square. Empty if the font has no such letter.
 *
 * @param root absolute path of the project, whose packages have the font
 */
export async function outlineLetter(letter: string, root: string): Promise<string> {
  const font = await readFontFile(root, 'alternative/Pretendard-Bold.ttf');
  const outline = createOutliner({ regular: font, strong: font });
  const draw = (text: string): string =>
    outline(text, { x: 0, y: 0, size: drawnSize, isStrong: true, anchor: 'start' });
  const drawn = draw(letter);
  return drawn === '' || drawn === draw(missing) ? '' : center(drawn);
}

/** Scales and moves path data into the middle of the square, with two decimals. */
function center(drawn: string): string {
  const points = [...drawn.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = tile.letter / Math.max(right - left, bottom - top);
  const place = (value: number, [from, to]: readonly [number, number]): string =>
    String(Number(((value - (from + to) / 2) * scale + tile.size / 2).toFixed(2)));
  return drawn.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, x: string, y: string) => `${place(Number(x), [left, right])} ${place(Number(y), [top, bottom])}`,
  );
}
