import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildFrame,
  buildPcap,
  buildPcapng,
  buildPcapngBlock,
  defaultFormat,
  joinBytes,
  readCaptureFile,
} from '../testing/capture-files.ts';
import { parseFrames } from './pcap.ts';
import { parseCapture } from './parse-capture.ts';

const frames = [
  { seconds: 1_764_000_000, nanoseconds: 123_456_789, bytes: Uint8Array.of(1, 2, 3) },
  { seconds: 1_764_000_001, nanoseconds: 5000, bytes: new Uint8Array(0) },
  { seconds: 1_764_000_001, nanoseconds: 6000, bytes: Uint8Array.of(4) },
];

const formats = [true, false].flatMap((isLittleEndian) =>
  [1e3, 1e6, 1e9].map((ticksPerSecond) => ({ ...defaultFormat, isLittleEndian, ticksPerSecond })),
);

const sectionLength = 28;
const interfaceLength = 28;

describe('A pcapng file', () => {
  test.each(formats)(
    'is read in any byte order and resolution: little-endian $isLittleEndian, $ticksPerSecond ticks per second',
    (format) => {
      const list = parseFrames(buildPcapng(frames, format));
      const tick = 1e9 / format.ticksPerSecond;
      expect(list.format).toEqual({ container: 'pcapng', ...format });
      expect(list.skipped).toEqual([]);
      expect(list.frames.map(({ seconds, nanoseconds, bytes }) => ({ seconds, nanoseconds, bytes }))).toEqual(
        frames.map((frame) => ({ ...frame, nanoseconds: Math.floor(frame.nanoseconds / tick) * tick })),
      );
      expect(list.frames.map(({ number, offset }) => [number, offset])).toEqual([
        [1, 56],
        [2, 92],
        [3, 124],
      ]);
    },
  );

  test('is recognized by its first bytes', () => {
    expect(parseFrames(buildPcap(frames)).format?.container).toBe('pcap');
    expect(parseFrames(buildPcapng(frames)).format?.container).toBe('pcapng');
  });

  test('gives the same packets as the pcap file it was converted from', () => {
    for (const name of ['call-ok', 'call-nat']) {
      const pcap = readCaptureFile(name);
      const pcapng = buildPcapng(parseFrames(pcap).frames);
      expect(parseCapture(pcapng).packets).toEqual(parseCapture(pcap).packets);
    }
  });

  test('cut to a snap length keeps the length of its frames on the wire', () => {
    const { frames: read } = parseFrames(buildPcapng(frames, { ...defaultFormat, snapLength: 2 }));
    expect(read.map(({ bytes, wireLength }) => [bytes.byteLength, wireLength])).toEqual([
      [2, 3],
      [0, 0],
      [1, 1],
    ]);
  });

  test('may have a resolution in powers of two', () => {
    const bytes = buildPcapng(frames);
    // 2⁻¹⁰ seconds: the top bit of if_tsresol is set.
    bytes[sectionLength + 20] = 0x80 | 10;
    const [first] = parseFrames(bytes).frames;
    const ticks = 1_764_000_000 * 1e6 + 123_456;
    expect(first?.seconds).toBe(Math.floor(ticks / 1024));
    expect(first?.nanoseconds).toBe(Math.floor(((ticks % 1024) / 1024) * 1e9));
  });

  test('has microseconds without the option for the resolution', () => {
    const captureInterface = buildPcapngBlock(1, Uint8Array.of(1, 0, 0, 0, 0, 0, 4, 0));
    const bytes = buildPcapng(frames);
    const without = joinBytes([
      bytes.subarray(0, sectionLength),
      captureInterface,
      bytes.subarray(sectionLength + interfaceLength),
    ]);
    expect(parseFrames(without).format).toEqual({ container: 'pcapng', ...defaultFormat });
    expect(parseFrames(without).frames.map(({ nanoseconds }) => nanoseconds)).toEqual([
      123_456_000, 5000, 6000,
    ]);
  });

  test('may have several sections, each with its own byte order and interfaces', () => {
    const other = buildPcapng(frames, { ...defaultFormat, isLittleEndian: false, linkType: 113 });
    const { frames: read, skipped } = parseFrames(joinBytes([buildPcapng(frames), other]));
    expect(skipped).toEqual([]);
    expect(read.map(({ number, linkType }) => [number, linkType])).toEqual([
      ...[1, 2, 3].map((number) => [number, 1]),
      ...[4, 5, 6].map((number) => [number, 113]),
    ]);
  });

  test('has packets of the interfaces whose link type is decoded', () => {
    const other = buildPcapng(frames.slice(0, 1), { ...defaultFormat, linkType: 105 });
    const sip = new TextEncoder().encode('BYE sip:a SIP/2.0\r\nCall-ID: x\r\nCSeq: 2 BYE\r\n\r\n');
    const ethernet = buildPcapng([{ seconds: 1, nanoseconds: 0, bytes: buildFrame(sip) }]);
    const capture = parseCapture(joinBytes([other, ethernet]));
    expect(capture.packets.map(({ frame, protocol }) => [frame, protocol])).toEqual([[2, 'sip']]);
    expect(capture.skipped).toEqual([{ frame: 1, offset: 56, reason: 'link-type' }]);
  });

  test('skips blocks of unknown types, and reports packets without a timestamp', () => {
    const bytes = joinBytes([
      buildPcapng(frames.slice(0, 1)),
      buildPcapngBlock(5, Uint8Array.of(1, 2, 3, 4)),
      buildPcapngBlock(3, Uint8Array.of(1, 0, 0, 0, 7)),
    ]);
    expect(parseFrames(bytes)).toMatchObject({
      frames: [{ number: 1 }],
      skipped: [{ frame: 2, offset: 108, reason: 'no-timestamp' }],
    });
    expect(parseCapture(bytes).frameCount).toBe(2);
  });
});

