import { h, type ComponentChild } from 'preact';

/**
 * Draws the panel of `stage/panel.ts` with Preact content. Redraws leave it open or closed as the reader did, because `open` is
 * not among its properties.
 */
export function drawLivePanel(title: string, ...content: ComponentChild[]): ComponentChild {
  return h('details', { class: 'figure-panel' }, h('summary', {}, title), ...content);
}
