import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPcap, usualForm } from '../../../../testing/build-capture.ts';
import { readPcap } from './pcap.ts';

const frames = [
  { seconds: 1_764_000_000, nanoseconds: 123_456_789, bytes: Uint8Array.of(1, 2, 3) },
  { seconds: 1_764_000_001, nanoseconds: 5000, bytes: new Uint8Array(0) },
  { seconds: 1_764_000_001, nanoseconds: 6000, bytes: Uint8Array.of(4) },
];

const forms = [true, false].flatMap((isLittleEndian) =>
  (['microseconds', 'nanoseconds'] as const).map((resolution) => ({
    ...usualForm,
    isLittleEndian,
    resolution,
  })),
);

describe('A capture', () => {
  test.each(forms)('is read in either byte order and resolution: $isLittleEndian, $resolution', (form) => {
    const pcap = readPcap(buildPcap(frames, form));
    const finest = form.resolution === 'nanoseconds' ? 1 : 1000;
    expect(pcap.format).toEqual(form);
    expect(pcap.skipped).toEqual([]);
    expect(pcap.frames.map(({ seconds, nanoseconds, bytes }) => ({ seconds, nanoseconds, bytes }))).toEqual(
      frames.map((frame) => ({
        ...frame,
        nanoseconds: Math.floor(frame.nanoseconds / finest) * finest,
      })),
    );
    expect(pcap.frames.map(({ number, offset }) => [number, offset])).toEqual([
      [1, 24],
      [2, 43],
      [3, 59],
    ]);
  });

  test('that was cut to a snap length tells how long its frames were', () => {
    const { frames: read } = readPcap(buildPcap(frames, { ...usualForm, snapLength: 2 }));
    expect(read.map(({ bytes, wireLength }) => [bytes.byteLength, wireLength])).toEqual([
      [2, 3],
      [0, 0],
      [1, 1],
    ]);
  });

  test('may stand anywhere in a buffer', () => {
    const pcap = buildPcap(frames);
    const within = new Uint8Array(pcap.byteLength + 7);
    within.set(pcap, 5);
    expect(readPcap(within.subarray(5, 5 + pcap.byteLength)).frames).toEqual(readPcap(pcap).frames);
  });

  test('cut short at any byte gives the frames before the cut, and where and why it ends', () => {
    const whole = buildPcap(frames);
    const ends = [24, 43, 59, 76];
    for (let length = 0; length <= whole.byteLength; length++) {
      const { frames: read, skipped } = readPcap(whole.subarray(0, length));
      const before = ends.filter((end) => end <= length);
      expect(read).toHaveLength(Math.max(0, before.length - 1));
      const isClean = ends.includes(length);
      const reason =
        length < 4
          ? 'not-pcap'
          : length < 24 || length - (before.at(-1) ?? 0) < 16
            ? 'header-cut'
            : 'frame-cut';
      expect(skipped).toEqual(
        isClean
          ? []
          : [{ frame: length < 24 ? 0 : read.length + 1, offset: length < 24 ? 0 : before.at(-1), reason }],
      );
    }
  });
});

describe('What is no capture', () => {
  test.each([
    ['nothing', [], 'not-pcap'],
    ['text', [...new TextEncoder().encode('GET / HTTP/1.1\r\nHost: example.org\r\n')], 'not-pcap'],
    ['the newer form', [0x0a, 0x0d, 0x0d, 0x0a, ...new Array<number>(40).fill(0)], 'pcapng'],
  ])('is called by its name: %s', (_what, bytes, reason) => {
    expect(readPcap(Uint8Array.from(bytes))).toEqual({
      format: undefined,
      frames: [],
      skipped: [{ frame: 0, offset: 0, reason }],
    });
  });

  test('is given up where a frame claims to be longer than any', () => {
    const pcap = buildPcap(frames);
    new DataView(pcap.buffer).setUint32(43 + 8, 0xffffffff, true);
    const { frames: read, skipped } = readPcap(pcap);
    expect(read).toHaveLength(1);
    expect(skipped).toEqual([{ frame: 2, offset: 43, reason: 'frame-too-long' }]);
  });

  test('neither throws nor goes on for ever, whatever stands behind the header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...forms), (garbage, form) => {
        const head = buildPcap([], form);
        const bytes = new Uint8Array([...head, ...garbage]);
        const { frames: read, skipped } = readPcap(bytes);
        const taken = read.reduce((sum, frame) => sum + 16 + frame.bytes.byteLength, 24);
        expect(taken === bytes.byteLength).toBe(skipped.length === 0);
        expect(skipped.map(({ offset }) => offset)).toEqual(skipped.length === 0 ? [] : [taken]);
      }),
    );
  });
});
