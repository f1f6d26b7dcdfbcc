import type { SkipReason } from './skipped.ts';

/** An IPv4 address and a UDP port, written as tcpdump's users and log files do: `10.9.1.2:6000`. */
export type Endpoint = `${string}:${number}`;

/** A UDP datagram out of an Ethernet frame. */
export interface Datagram {
  from: Endpoint;
  to: Endpoint;
  /** What was captured of its payload. */
  payload: Uint8Array;
  /** How long the payload was on the wire. */
  payloadLength: number;
}

const ethernetHeaderLength = 14;
const ipv4 = 0x0800;
const udp = 17;
const udpHeaderLength = 8;

/** The UDP datagram in an Ethernet frame, or why there is none. */
export function readDatagram(frame: Uint8Array): Datagram | SkipReason {
  if (frame.byteLength < ethernetHeaderLength) return 'ethernet-cut';
  if (viewOf(frame).getUint16(12) !== ipv4) return 'not-ipv4';
  const packet = frame.subarray(ethernetHeaderLength);
  if (packet.byteLength < 20) return 'ip-cut';
  const view = viewOf(packet);
  const headerLength = (view.getUint8(0) & 0x0f) * 4;
  const totalLength = view.getUint16(2);
  if (view.getUint8(0) >> 4 !== 4 || headerLength < 20 || totalLength < headerLength) return 'ip-header';
  if (packet.byteLength < headerLength) return 'ip-cut';
  // The bit for “more fragments” and the offset; a later piece has no UDP header, a first one not all of its payload.
  if ((view.getUint16(6) & 0x3fff) !== 0) return 'fragment';
  if (view.getUint8(9) !== udp) return 'not-udp';
  const hosts = { from: toAddress(packet.subarray(12, 16)), to: toAddress(packet.subarray(16, 20)) };
  // Ethernet pads short frames: what lies beyond the packet's own length is not part of it.
  return readUdp(packet.subarray(headerLength, totalLength), totalLength - headerLength, hosts);
}

function readUdp(
  segment: Uint8Array,
  wireLength: number,
  hosts: { from: string; to: string },
): Datagram | SkipReason {
  if (segment.byteLength < udpHeaderLength) return wireLength < udpHeaderLength ? 'udp-length' : 'udp-cut';
  const view = viewOf(segment);
  const length = view.getUint16(4);
  if (length < udpHeaderLength || length > wireLength) return 'udp-length';
  return {
    from: `${hosts.from}:${view.getUint16(0)}`,
    to: `${hosts.to}:${view.getUint16(2)}`,
    payload: segment.subarray(udpHeaderLength, length),
    payloadLength: length - udpHeaderLength,
  };
}

function toAddress(bytes: Uint8Array): string {
  return Array.from(bytes).join('.');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The host of an endpoint: `10.9.1.2` of `10.9.1.2:6000`. */
export function hostOf(endpoint: Endpoint): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}
