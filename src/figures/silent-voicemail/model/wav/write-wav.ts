import { alawToPcm } from './alaw.ts';
import { encodeValue, findWavFields, sampleLength, wavHeaderLength } from './wav.ts';

/** The WAV file of a recording, from the packets of A-law that came, in their order. */
export function writeWav(packets: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const samples = packets.reduce((sum, packet) => sum + packet.byteLength, 0);
  const dataLength = samples * sampleLength;
  const bytes = new Uint8Array(wavHeaderLength + dataLength);
  const view = new DataView(bytes.buffer);
  for (const { offset, size, value } of findWavFields(dataLength))
    bytes.set(encodeValue(value, size), offset);
  let offset = wavHeaderLength;
  for (const packet of packets) {
    for (const byte of packet) {
      view.setInt16(offset, alawToPcm(byte), true);
      offset += sampleLength;
    }
  }
  return bytes;
}
