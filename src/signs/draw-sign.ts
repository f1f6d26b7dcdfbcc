import { toHtml } from 'hast-util-to-html';
import { signs } from '../figures/registry/signs.ts';
import { drawPattern } from './draw-pattern.ts';

/** The facts about an article’s source that determine its sign. */
interface SignFacts {
  title: string;
  topics: readonly string[];
  /** Names of the figures that the text places, in order. */
  figures: readonly string[];
}

/** Draws the sign of an article as SVG: that of its first figure that has one, or a pattern from its title and topics. */
export function drawSign({ title, topics, figures }: SignFacts): string {
  const drawOwn = figures.map((name) => signs.get(name)).find((draw) => draw !== undefined);
  const sign = drawOwn?.() ?? drawPattern([title, ...topics].join('\n'));
  return toHtml(sign, { closeEmptyElements: true, tightSelfClosing: true });
}
