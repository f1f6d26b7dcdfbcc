import type { SkipReason } from './skip-reason.ts';
import { viewOf } from './view-of.ts';

/** Protocol numbers (https://www.iana.org/assignments/protocol-numbers). */
export const protocols = { ipv4: 4, tcp: 6, udp: 17, ipv6: 41 } as const;

/** An IP packet, or a fragment of one. */
export interface IpPacket {
  /** `10.9.1.2`, or an IPv6 address in brackets: `[2001:db8::1]`. */
  source: string;
  destination: string;
  protocol: number;
  /** The captured part of the payload. */
  payload: Uint8Array;
  /** Length of the payload on the wire, in bytes. */
  payloadLength: number;
  fragment: Fragment | undefined;
}

/** The place of a fragment in its packet. */
interface Fragment {
  id: number;
  /** In bytes. */
  offset: number;
  isLast: boolean;
}

/** IPv6 extension headers that begin with the type of the next header and their length in 8 bytes: hop-by-hop, routing, destination options. */
const optionHeaders: readonly number[] = [0, 43, 60];
const authenticationHeader = 51;
const fragmentHeader = 44;

/** Packets in packets that are opened, one in the other. */
const deepestTunnel = 4;

/** Parses an IP packet of version 4 or 6, and the one inside if it is a tunnel. Returns the reason if it is malformed or cut. */
export function parseIp(packet: Uint8Array, depth = 0): IpPacket | SkipReason {
  const version = (packet[0] ?? 0) >> 4;
  const read = version === 4 ? parseIpv4(packet) : version === 6 ? parseIpv6(packet) : 'ip-header';
  if (typeof read === 'string' || read.fragment !== undefined || depth === deepestTunnel) return read;
  const isTunnel = read.protocol === protocols.ipv4 || read.protocol === protocols.ipv6;
  return isTunnel ? parseIp(read.payload, depth + 1) : read;
}

function parseIpv4(packet: Uint8Array): IpPacket | SkipReason {
  if (packet.byteLength < 20) return 'ip-cut';
  const view = viewOf(packet);
  const headerLength = (view.getUint8(0) & 0x0f) * 4;
  // A network card that splits packets itself leaves the length at 0 in what is captured before.
  const totalLength = view.getUint16(2) || packet.byteLength;
  if (headerLength < 20 || totalLength < headerLength) return 'ip-header';
  if (packet.byteLength < headerLength) return 'ip-cut';
  const flags = view.getUint16(6);
  const isLast = (flags & 0x2000) === 0;
  const offset = (flags & 0x1fff) * 8;
  return {
    source: formatIpv4(packet, 12),
    destination: formatIpv4(packet, 16),
    protocol: view.getUint8(9),
    // Ethernet pads short frames, so bytes beyond the packet's total length are not part of it.
    payload: packet.subarray(headerLength, totalLength),
    payloadLength: totalLength - headerLength,
    fragment: isLast && offset === 0 ? undefined : { id: view.getUint16(4), offset, isLast },
  };
}

function parseIpv6(packet: Uint8Array): IpPacket | SkipReason {
  if (packet.byteLength < 40) return 'ip-cut';
  const view = viewOf(packet);
  const end = view.getUint16(4) === 0 ? packet.byteLength : 40 + view.getUint16(4);
  let [protocol, start]: [number, number] = [view.getUint8(6), 40];
  let fragment: Fragment | undefined;
  for (;;) {
    const isOption = optionHeaders.includes(protocol);
    if (!isOption && protocol !== authenticationHeader && protocol !== fragmentHeader) break;
    if (start + 8 > end) return 'ip-header';
    if (start + 8 > packet.byteLength) return 'ip-cut';
    const next = view.getUint8(start);
    const length = view.getUint8(start + 1);
    if (protocol === fragmentHeader) {
      const place = view.getUint16(start + 2);
      fragment = { id: view.getUint32(start + 4), offset: place & 0xfff8, isLast: (place & 1) === 0 };
      start += 8;
      // What follows the header of a later fragment is not a header.
      protocol = next;
      break;
    }
    start += isOption ? (length + 1) * 8 : (length + 2) * 4;
    protocol = next;
  }
  if (start > end) return 'ip-header';
  if (start > packet.byteLength) return 'ip-cut';
  const isWhole = fragment?.offset === 0 && fragment.isLast;
  return {
    source: formatIpv6(view, 8),
    destination: formatIpv6(view, 24),
    protocol,
    payload: packet.subarray(start, end),
    payloadLength: end - start,
    fragment: isWhole ? undefined : fragment,
  };
}

function formatIpv4(bytes: Uint8Array, at: number): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
}

function formatIpv6(view: DataView, at: number): string {
  return joinGroups(Array.from({ length: 8 }, (_, index) => view.getUint16(at + index * 2)));
}

/** Formats the eight groups of an IPv6 address, in brackets, with its longest run of zeros shortened (RFC 5952). */
function joinGroups(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(':');
  const runs = [...text.matchAll(/\b0(?::0)+\b/g)];
  const [longest] = runs.toSorted(([one], [other]) => other.length - one.length);
  if (longest === undefined) return `[${text}]`;
  const [before, after] = [text.slice(0, longest.index), text.slice(longest.index + longest[0].length)];
  return `[${before.replace(/:$/, '')}::${after.replace(/^:/, '')}]`;
}

/** Returns an IPv6 address as `parseIp` writes it. Returns `undefined` if the text is not one. */
export function normalizeIpv6(text: string): string | undefined {
  if (!/^[\da-f:]{2,39}$/i.test(text)) return undefined;
  const [head = '', tail, ...others] = text.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (others.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const words = [...left, ...new Array<string>(missing).fill('0'), ...right];
  if (words.some((word) => !/^[\da-f]{1,4}$/i.test(word))) return undefined;
  return joinGroups(words.map((word) => Number.parseInt(word, 16)));
}
