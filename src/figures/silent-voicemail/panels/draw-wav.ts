import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import { drawPanel } from '../../stage/panel.ts';
import { findWavLength } from '../model/index.ts';
import type { WavWords } from '../words.ts';
import { findWavLines, findWavParts, lineLength, type WavLine } from './wav-dump.ts';

/** Draws a panel with the WAV file of a number of recorded packets as a hex dump. */
export function drawWav(recorded: number, words: WavWords): Element {
  return drawPanel(
    words.title(findWavLength(recorded)),
    el('pre', { class: 'figure-output' }, [
      findWavLines(findWavParts(recorded)).map(formatLine),
      recorded > 0 && '⋯',
    ]),
    drawLength(recorded, words),
  );
}

/** Draws the calculation of the file’s length, and notes on its bytes. */
export function drawLength(recorded: number, { length, byteOrder, tone }: WavWords): Element {
  const notes = recorded === 0 ? byteOrder : `${byteOrder} ${tone}`;
  return el('div', {}, el('p', {}, length(recorded)), el('p', { class: 'figure-note' }, notes));
}

/** Formats a line of the dump. Offsets are decimal, as in the article. */
function formatLine({ offset, pieces }: WavLine): string {
  const bytes = pieces.flatMap((piece) => piece.bytes);
  const row = bytes.join(' ').padEnd(3 * lineLength - 1);
  return `${String(offset).padStart(2)} ${row} ${bytes.map(formatByte).join('')}\n`;
}

/** Formats a byte as its ASCII character, or as a dot if that is not printable. */
function formatByte(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.';
}
