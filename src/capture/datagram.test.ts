import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFrame, joinBytes } from '../testing/capture-files.ts';
import { hostOf, parseDatagram, type Datagram, type Endpoint } from './datagram.ts';
import { parseIp } from './ip.ts';
import { findIpPacket } from './link.ts';
import type { SkipReason } from './skip-reason.ts';

const payload = Uint8Array.of(1, 2, 3, 4);

/** Builds a frame and overwrites the bytes at some offsets. */
function frameWith(changes: Readonly<Record<number, number>>): Uint8Array {
  const frame = buildFrame(payload);
  for (const [at, byte] of Object.entries(changes)) frame[Number(at)] = byte;
  return frame;
}

function read(frame: Uint8Array): Datagram | SkipReason {
  const packet = findIpPacket(frame, 1);
  const ip = typeof packet === 'string' ? packet : parseIp(packet);
  return typeof ip === 'string' ? ip : parseDatagram(ip);
}

describe('A frame with a UDP datagram', () => {
  test('gives the datagram', () => {
    expect(read(buildFrame(payload))).toEqual({
      from: '10.9.1.2:6000',
      to: '10.9.2.2:40000',
      payload,
      payloadLength: 4,
    });
  });

  test('may have Ethernet padding after the datagram', () => {
    const padded = joinBytes([buildFrame(payload), new Uint8Array(14)]);
    expect(read(padded)).toEqual(read(buildFrame(payload)));
  });

  test('may have IP options', () => {
    const frame = buildFrame(payload);
    const withOptions = joinBytes([frame.subarray(0, 34), new Uint8Array(8), frame.subarray(34)]);
    withOptions[14] = 0x47;
    withOptions[17] = 40;
    expect(read(withOptions)).toEqual(read(frame));
  });

  test('cut by the snap length gives the rest of the payload and its length on the wire', () => {
    expect(read(buildFrame(payload).subarray(0, 44))).toMatchObject({
      payload: Uint8Array.of(1, 2),
      payloadLength: 4,
    });
  });

  test('has endpoints whose hosts are what comes before the port', () => {
    expect(hostOf('10.9.1.2:6000')).toBe('10.9.1.2');
    expect(hostOf('[2001:db8::1]:6000' as Endpoint)).toBe('[2001:db8::1]');
  });
});

describe('A frame without a UDP datagram', () => {
  test.each([
    ['truncated in the Ethernet header', buildFrame(payload).subarray(0, 13), 'link-cut'],
    ['ARP', frameWith({ 13: 0x06 }), 'not-ip'],
    ['truncated in the IP header', buildFrame(payload).subarray(0, 30), 'ip-cut'],
    ['truncated in the IP options', frameWith({ 14: 0x4f, 17: 60 }).subarray(0, 46), 'ip-cut'],
    ['IP version 5', frameWith({ 14: 0x55 }), 'ip-header'],
    ['an IP header length below the minimum', frameWith({ 14: 0x44 }), 'ip-header'],
    ['a total length below the header length', frameWith({ 17: 19 }), 'ip-header'],
    ['truncated in the UDP header', buildFrame(payload).subarray(0, 40), 'udp-cut'],
    ['an IP packet too short for a UDP header', frameWith({ 17: 24 }), 'udp-length'],
    ['a UDP length below the header length', frameWith({ 39: 7 }), 'udp-length'],
    ['a UDP length beyond the IP packet', frameWith({ 39: 13 }), 'udp-length'],
  ])('is reported with the reason: %s', (_what, frame, reason) => {
    expect(read(frame)).toBe(reason);
  });

  test('never throws, whatever its bytes are', () => {
    const garbage = fc.uint8Array({ maxLength: 80 });
    const likely = garbage.map((bytes) => joinBytes([buildFrame(payload).subarray(0, 15), bytes]));
    fc.assert(
      fc.property(fc.oneof(garbage, likely), (frame) => {
        expect(() => read(frame)).not.toThrow();
      }),
    );
  });
});
