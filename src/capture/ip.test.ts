import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIpv4, buildIpv6, joinBytes } from '../testing/capture-files.ts';
import { normalizeIpv6, parseIp } from './ip.ts';

const payload = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

describe('An IP packet', () => {
  test('of version 4 gives its addresses, protocol and payload', () => {
    expect(parseIp(buildIpv4(payload))).toEqual({
      source: '10.9.1.2',
      destination: '10.9.2.2',
      protocol: 17,
      payload,
      payloadLength: 8,
      fragment: undefined,
    });
  });

  test('of version 6 gives its addresses in brackets', () => {
    expect(parseIp(buildIpv6(payload))).toEqual({
      source: '[2001:db8::1]',
      destination: '[2001:db8::2]',
      protocol: 17,
      payload,
      payloadLength: 8,
      fragment: undefined,
    });
  });

  test.each([
    ['hop-by-hop options', 0, [17, 0, 0, 0, 0, 0, 0, 0]],
    ['long destination options', 60, [17, 1, ...new Uint8Array(14)]],
    ['authentication', 51, [17, 1, ...new Uint8Array(10)]],
    ['a fragment header of a whole packet', 44, [17, 0, 0, 0, 0, 0, 0, 1]],
  ])('may have the extension header for %s', (_what, type, header) => {
    const bytes = buildIpv6(joinBytes([Uint8Array.from(header), payload]), type);
    expect(parseIp(bytes)).toMatchObject({ protocol: 17, payload, fragment: undefined });
    const cut = bytes.subarray(0, 44);
    expect(parseIp(cut)).toBe('ip-cut');
  });

  test('may be inside others, of either version, but not without end', () => {
    expect(parseIp(buildIpv4(buildIpv6(payload), { protocol: 41 }))).toMatchObject({
      source: '[2001:db8::1]',
      protocol: 17,
    });
    let nested = buildIpv4(payload);
    for (let depth = 0; depth < 10; depth += 1) nested = buildIpv4(nested, { protocol: 4 });
    expect(parseIp(nested)).toMatchObject({ protocol: 4 });
  });

  test('has the captured length if a network card was to fill in the length', () => {
    const bytes = buildIpv4(payload);
    bytes.set([0, 0], 2);
    expect(parseIp(bytes)).toMatchObject({ payload, payloadLength: 8 });
  });

  test('tells the place of a fragment', () => {
    const fragment = { id: 7, offset: 16, isLast: false };
    expect(parseIp(buildIpv4(payload, fragment))).toMatchObject({ fragment });
    const header = Uint8Array.of(17, 0, 0, 17, 0, 0, 0, 7);
    expect(parseIp(buildIpv6(joinBytes([header, payload]), 44))).toMatchObject({ fragment, payload });
  });
});

describe('An IPv6 address', () => {
  test.each([
    ['2001:DB8:0:0:0:0:0:1', '[2001:db8::1]'],
    ['2001:db8:0:1:1:1:1:1', '[2001:db8:0:1:1:1:1:1]'],
    ['2001:0:0:1:0:0:0:1', '[2001:0:0:1::1]'],
    ['0:0:0:0:0:0:0:0', '[::]'],
    ['::', '[::]'],
    ['fe80::', '[fe80::]'],
    ['10:0:0:a0:0:0:0:0', '[10:0:0:a0::]'],
  ])('is written as in RFC 5952: %s', (text, written) => {
    expect(normalizeIpv6(text)).toBe(written);
  });

  test.each(['', '1', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1::2::3', ':::', '12345::', '10.9.1.2'])(
    'is not “%s”',
    (text) => {
      expect(normalizeIpv6(text)).toBeUndefined();
    },
  );

  test('is written in the same way whether it comes from a packet or from text', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const written = normalizeIpv6(text);
        if (!text.includes('.')) expect(normalizeIpv6(written?.slice(1, -1) ?? '')).toBe(written);
      }),
    );
  });
});
