import type { IpPacket } from './ip.ts';
import type { SkipReason } from './skip-reason.ts';
import { viewOf } from './view-of.ts';

/** An IP address and a port, as tcpdump and log files write them: `10.9.1.2:6000`, `[2001:db8::1]:6000`. */
export type Endpoint = `${string}:${number}`;

/** A UDP datagram. */
export interface Datagram {
  from: Endpoint;
  to: Endpoint;
  /** The captured part of the payload. */
  payload: Uint8Array;
  /** Length of the payload on the wire, in bytes. */
  payloadLength: number;
}

const udpHeaderLength = 8;

/** Parses the UDP datagram in an IP packet, or returns the reason if it is malformed or cut. */
export function parseDatagram({
  source,
  destination,
  payload: segment,
  payloadLength: wireLength,
}: IpPacket): Datagram | SkipReason {
  if (segment.byteLength < udpHeaderLength) return wireLength < udpHeaderLength ? 'udp-length' : 'udp-cut';
  const view = viewOf(segment);
  const length = view.getUint16(4);
  if (length < udpHeaderLength || length > wireLength) return 'udp-length';
  return {
    from: `${source}:${view.getUint16(0)}`,
    to: `${destination}:${view.getUint16(2)}`,
    payload: segment.subarray(udpHeaderLength, length),
    payloadLength: length - udpHeaderLength,
  };
}

/** Returns the host of an endpoint: `10.9.1.2` for `10.9.1.2:6000`. */
export function hostOf(endpoint: Endpoint): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}
