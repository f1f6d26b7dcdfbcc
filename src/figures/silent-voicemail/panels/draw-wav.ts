import type { Element } from 'hast';
import { el, type Content } from '../../stage/element.ts';
import { findWavLength, stateAt, type Scenario } from '../model/index.ts';
import type { WavWords } from '../words.ts';
import { drawPanel } from '../../stage/panel.ts';
import { findWavLines, findWavParts, lineLength, type WavLine, type WavPart } from './wav-dump.ts';

/** Draws the WAV file after `at` packets as a hex dump, and explains each field. */
export function drawWav(scenario: Scenario, at: number, words: WavWords): Element {
  const { recorded } = stateAt(scenario, at).voicemail;
  const parts = findWavParts(recorded);
  return drawPanel(
    words.title(findWavLength(recorded)),
    el('pre', { class: 'figure-output' }, [findWavLines(parts).map(formatLine), recorded > 0 && '⋯']),
    el('p', {}, words.length(recorded)),
    el('p', { class: 'figure-note' }, describeData(recorded, words)),
    el(
      'dl',
      {},
      parts.map((part) => [
        el('dt', {}, namePart(part, words)),
        drawBytes(part),
        el('dd', {}, explainPart(part, words)),
      ]),
    ),
  );
}

/** Describes the byte order and, if anything was recorded, the source of the audio. */
export function describeData(recorded: number, { byteOrder, tone }: WavWords): string {
  return recorded === 0 ? byteOrder : `${byteOrder} ${tone}`;
}

/** Returns the name of a part of the file, with its byte range unless it is empty. */
export function namePart({ key, offset, size }: WavPart, words: WavWords): string {
  const name = words.names[key];
  return size === 0 ? name : words.placed(name, offset, offset + size - 1);
}

/** Explains a part of the file, and says so if it grows with the recording. */
export function explainPart({ key, size, isGrowing }: WavPart, words: WavWords): string {
  if (size === 0) return words.noSoundMeans;
  return isGrowing ? `${words.meanings[key]} ${words.grows}` : words.meanings[key];
}

function drawBytes({ key, hex, value }: WavPart): Content {
  if (key === 'data') return undefined;
  return el('dd', {}, el('code', {}, hex), ' = ', el('code', {}, value));
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
