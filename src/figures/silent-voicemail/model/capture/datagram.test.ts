import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFrame, joinBytes } from '../../../../testing/build-capture.ts';
import { readDatagram } from './datagram.ts';

const payload = Uint8Array.of(1, 2, 3, 4);

/** A frame with some of its bytes others. */
function frameWith(changes: Readonly<Record<number, number>>): Uint8Array {
  const frame = buildFrame(payload);
  for (const [at, byte] of Object.entries(changes)) frame[Number(at)] = byte;
  return frame;
}

describe('A frame', () => {
  test('gives the datagram that it carries', () => {
    expect(readDatagram(buildFrame(payload))).toEqual({
      from: '10.9.1.2:6000',
      to: '10.9.2.2:40000',
      payload,
      payloadLength: 4,
    });
  });

  test('may be padded behind its datagram, as Ethernet does with short ones', () => {
    const padded = joinBytes([buildFrame(payload), new Uint8Array(14)]);
    expect(readDatagram(padded)).toEqual(readDatagram(buildFrame(payload)));
  });

  test('may have options in its IP header', () => {
    const frame = buildFrame(payload);
    const withOptions = joinBytes([frame.subarray(0, 34), new Uint8Array(8), frame.subarray(34)]);
    withOptions[14] = 0x47;
    withOptions[17] = 40;
    expect(readDatagram(withOptions)).toEqual(readDatagram(frame));
  });

  test('that a snap length has cut gives what is left, and says how much there was', () => {
    expect(readDatagram(buildFrame(payload).subarray(0, 44))).toMatchObject({
      payload: Uint8Array.of(1, 2),
      payloadLength: 4,
    });
  });
});

describe('A frame without a datagram', () => {
  test.each([
    ['one that ends in its Ethernet header', buildFrame(payload).subarray(0, 13), 'ethernet-cut'],
    ['ARP', frameWith({ 13: 0x06 }), 'not-ipv4'],
    ['IPv6', frameWith({ 12: 0x86, 13: 0xdd }), 'not-ipv4'],
    ['one that ends in its IP header', buildFrame(payload).subarray(0, 30), 'ip-cut'],
    ['one that ends in its IP options', frameWith({ 14: 0x4f, 17: 60 }).subarray(0, 46), 'ip-cut'],
    ['version 6 in the place of 4', frameWith({ 14: 0x65 }), 'ip-header'],
    ['an IP header shorter than any', frameWith({ 14: 0x44 }), 'ip-header'],
    ['a packet shorter than its header', frameWith({ 17: 19 }), 'ip-header'],
    ['the first piece of a packet', frameWith({ 20: 0x20 }), 'fragment'],
    ['a later piece of a packet', frameWith({ 21: 0x10 }), 'fragment'],
    ['TCP', frameWith({ 23: 6 }), 'not-udp'],
    ['one that ends in its UDP header', buildFrame(payload).subarray(0, 40), 'udp-cut'],
    ['a packet with no room for a UDP header', frameWith({ 17: 24 }), 'udp-length'],
    ['a datagram shorter than its header', frameWith({ 39: 7 }), 'udp-length'],
    ['a datagram longer than its packet', frameWith({ 39: 13 }), 'udp-length'],
  ])('is named by what it is: %s', (_what, frame, reason) => {
    expect(readDatagram(frame)).toBe(reason);
  });

  test('never throws, whatever it holds', () => {
    const garbage = fc.uint8Array({ maxLength: 80 });
    const likely = garbage.map((bytes) => joinBytes([buildFrame(payload).subarray(0, 15), bytes]));
    fc.assert(
      fc.property(fc.oneof(garbage, likely), (frame) => {
        expect(() => readDatagram(frame)).not.toThrow();
      }),
    );
  });
});
