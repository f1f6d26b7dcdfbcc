import type { Element } from 'hast';
import { el, type Content } from '../../stage/element.ts';

/** One thing to look at under the ladder, with its name. */
export function drawPanel(title: string, ...content: Content[]): Element {
  return el('div', { class: 'figure-panel' }, el('p', {}, el('strong', {}, title)), content);
}
