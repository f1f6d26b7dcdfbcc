import { readFileSync } from 'node:fs';
import path from 'node:path';
import { alawToPcm, parseCapture } from '../capture/index.ts';

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

/** Decodes packets of A-law into samples. */
export function toSamples(packets: readonly Uint8Array[]): Int16Array {
  return Int16Array.from(
    packets.flatMap((packet) => [...packet]),
    alawToPcm,
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
  return joinBytes([ethernetHeader, buildIpv4(buildUdp(payload, ports))]);
}

/** The header of an Ethernet frame with IPv4. */
export const ethernetHeader: Uint8Array = Uint8Array.from([...new Uint8Array(12), 0x08, 0x00]);

/** Builds a UDP datagram without a checksum. */
export function buildUdp(payload: Uint8Array, ports: { from: number; to: number }): Uint8Array {
  const header = new DataView(new ArrayBuffer(8));
  header.setUint16(0, ports.from);
  header.setUint16(2, ports.to);
  header.setUint16(4, 8 + payload.byteLength);
  return joinBytes([new Uint8Array(header.buffer), payload]);
}

/** Builds a TCP segment without a checksum. */
export function buildTcp(
  payload: Uint8Array,
  { sequence, flags = 0x18 }: { sequence: number; flags?: number },
): Uint8Array {
  const header = new DataView(new ArrayBuffer(20));
  header.setUint16(0, 5060);
  header.setUint16(2, 5060);
  header.setUint32(4, sequence);
  header.setUint8(12, 0x50);
  header.setUint8(13, flags);
  return joinBytes([new Uint8Array(header.buffer), payload]);
}

/** Builds an IPv4 packet from 10.9.1.2 to 10.9.2.2, or a fragment of one. */
export function buildIpv4(
  payload: Uint8Array,
  { protocol = 17, id = 0, offset = 0, isLast = true, to = 0x0a090202 } = {},
): Uint8Array {
  const header = new DataView(new ArrayBuffer(20));
  header.setUint8(0, 0x45);
  header.setUint16(2, 20 + payload.byteLength);
  header.setUint16(4, id);
  header.setUint16(6, (isLast ? 0 : 0x2000) | (offset / 8));
  header.setUint8(8, 64);
  header.setUint8(9, protocol);
  header.setUint32(12, 0x0a090102);
  header.setUint32(16, to);
  return joinBytes([new Uint8Array(header.buffer), payload]);
}

/** Builds an IPv6 packet from 2001:db8::1 to 2001:db8::2. */
export function buildIpv6(payload: Uint8Array, nextHeader = 17): Uint8Array {
  const header = new DataView(new ArrayBuffer(40));
  header.setUint8(0, 0x60);
  header.setUint16(4, payload.byteLength);
  header.setUint8(6, nextHeader);
  for (const [at, last] of [
    [8, 1],
    [24, 2],
  ] as const) {
    header.setUint32(at, 0x20010db8);
    header.setUint8(at + 15, last);
  }
  return joinBytes([new Uint8Array(header.buffer), payload]);
}

/** Builds an RTP packet. */
export function buildRtp(
  sequence: number,
  { payloadType = 8, payload = new Uint8Array(160).fill(0xd5), ssrc = 1 } = {},
): Uint8Array {
  const header = new DataView(new ArrayBuffer(12));
  header.setUint8(0, 0x80);
  header.setUint8(1, payloadType);
  header.setUint16(2, sequence);
  header.setUint32(4, (sequence * 160) >>> 0);
  header.setUint32(8, ssrc);
  return joinBytes([new Uint8Array(header.buffer), payload]);
}

/** Builds a SIP message with an SDP body if there is one. */
export function buildSip(
  startLine: string,
  {
    callId = 'call',
    sequence = '1 INVITE',
    sdp = '',
  }: { callId?: string; sequence?: string; sdp?: string } = {},
): Uint8Array {
  const head = [
    startLine,
    'From: <sip:alice@10.9.1.2>;tag=1',
    'To: <sip:voicemail@10.9.2.2>',
    `Call-ID: ${callId}`,
    `CSeq: ${sequence}`,
    `Content-Length: ${sdp.length}`,
  ];
  return new TextEncoder().encode(`${head.join('\r\n')}\r\n\r\n${sdp}`);
}

/** Reverses the direction of an Ethernet frame with IPv4 and UDP: its addresses and ports. */
export function reverseFrame(frame: Uint8Array): Uint8Array {
  const parts = [
    [0, 26],
    [30, 34],
    [26, 30],
    [36, 38],
    [34, 36],
    [38, Infinity],
  ] as const;
  return joinBytes(parts.map(([start, end]) => frame.subarray(start, end)));
}

/** Builds the frames of a call: INVITE, 200 OK and ACK, and RTP from the caller’s port 6000 to the server’s port 40000. */
export function buildCall(
  rtp: readonly Uint8Array[],
  { offer = 'm=audio 6000 RTP/AVP 8', answer = 'm=audio 40000 RTP/AVP 8', callId = 'call' } = {},
): Uint8Array[] {
  const sip = { from: 5060, to: 5060 };
  const message = (startLine: string, media: string, address: string): Uint8Array =>
    buildFrame(buildSip(startLine, { callId, sdp: `v=0\r\nc=IN IP4 ${address}\r\n${media}\r\n` }), sip);
  return [
    message('INVITE sip:voicemail@10.9.2.2 SIP/2.0', offer, '10.9.1.2'),
    reverseFrame(message('SIP/2.0 200 OK', answer, '10.9.2.2')),
    buildFrame(buildSip('ACK sip:voicemail@10.9.2.2 SIP/2.0', { callId, sequence: '1 ACK' }), sip),
    ...rtp.map((packet) => buildFrame(packet)),
  ];
}

/** Gives frames times, 20 ms apart. */
export function timeFrames(frames: readonly Uint8Array[]): TimedFrame[] {
  return frames.map((bytes, index) => ({
    seconds: Math.floor(index / 50),
    nanoseconds: (index % 50) * 20_000_000,
    bytes,
  }));
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
