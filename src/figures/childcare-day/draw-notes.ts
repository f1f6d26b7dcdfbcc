import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import { drawPanel } from '../stage/panel.ts';
import type { ChildcareDayWords } from './words.ts';

/** Draws the panel that says what the picture is based on. */
export function drawNotes({ notes }: ChildcareDayWords): Element {
  return drawPanel(
    notes.title,
    notes.paragraphs.map((text) => el('p', {}, text)),
  );
}
