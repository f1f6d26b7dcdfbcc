import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPcap, defaultFormat } from '../testing/capture-files.ts';
import { parseFrames } from './pcap.ts';

const frames = [
  { seconds: 1_764_000_000, nanoseconds: 123_456_789, bytes: Uint8Array.of(1, 2, 3) },
  { seconds: 1_764_000_001, nanoseconds: 5000, bytes: new Uint8Array(0) },
  { seconds: 1_764_000_001, nanoseconds: 6000, bytes: Uint8Array.of(4) },
];

const formats = [true, false].flatMap((isLittleEndian) =>
  [1e6, 1e9].map((ticksPerSecond) => ({ ...defaultFormat, isLittleEndian, ticksPerSecond })),
);

describe('A pcap file', () => {
  test.each(formats)(
    'is read in any byte order and resolution: little-endian $isLittleEndian, $ticksPerSecond ticks per second',
    (format) => {
      const pcap = parseFrames(buildPcap(frames, format));
      const tick = 1e9 / format.ticksPerSecond;
      expect(pcap.format).toEqual({ container: 'pcap', ...format });
      expect(pcap.skipped).toEqual([]);
      expect(pcap.frames.map(({ seconds, nanoseconds, bytes }) => ({ seconds, nanoseconds, bytes }))).toEqual(
        frames.map((frame) => ({
          ...frame,
          nanoseconds: Math.floor(frame.nanoseconds / tick) * tick,
        })),
      );
      expect(pcap.frames.map(({ number, offset }) => [number, offset])).toEqual([
        [1, 24],
        [2, 43],
        [3, 59],
      ]);
    },
  );

  test('cut to a snap length keeps the length of its frames on the wire', () => {
    const { frames: read } = parseFrames(buildPcap(frames, { ...defaultFormat, snapLength: 2 }));
    expect(read.map(({ bytes, wireLength }) => [bytes.byteLength, wireLength])).toEqual([
      [2, 3],
      [0, 0],
      [1, 1],
    ]);
  });

  test('may start at any offset of a buffer', () => {
    const pcap = buildPcap(frames);
    const within = new Uint8Array(pcap.byteLength + 7);
    within.set(pcap, 5);
    expect(parseFrames(within.subarray(5, 5 + pcap.byteLength)).frames).toEqual(parseFrames(pcap).frames);
  });

  test('truncated at any byte gives the frames before the cut, and where and why reading stopped', () => {
    const whole = buildPcap(frames);
    const ends = [24, 43, 59, 76];
    for (let length = 0; length <= whole.byteLength; length++) {
      const { frames: read, skipped } = parseFrames(whole.subarray(0, length));
      const before = ends.filter((end) => end <= length);
      expect(read).toHaveLength(Math.max(0, before.length - 1));
      const isClean = ends.includes(length);
      const reason =
        length < 4
          ? 'not-a-capture'
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

describe('A malformed file', () => {
  test.each([
    ['an empty file', [], 'not-a-capture'],
    ['text', [...new TextEncoder().encode('GET / HTTP/1.1\r\nHost: example.org\r\n')], 'not-a-capture'],
    [
      'a malformed pcapng file',
      [0x0a, 0x0d, 0x0d, 0x0a, ...new Array<number>(40).fill(0)],
      'block-malformed',
    ],
  ])('is reported with the reason: %s', (_what, bytes, reason) => {
    expect(parseFrames(Uint8Array.from(bytes))).toEqual({
      format: undefined,
      frames: [],
      skipped: [{ frame: 0, offset: 0, reason }],
    });
  });

  test('is read up to a frame with an impossible length', () => {
    const pcap = buildPcap(frames);
    new DataView(pcap.buffer).setUint32(43 + 8, 0xffffffff, true);
    const { frames: read, skipped } = parseFrames(pcap);
    expect(read).toHaveLength(1);
    expect(skipped).toEqual([{ frame: 2, offset: 43, reason: 'frame-too-long' }]);
  });

  test('never throws or loops, whatever bytes follow the header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...formats), (garbage, format) => {
        const head = buildPcap([], format);
        const bytes = new Uint8Array([...head, ...garbage]);
        const { frames: read, skipped } = parseFrames(bytes);
        const taken = read.reduce((sum, frame) => sum + 16 + frame.bytes.byteLength, 24);
        expect(taken === bytes.byteLength).toBe(skipped.length === 0);
        expect(skipped.map(({ offset }) => offset)).toEqual(skipped.length === 0 ? [] : [taken]);
      }),
    );
  });
});
