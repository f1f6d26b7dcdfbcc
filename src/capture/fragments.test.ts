import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIpv4 } from '../testing/capture-files.ts';
import { createFragments } from './fragments.ts';
import { parseIp, type IpPacket } from './ip.ts';

const payload = Uint8Array.from({ length: 40 }, (_, index) => index);

function fragment(start: number, end: number, id = 1): IpPacket {
  const isLast = end === payload.byteLength;
  const packet = parseIp(buildIpv4(payload.subarray(start, end), { id, offset: start, isLast }));
  if (typeof packet === 'string') throw new Error(packet);
  return packet;
}

describe('The fragments of an IP packet', () => {
  test('are joined in any order, with repeated ones', () => {
    const parts = [fragment(0, 16), fragment(16, 24), fragment(24, 40)];
    const order = fc.shuffledSubarray(parts, { minLength: 3 });
    fc.assert(
      fc.property(order, fc.constantFrom(...parts), (shuffled, again) => {
        const fragments = createFragments<number>();
        const joined = [shuffled[0] ?? again, ...shuffled].flatMap(
          (part, index) => fragments.add(part, index) ?? [],
        );
        expect(joined).toMatchObject([{ payload, payloadLength: 40, fragment: undefined }]);
        expect(fragments.incomplete()).toEqual([]);
      }),
    );
  });

  test('of different packets are kept apart', () => {
    const fragments = createFragments<string>();
    expect(fragments.add(fragment(0, 24, 1), 'a')).toBeUndefined();
    expect(fragments.add(fragment(24, 40, 2), 'b')).toBeUndefined();
    expect(fragments.incomplete()).toEqual(['a', 'b']);
  });

  test('that overlap are dropped', () => {
    const fragments = createFragments<string>();
    expect(fragments.add(fragment(0, 32), 'a')).toBeUndefined();
    expect(fragments.add(fragment(24, 40), 'b')).toBeUndefined();
    expect(fragments.incomplete()).toEqual(['a', 'b']);
  });

  test('are forgotten if very many others follow', () => {
    const fragments = createFragments<number>();
    for (let id = 0; id < 1000; id += 1) fragments.add(fragment(0, 24, id), id);
    expect(fragments.add(fragment(24, 40, 0), 0)).toBeUndefined();
    expect(fragments.add(fragment(24, 40, 999), 0)).toMatchObject({ payload });
  });
});
