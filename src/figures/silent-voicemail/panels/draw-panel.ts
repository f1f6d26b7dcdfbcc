import type { Element } from 'hast';
import { el, type Content } from '../../stage/element.ts';

/** Draws a titled panel for the area under the ladder. */
export function drawPanel(title: string, ...content: Content[]): Element {
  return el('div', { class: 'figure-panel' }, el('p', {}, el('strong', {}, title)), content);
}
