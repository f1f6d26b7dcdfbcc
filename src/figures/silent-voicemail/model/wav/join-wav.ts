import { alawToPcm } from './alaw.ts';

/** A WAV file from its header, as hexadecimal pairs, and the packets of A-law whose sound follows it. */
export function joinWav(header: string, packets: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const start = header.split(' ').map((pair) => Number.parseInt(pair, 16));
  const samples = packets.reduce((sum, packet) => sum + packet.byteLength, 0);
  const bytes = new Uint8Array(start.length + samples * Int16Array.BYTES_PER_ELEMENT);
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
