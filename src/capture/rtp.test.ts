import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRtp } from './rtp.ts';

/** Returns a datagram payload that was captured as a whole. */
function whole(...bytes: number[]) {
  return { payload: Uint8Array.from(bytes), payloadLength: bytes.length };
}

const rest = [0x03, 0xe8, 0, 0, 0x01, 0x40, 0x0b, 0xad, 0xca, 0xfe];

describe('An RTP packet', () => {
  test('gives its marker, payload type, sequence number, timestamp and SSRC', () => {
    expect(parseRtp(whole(0x80, 0x88, ...rest, 0xd5, 0xd5))).toEqual({
      marker: true,
      payloadType: 8,
      sequence: 1000,
      timestamp: 320,
      ssrc: 0x0badcafe,
      payload: Uint8Array.of(0xd5, 0xd5),
      payloadLength: 2,
    });
  });

  test.each([
    ['contributing sources', [0x81, 8, ...rest, 1, 2, 3, 4]],
    ['a header extension', [0x90, 8, ...rest, 0xbe, 0xde, 0, 1, 1, 2, 3, 4]],
  ])('has its payload after %s', (_what, head) => {
    expect(parseRtp(whole(...head, 7))).toMatchObject({ payload: Uint8Array.of(7), payloadLength: 1 });
  });

  test('has its payload before the padding, if the padding was captured', () => {
    expect(parseRtp(whole(0xa0, 8, ...rest, 7, 0, 2))).toMatchObject({
      payload: Uint8Array.of(7),
      payloadLength: 1,
    });
    const cut = { payload: Uint8Array.of(0xa0, 8, ...rest, 7), payloadLength: 15 };
    expect(parseRtp(cut)).toMatchObject({ payload: Uint8Array.of(7), payloadLength: 3 });
  });

  test.each([
    ['a truncated header', [0x80, 8, ...rest.slice(1)], 'rtp-header'],
    ['another version', [0x40, 8, ...rest], 'rtp-header'],
    ['missing contributing sources', [0x8f, 8, ...rest, 1], 'rtp-header'],
    ['a missing header extension', [0x90, 8, ...rest, 1], 'rtp-header'],
    ['a header extension longer than the packet', [0x90, 8, ...rest, 0, 0, 0, 9], 'rtp-header'],
    ['more padding than packet', [0xa0, 8, ...rest, 200], 'rtp-header'],
    ['an RTCP report', [0x80, 200, ...rest], 'rtcp'],
  ])('is not read from a datagram with %s', (_what, bytes, reason) => {
    expect(parseRtp(whole(...bytes))).toBe(reason);
  });

  test('is read without throwing from any bytes that start like one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(40), (bytes, more) => {
        const payload = Uint8Array.from([0x80 | ((bytes[0] ?? 0) & 0x3f), ...bytes]);
        const read = parseRtp({ payload, payloadLength: payload.byteLength + more });
        if (typeof read !== 'string')
          expect(read.payloadLength).toBeGreaterThanOrEqual(read.payload.byteLength);
      }),
    );
  });
});
