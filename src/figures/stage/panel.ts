import type { Element } from 'hast';
import { el, type Content } from './element.ts';

/** Draws a panel that readers unfold below the description: terminal output, a log. On paper it is open. */
export function drawPanel(title: string, ...content: Content[]): Element {
  return el('details', { class: 'figure-panel' }, el('summary', {}, title), content);
}
