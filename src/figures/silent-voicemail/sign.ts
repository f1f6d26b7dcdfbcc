import type { Element } from 'hast';
import { drawBars, drawOutlines, frameSign, signSize, type Bar } from '../stage/sign.ts';
import { findWavFields } from './model/index.ts';

const columns = 11;
const gap = 2;

/** Draws the sign: the 44 bytes of a recording without audio, darker for higher values, and its empty data size as outlines. */
export function drawSign(): Element {
  const cells = findWavFields(0).flatMap(({ key, hex }) =>
    hex.split(' ').map((pair) => ({ key, value: Number.parseInt(pair, 16) })),
  );
  const width = (signSize.width + gap) / columns;
  const height = (signSize.height + gap) / (cells.length / columns);
  const placed = cells.map(({ key, value }, index) => ({
    isDataSize: key === 'data-size',
    opacity: findOpacity(value),
    bar: {
      x: (index % columns) * width,
      y: Math.floor(index / columns) * height,
      width: width - gap,
      height: height - gap,
    },
  }));
  const barsOf = (cellsOf: typeof placed): Bar[] => cellsOf.map(({ bar }) => bar);
  const shades = Map.groupBy(
    placed.filter(({ isDataSize }) => !isDataSize),
    ({ opacity }) => opacity,
  );
  return frameSign(
    ...[...shades].map(([opacity, ofShade]) => drawBars('ink', barsOf(ofShade), opacity)),
    drawOutlines('accent', barsOf(placed.filter(({ isDataSize }) => isDataSize)), 1.5),
  );
}

/** Returns one of five shades, as each costs a path: zero is almost white, letters are dark. */
function findOpacity(value: number): number {
  if (value === 0) return 0.1;
  return [0.35, 0.6, 0.8, 1][[0x30, 0x50, 0x64].filter((limit) => value >= limit).length] ?? 1;
}
