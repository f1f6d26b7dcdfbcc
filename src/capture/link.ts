import type { SkipReason } from './skip-reason.ts';
import { viewOf } from './view-of.ts';

/** Numbers of link types (https://www.tcpdump.org/linktypes.html). */
const loopbackTypes: readonly number[] = [0, 108];
const ethernet = 1;
/** Raw IP, under the number of the format and those that some systems write. */
const rawIpTypes: readonly number[] = [12, 14, 101, 228, 229];
const linuxCooked = 113;
const linuxCooked2 = 276;

const etherTypes = { ipv4: 0x0800, ipv6: 0x86dd, pppoeSession: 0x8864 } as const;

/** EtherTypes of VLAN tags: IEEE 802.1Q, 802.1ad, and the number used before 802.1ad. */
const vlanTypes: readonly number[] = [0x8100, 0x88a8, 0x9100];

/** Protocol numbers of PPP for IPv4 and IPv6. */
const pppIpTypes: readonly number[] = [0x0021, 0x0057];

/** Returns whether frames of a link type are decoded. */
export function isKnownLinkType(linkType: number): boolean {
  return [...loopbackTypes, ...rawIpTypes, ethernet, linuxCooked, linuxCooked2].includes(linkType);
}

/** Finds the IP packet in a frame, or returns the reason if there is none. */
export function findIpPacket(frame: Uint8Array, linkType: number): Uint8Array | SkipReason {
  if (linkType === ethernet) return readEtherType(frame, 12);
  if (rawIpTypes.includes(linkType)) return frame;
  // The header is an address family, whose numbers differ between systems; the IP header has the version anyway.
  if (loopbackTypes.includes(linkType)) return skipHeader(frame, 4);
  if (linkType === linuxCooked) return readEtherType(frame, 14);
  if (linkType === linuxCooked2) return readEtherType(frame, 0, 20);
  return 'link-type';
}

/** Reads the EtherType at an offset, after VLAN tags, and returns what follows it. */
function readEtherType(frame: Uint8Array, at: number, end = at + 2): Uint8Array | SkipReason {
  if (frame.byteLength < end) return 'link-cut';
  const view = viewOf(frame);
  let type = view.getUint16(at);
  let start = end;
  while (vlanTypes.includes(type)) {
    if (frame.byteLength < start + 4) return 'link-cut';
    type = view.getUint16(start + 2);
    start += 4;
  }
  if (type === etherTypes.ipv4 || type === etherTypes.ipv6) return frame.subarray(start);
  if (type !== etherTypes.pppoeSession) return 'not-ip';
  if (frame.byteLength < start + 8) return 'link-cut';
  return pppIpTypes.includes(view.getUint16(start + 6)) ? frame.subarray(start + 8) : 'not-ip';
}

function skipHeader(frame: Uint8Array, length: number): Uint8Array | SkipReason {
  return frame.byteLength < length ? 'link-cut' : frame.subarray(length);
}
