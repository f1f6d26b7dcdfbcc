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
  const isCut = recorded > 0;
  return drawPanel(
    words.title(findWavLength(recorded)),
    el('pre', { class: 'figure-output' }, [...findWavLines(parts).map(printLine), isCut && '⋯'].join('')),
    el('p', {}, tellLength(recorded, words), ' ', el('small', {}, words.tone)),
    el(
      'details',
      {},
      el('summary', {}, words.all),
      el(
        'dl',
        {},
        parts.map((part) => [
          el('dt', {}, words.names[part.key]),
          el('dd', {}, drawBytes(part), tellPart(part, words)),
        ]),
      ),
    ),
  );
}

/** How long the file is, and what that says. */
export function tellLength(recorded: number, words: WavWords): string {
  return recorded === 0 ? `${words.sum(recorded)} ${words.isEmpty}` : words.sum(recorded);
}

/** What a part of the file means, where it stands and whether it grows, in sentences. */
export function tellPart(part: WavPart, words: WavWords): string {
  const { key, offset, size, isGrowing } = part;
  if (key === 'data' && size === 0) return words.isEmpty;
  return [
    `${words.place(offset, offset + size - 1)}.`,
    words.meanings[key],
    isGrowing ? words.grows : words.stays,
  ].join(' ');
}

function drawBytes({ key, hex, value }: WavPart): Content {
  if (key === 'data') return undefined;
  return [el('code', {}, hex), ' = ', el('code', {}, value), '. '];
}

/** Offsets are decimal, as the text counts them. */
function printLine({ offset, pieces }: WavLine): string {
  const bytes = pieces.flatMap((piece) => piece.bytes);
  const row = bytes.join(' ').padEnd(3 * lineLength - 1);
  return `${String(offset).padStart(2)}  ${row}  ${bytes.map(printByte).join('')}\n`;
}

/** Its letter, where it has one that is seen. */
function printByte(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.';
}
