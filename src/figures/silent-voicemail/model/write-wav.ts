import type { WavField } from './wav.ts';

/**
 * Writes samples at 8 kHz as a WAV file: mono, 16 bits.
 *
 * @param fields the header for these samples (`findWavFields`); passed, so that the lazy-loaded chunk that saves files shares no code
 * with the rest of the figure
 */
export function writeWav(
  fields: readonly Pick<WavField, 'hex'>[],
  samples: Int16Array,
): Uint8Array<ArrayBuffer> {
  const header = fields.flatMap(({ hex }) => hex.split(' '));
  const bytes = new Uint8Array(header.length + samples.byteLength);
  bytes.set(header.map((pair) => Number.parseInt(pair, 16)));
  const view = new DataView(bytes.buffer, header.length);
  samples.forEach((sample, index) => {
    view.setInt16(index * Int16Array.BYTES_PER_ELEMENT, sample, true);
  });
  return bytes;
}
