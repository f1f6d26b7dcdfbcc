import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFrame, joinBytes } from '../testing/capture-files.ts';
import { parseDatagram } from './datagram.ts';

const payload = Uint8Array.of(1, 2, 3, 4);

/** Builds a frame and overwrites the bytes at some offsets. */
function frameWith(changes: Readonly<Record<number, number>>): Uint8Array {
  const frame = buildFrame(payload);
  for (const [at, byte] of Object.entries(changes)) frame[Number(at)] = byte;
  return frame;
}

describe('A frame with a UDP datagram', () => {
  test('gives the datagram', () => {
    expect(parseDatagram(buildFrame(payload))).toEqual({
      from: '10.9.1.2:6000',
      to: '10.9.2.2:40000',
      payload,
      payloadLength: 4,
    });
  });

  test('may have Ethernet padding after the datagram', () => {
    const padded = joinBytes([buildFrame(payload), new Uint8Array(14)]);
    expect(parseDatagram(padded)).toEqual(parseDatagram(buildFrame(payload)));
  });

  test('may have IP options', () => {
    const frame = buildFrame(payload);
    const withOptions = joinBytes([frame.subarray(0, 34), new Uint8Array(8), frame.subarray(34)]);
    withOptions[14] = 0x47;
    withOptions[17] = 40;
    expect(parseDatagram(withOptions)).toEqual(parseDatagram(frame));
  });

  test('cut by the snap length gives the rest of the payload and its length on the wire', () => {
    expect(parseDatagram(buildFrame(payload).subarray(0, 44))).toMatchObject({
      payload: Uint8Array.of(1, 2),
      payloadLength: 4,
    });
  });
});

describe('A frame without a UDP datagram', () => {
  test.each([
    ['truncated in the Ethernet header', buildFrame(payload).subarray(0, 13), 'ethernet-cut'],
    ['ARP', frameWith({ 13: 0x06 }), 'not-ipv4'],
    ['IPv6', frameWith({ 12: 0x86, 13: 0xdd }), 'not-ipv4'],
    ['truncated in the IP header', buildFrame(payload).subarray(0, 30), 'ip-cut'],
    ['truncated in the IP options', frameWith({ 14: 0x4f, 17: 60 }).subarray(0, 46), 'ip-cut'],
    ['IP version 6 in an IPv4 frame', frameWith({ 14: 0x65 }), 'ip-header'],
    ['an IP header length below the minimum', frameWith({ 14: 0x44 }), 'ip-header'],
    ['a total length below the header length', frameWith({ 17: 19 }), 'ip-header'],
    ['the first fragment of a packet', frameWith({ 20: 0x20 }), 'fragment'],
    ['a later fragment of a packet', frameWith({ 21: 0x10 }), 'fragment'],
    ['TCP', frameWith({ 23: 6 }), 'not-udp'],
    ['truncated in the UDP header', buildFrame(payload).subarray(0, 40), 'udp-cut'],
    ['an IP packet too short for a UDP header', frameWith({ 17: 24 }), 'udp-length'],
    ['a UDP length below the header length', frameWith({ 39: 7 }), 'udp-length'],
    ['a UDP length beyond the IP packet', frameWith({ 39: 13 }), 'udp-length'],
  ])('is reported with the reason: %s', (_what, frame, reason) => {
    expect(parseDatagram(frame)).toBe(reason);
  });

  test('never throws, whatever its bytes are', () => {
    const garbage = fc.uint8Array({ maxLength: 80 });
    const likely = garbage.map((bytes) => joinBytes([buildFrame(payload).subarray(0, 15), bytes]));
    fc.assert(
      fc.property(fc.oneof(garbage, likely), (frame) => {
        expect(() => parseDatagram(frame)).not.toThrow();
      }),
    );
  });
});