describe('A malformed pcapng file', () => {
  test('truncated at any byte gives the frames before the cut, and where and why reading stopped', () => {
    const whole = buildPcapng(frames);
    const ends = [0, 28, 56, 92, 124, 160];
    for (let length = 4; length <= whole.byteLength; length++) {
      const { frames: read, skipped } = parseFrames(whole.subarray(0, length));
      const before = ends.filter((end) => end <= length);
      const frame = before.length < 3 ? 0 : before.length - 2;
      expect(read).toHaveLength(Math.max(0, before.length - 3));
      expect(skipped).toEqual(
        ends.includes(length) ? [] : [{ frame, offset: before.at(-1), reason: 'block-cut' }],
      );
    }
  });

  test.each([
    ['a byte-order magic of neither order', 8, 0],
    ['a section length that is not a multiple of four', 4, 29],
    ['a block shorter than its own header', sectionLength + 4, 8],
    ['an interface block without room for its fields', sectionLength + 4, 12],
    ['a packet of an interface that isn’t described', 56 + 8, 1],
    ['a frame longer than its block', 56 + 20, 200],
  ])('is read up to %s', (_what, offset, byte) => {
    const bytes = buildPcapng(frames);
    bytes[offset] = byte;
    const { frames: read, skipped } = parseFrames(bytes);
    expect(read).toEqual([]);
    expect(skipped).toMatchObject([{ offset: Math.floor(offset / 28) * 28, reason: 'block-malformed' }]);
  });

  test('never throws or loops, whatever bytes follow the header or replace others', () => {
    const good = buildPcapng(frames);
    const changes = fc.array(fc.tuple(fc.nat(good.byteLength - 1), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), changes, fc.boolean(), (garbage, changed, isWhole) => {
        const bytes = joinBytes([isWhole ? good : good.subarray(0, 56), garbage]);
        for (const [at, byte] of changed) if (at > 3) bytes[Math.min(at, bytes.byteLength - 1)] = byte;
        const { frames: read, skipped } = parseFrames(bytes);
        expect(read.length).toBeLessThanOrEqual(bytes.byteLength / 32);
        expect(skipped.filter(({ reason }) => reason !== 'no-timestamp').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
