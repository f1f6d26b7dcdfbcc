import type { Element } from 'hast';
import { el } from './element.ts';
import { roundToTenth } from './position.ts';

/** Width and height of a sign’s drawing, in its own units. */
export const signSize = { width: 120, height: 80 } as const;

/** A rectangle in the units of a sign. */
export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Colors of a sign: those of the logo’s two strokes, and the one that figures use beside the accent. */
type SignColor = 'accent' | 'ink' | 'caution';

/** Frames the shapes of a sign, the small picture of an article. It repeats what the title says, so it is hidden from screen readers. */
export function frameSign(...shapes: readonly Element[]): Element {
  const { width, height } = signSize;
  return el('svg', { class: 'sign', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, shapes);
}

/**
 * Draws bars of one color as one path. The color is a class, so that it follows the theme; pictures replace it with an attribute.
 *
 * @param opacity 0 to 1; absent if 1
 */
export function drawBars(color: SignColor, bars: readonly Bar[], opacity?: number): Element {
  return el('path', { class: color, 'fill-opacity': opacity, d: bars.map(toPath).join('') });
}

/** Draws outlines of bars, of this width and within their edges. */
export function drawOutlines(color: SignColor, bars: readonly Bar[], width: number): Element {
  const d = bars.map((bar) => {
    const { x, y } = bar;
    const [across, down] = [bar.width - 2 * width, bar.height - 2 * width].map(roundToTenth);
    // The inner rectangle runs the other way around, so it is not filled.
    return `${toPath(bar)}M${roundToTenth(x + width)} ${roundToTenth(y + width)}v${down}h${across}v-${down}z`;
  });
  return el('path', { class: color, d: d.join('') });
}

function toPath({ x, y, width, height }: Bar): string {
  return `M${roundToTenth(x)} ${roundToTenth(y)}h${roundToTenth(width)}v${roundToTenth(height)}h-${roundToTenth(width)}z`;
}
