import type { SkipReason } from './skip-reason.ts';

/** An IPv4 address and a UDP port, as tcpdump and log files write them: `10.9.1.2:6000`. */
export type Endpoint = `${string}:${number}`;

/** A UDP datagram from an Ethernet frame. */
export interface Datagram {
  from: Endpoint;
  to: Endpoint;
  /** The captured part of the payload. */
  payload: Uint8Array;
  /** Length of the payload on the wire, in bytes. */
  payloadLength: number;
}

const ethernetHeaderLength = 14;
const ipv4 = 0x0800;
const udp = 17;
const udpHeaderLength = 8;

/** Reads the UDP datagram in an Ethernet frame, or returns the reason if there is no datagram. IPv4 fragments are not reassembled. */
export function parseDatagram(frame: Uint8Array): Datagram | SkipReason {
  if (frame.byteLength < ethernetHeaderLength) return 'ethernet-cut';
  if (viewOf(frame).getUint16(12) !== ipv4) return 'not-ipv4';
  const packet = frame.subarray(ethernetHeaderLength);
  if (packet.byteLength < 20) return 'ip-cut';
  const view = viewOf(packet);
  const headerLength = (view.getUint8(0) & 0x0f) * 4;
  const totalLength = view.getUint16(2);
  if (view.getUint8(0) >> 4 !== 4 || headerLength < 20 || totalLength < headerLength) return 'ip-header';
  if (packet.byteLength < headerLength) return 'ip-cut';
  // The “more fragments” flag and the fragment offset: the first fragment has only a part of the payload, the others no UDP header.
  if ((view.getUint16(6) & 0x3fff) !== 0) return 'fragment';
  if (view.getUint8(9) !== udp) return 'not-udp';
  const hosts = { from: toAddress(packet.subarray(12, 16)), to: toAddress(packet.subarray(16, 20)) };
  // Ethernet pads short frames, so bytes beyond the packet's total length are not part of it.
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

/** Returns the host of an endpoint: `10.9.1.2` for `10.9.1.2:6000`. */
export function hostOf(endpoint: Endpoint): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}
