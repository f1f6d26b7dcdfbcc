import { joinWav } from './join-wav.ts';
import { findWavFields, sampleLength } from './wav.ts';

/** The WAV file of a recording, from the packets of A-law that came, in their order. */
export function writeWav(packets: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const samples = packets.reduce((sum, packet) => sum + packet.byteLength, 0);
  const header = findWavFields(samples * sampleLength).map(({ hex }) => hex);
  return joinWav(header.join(' '), packets);
}
