import { describe, expect, test } from 'vitest';
import { joinBytes } from '../testing/capture-files.ts';
import { findIpPacket, isKnownLinkType } from './link.ts';

const packet = Uint8Array.of(0x45, 1, 2, 3);
const zeros = (length: number): Uint8Array => new Uint8Array(length);
const frame = (...parts: (Uint8Array | number[])[]): Uint8Array =>
  joinBytes([...parts.map((part) => Uint8Array.from(part)), packet]);

/** A header for each link type that is decoded, and each kind of tag. */
const headers: [string, number, Uint8Array][] = [
  ['Ethernet', 1, frame(zeros(12), [0x08, 0])],
  ['Ethernet with IPv6', 1, frame(zeros(12), [0x86, 0xdd])],
  ['Ethernet with a VLAN tag', 1, frame(zeros(12), [0x81, 0, 0, 7, 0x08, 0])],
  ['Ethernet with two VLAN tags', 1, frame(zeros(12), [0x88, 0xa8, 0, 7, 0x81, 0, 0, 8, 0x08, 0])],
  ['Ethernet with PPPoE', 1, frame(zeros(12), [0x88, 0x64, 0x11, 0, 0, 1, 0, 6, 0, 0x21])],
  ['BSD loopback', 0, frame([2, 0, 0, 0])],
  ['OpenBSD loopback', 108, frame([0, 0, 0, 2])],
  ['raw IP', 101, frame()],
  ['raw IPv4', 228, frame()],
  ['Linux cooked capture', 113, frame(zeros(14), [0x08, 0])],
  ['Linux cooked capture v2', 276, frame([0x08, 0], zeros(18))],
];

describe('The IP packet of a frame', () => {
  test.each(headers)('is found after the header of %s', (_name, linkType, bytes) => {
    expect(isKnownLinkType(linkType)).toBe(true);
    expect(findIpPacket(bytes, linkType)).toEqual(packet);
  });

  test.each(headers)(
    'is missing if the frame is cut anywhere in the header of %s',
    (_name, linkType, bytes) => {
      for (let length = 0; length < bytes.byteLength - packet.byteLength; length += 1)
        expect(findIpPacket(bytes.subarray(0, length), linkType)).toBe('link-cut');
    },
  );

  test.each([
    ['ARP', frame(zeros(12), [0x08, 0x06])],
    ['PPPoE with another protocol', frame(zeros(12), [0x88, 0x64, 0x11, 0, 0, 1, 0, 6, 0xc0, 0x21])],
  ])('is missing in %s', (_name, bytes) => {
    expect(findIpPacket(bytes, 1)).toBe('not-ip');
  });

  test('is not looked for in frames of other link types', () => {
    expect(isKnownLinkType(105)).toBe(false);
    expect(findIpPacket(packet, 105)).toBe('link-type');
  });
});
