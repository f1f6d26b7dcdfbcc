import { findWavFields } from './wav.ts';

/** Writes samples at 8 kHz as a WAV file: mono, 16 bits. */
export function writeWav(samples: Int16Array): Uint8Array<ArrayBuffer> {
  const header = findWavFields(samples.byteLength).flatMap(({ hex }) => hex.split(' '));
  const bytes = new Uint8Array(header.length + samples.byteLength);
  bytes.set(header.map((pair) => Number.parseInt(pair, 16)));
  const view = new DataView(bytes.buffer, header.length);
  samples.forEach((sample, index) => {
    view.setInt16(index * Int16Array.BYTES_PER_ELEMENT, sample, true);
  });
  return bytes;
}
