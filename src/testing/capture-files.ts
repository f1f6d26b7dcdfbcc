import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCapture } from '../capture/index.ts';

const folder = path.resolve(import.meta.dirname, '../../content/articles/silent-voicemail');

/** Reads a capture that the article silent-voicemail offers for download, by its name without `.pcap`. */
export function readCaptureFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(folder, `${name}.pcap`)));
}

/** Reads the RTP payloads of the voicemail in the good call: 250 packets of A-law. */
export function readVoicemail(): Uint8Array[] {
  return parseCapture(readCaptureFile('call-ok')).packets.flatMap((packet) =>
    packet.protocol === 'rtp' && packet.to === '10.9.2.2:40000' ? [packet.rtp.payload] : [],
  );
}

/** The header values of a capture file to build. */
interface FormatOptions {
  isLittleEndian: boolean;
  ticksPerSecond: number;
  snapLength: number;
  linkType: number;
}

/** Format that tcpdump writes by default. */
export const defaultFormat: FormatOptions = {
  isLittleEndian: true,
  ticksPerSecond: 1e6,
  snapLength: 262_144,
  linkType: 1,
};

/** A frame to write, with its time. */
interface TimedFrame {
  seconds: number;
  nanoseconds: number;
  bytes: Uint8Array;
}

/** Builds a classic pcap file. Frames are cut to the snap length, as tcpdump does. */
export function buildPcap(frames: readonly TimedFrame[], format: FormatOptions = defaultFormat): Uint8Array {
  const order = format.isLittleEndian;
  const header = new DataView(new ArrayBuffer(24));
  header.setUint32(0, format.ticksPerSecond === 1e6 ? 0xa1b2c3d4 : 0xa1b23c4d, order);
  header.setUint16(4, 2, order);
  header.setUint16(6, 4, order);
  header.setUint32(16, format.snapLength, order);
  header.setUint32(20, format.linkType, order);
  const records = frames.flatMap(({ seconds, nanoseconds, bytes }) => {
    const captured = bytes.subarray(0, format.snapLength);
    const record = new DataView(new ArrayBuffer(16));
    const ticks = Math.floor(nanoseconds / (1e9 / format.ticksPerSecond));
    [seconds, ticks, captured.byteLength, bytes.byteLength].forEach((value, index) => {
      record.setUint32(index * 4, value, order);
    });
    return [new Uint8Array(record.buffer), captured];
  });
  return joinBytes([new Uint8Array(header.buffer), ...records]);
}

/** Builds a pcapng file with one section, one interface and one enhanced packet block per frame. */
export function buildPcapng(
  frames: readonly TimedFrame[],
  format: FormatOptions = defaultFormat,
): Uint8Array {
  const { isLittleEndian, ticksPerSecond, snapLength, linkType } = format;
  const toBlock = (type: number, body: Uint8Array) => buildPcapngBlock(type, body, isLittleEndian);
  const section = new DataView(new ArrayBuffer(16));
  section.setUint32(0, 0x1a2b3c4d, isLittleEndian);
  section.setUint16(4, 1, isLittleEndian);
  section.setBigInt64(8, -1n, isLittleEndian);
  // The only option is if_tsresol: code 9, length 1, a negative power of 10.
  const captureInterface = new DataView(new ArrayBuffer(16));
  captureInterface.setUint16(0, linkType, isLittleEndian);
  captureInterface.setUint32(4, snapLength, isLittleEndian);
  captureInterface.setUint16(8, 9, isLittleEndian);
  captureInterface.setUint16(10, 1, isLittleEndian);
  captureInterface.setUint8(12, Math.log10(ticksPerSecond));
  const packets = frames.map(({ seconds, nanoseconds, bytes }) => {
    const captured = bytes.subarray(0, snapLength);
    const head = new DataView(new ArrayBuffer(20));
    const ticks =
      BigInt(seconds) * BigInt(ticksPerSecond) + BigInt(Math.floor(nanoseconds / (1e9 / ticksPerSecond)));
    head.setUint32(4, Number(ticks >> 32n), isLittleEndian);
    head.setUint32(8, Number(ticks & 0xffffffffn), isLittleEndian);
    head.setUint32(12, captured.byteLength, isLittleEndian);
    head.setUint32(16, bytes.byteLength, isLittleEndian);
    return toBlock(6, joinBytes([new Uint8Array(head.buffer), captured]));
  });
  return joinBytes([
    toBlock(0x0a0d0d0a, new Uint8Array(section.buffer)),
    toBlock(1, new Uint8Array(captureInterface.buffer)),
    ...packets,
  ]);
}

/** Builds a pcapng block: its type and length, its body padded to a multiple of four bytes, and the length again. */
export function buildPcapngBlock(type: number, body: Uint8Array, isLittleEndian = true): Uint8Array {
  const padded = Math.ceil(body.byteLength / 4) * 4;
  const block = new DataView(new ArrayBuffer(padded + 12));
  block.setUint32(0, type, isLittleEndian);
  block.setUint32(4, padded + 12, isLittleEndian);
  block.setUint32(padded + 8, padded + 12, isLittleEndian);
  const bytes = new Uint8Array(block.buffer);
  bytes.set(body, 8);
  return bytes;
}

/** Builds an Ethernet frame with a UDP datagram over IPv4. */
export function buildFrame(
  payload: Uint8Array,
  ports: { from: number; to: number } = { from: 6000, to: 40_000 },
): Uint8Array {
  const head = new DataView(new ArrayBuffer(42));
  head.setUint16(12, 0x0800);
  head.setUint8(14, 0x45);
  head.setUint16(16, 28 + payload.byteLength);
  head.setUint8(22, 64);
  head.setUint8(23, 17);
  head.setUint32(26, 0x0a090102);
  head.setUint32(30, 0x0a090202);
  head.setUint16(34, ports.from);
  head.setUint16(36, ports.to);
  head.setUint16(38, 8 + payload.byteLength);
  return joinBytes([new Uint8Array(head.buffer), payload]);
}

/** Concatenates byte arrays. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined;
}
