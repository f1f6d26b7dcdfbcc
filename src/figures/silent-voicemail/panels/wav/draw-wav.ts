import type { Element } from 'hast';
import { el, type Content } from '../../../stage/element.ts';
import { findWavLength, stateAt, type Scenario } from '../../model/index.ts';
import { drawPanel } from '../draw-panel.ts';
import type { WavWords } from '../words.ts';
import { findWavLines, lineLength, type WavLine } from './wav-lines.ts';
import { findWavParts, type WavPart } from './wav-parts.ts';

/** The WAV file as far as it was recorded: its bytes, and behind a disclosure what each field of it means. */
export function drawWav(scenario: Scenario, at: number, words: WavWords): Element {
  const { recorded } = stateAt(scenario, at).message;
  const parts = findWavParts(recorded);
  return drawPanel(
    words.title(findWavLength(recorded)),
    el('pre', { class: 'figure-output' }, [findWavLines(parts).map(printLine), recorded > 0 && '⋯']),
    el('p', {}, words.length(recorded)),
    el('p', { class: 'figure-note' }, tellSource(recorded, words)),
    el(
      'details',
      {},
      el('summary', {}, words.all),
      el(
        'dl',
        {},
        parts.map((part) => [
          el('dt', {}, namePart(part, words)),
          drawBytes(part),
          el('dd', {}, tellPart(part, words)),
        ]),
      ),
    ),
  );
}

/** How the bytes are to be read, and whence the sound is, if there is any. */
export function tellSource(recorded: number, { byteOrder, tone }: WavWords): string {
  return recorded === 0 ? byteOrder : `${byteOrder} ${tone}`;
}

/** What a part of the file is called, and where it stands. */
export function namePart({ key, offset, size }: WavPart, words: WavWords): string {
  const name = words.names[key];
  return size === 0 ? name : words.placed(name, offset, offset + size - 1);
}

/** What a part of the file means; of one that grows, that it does. */
export function tellPart({ key, size, isGrowing }: WavPart, words: WavWords): string {
  if (size === 0) return words.noSoundMeans;
  return isGrowing ? `${words.meanings[key]} ${words.grows}` : words.meanings[key];
}

function drawBytes({ key, hex, value }: WavPart): Content {
  if (key === 'data') return undefined;
  return el('dd', {}, el('code', {}, hex), ' = ', el('code', {}, value));
}

/** Offsets are decimal, as the text counts them. */
function printLine({ offset, pieces }: WavLine): string {
  const bytes = pieces.flatMap((piece) => piece.bytes);
  const row = bytes.join(' ').padEnd(3 * lineLength - 1);
  return `${String(offset).padStart(2)} ${row} ${bytes.map(printByte).join('')}\n`;
}

/** Its letter, where it has one that is seen. */
function printByte(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.';
}
