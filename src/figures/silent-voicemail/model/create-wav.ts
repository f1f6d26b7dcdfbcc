import { alawToPcm } from '../../../capture/index.ts';
import { findWavFields } from './wav.ts';

/** Creates the WAV file of a recording from its A-law packets. */
export function createWav(packets: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = findWavFields(countSamples(packets) * Int16Array.BYTES_PER_ELEMENT);
  return joinWav(header.map(({ hex }) => hex).join(' '), packets);
}

/** Joins a header, as hexadecimal pairs, and the decoded samples of A-law packets into a WAV file. */
export function joinWav(header: string, packets: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const start = header.split(' ').map((pair) => Number.parseInt(pair, 16));
  const bytes = new Uint8Array(start.length + countSamples(packets) * Int16Array.BYTES_PER_ELEMENT);
  const view = new DataView(bytes.buffer);
  bytes.set(start);
  let offset = start.length;
  for (const packet of packets) {
    for (const byte of packet) {
      view.setInt16(offset, alawToPcm(byte), true);
      offset += Int16Array.BYTES_PER_ELEMENT;
    }
  }
  return bytes;
}

/** A-law has one byte per sample. */
function countSamples(packets: readonly Uint8Array[]): number {
  return packets.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
