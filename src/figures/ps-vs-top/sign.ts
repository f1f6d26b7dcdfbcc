import type { Element } from 'hast';
import { drawBars, frameSign, signSize, type Bar } from '../stage/sign.ts';
import { computeReading, createState } from './model/index.ts';

const gap = 8;

/**
 * Draws the sign: the CPU time that each tool counts at the figure’s first moment, as a rectangle of the time it divides by and
 * the share it prints. That of `ps` is wide and low, that of `top` narrow and tall.
 */
export function drawSign(): Element {
  const { ps, top } = computeReading(createState());
  const scale = (signSize.width - gap) / (ps.age + top.interval);
  const toBar = (x: number, ticks: number, share: number): Bar => {
    const height = (signSize.height * share) / 100;
    return { x, y: signSize.height - height, width: ticks * scale, height };
  };
  return frameSign(
    drawBars('caution', [toBar(0, ps.age, ps.share)]),
    drawBars('accent', [toBar(ps.age * scale + gap, top.interval, top.share)]),
  );
}
