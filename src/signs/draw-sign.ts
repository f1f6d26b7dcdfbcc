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
  const name = figures.find((each) => Object.hasOwn(signs, each));
  const drawOwn = name === undefined ? undefined : signs[name];
  const sign = drawOwn === undefined ? drawPattern([title, ...topics].join('\n')) : drawOwn();
  return toHtml(sign, { closeEmptyElements: true, tightSelfClosing: true });
}
