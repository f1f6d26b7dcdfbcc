import type { CaptureFormat, Frame, FrameList } from './frame.ts';
import { parsePcapng, sectionHeaderBlock } from './pcapng.ts';
import type { SkipReason } from './skip-reason.ts';
import { viewOf } from './view-of.ts';

const fileHeaderLength = 24;
const recordHeaderLength = 16;

/** Longest frame that libpcap writes (`MAXIMUM_SNAPLEN`), whatever snap length a file header claims. */
const longestFrame = 262_144;

/** Magic numbers of classic pcap: the first four bytes of the file, read as a big-endian number. */
const formats: ReadonlyMap<number, Pick<CaptureFormat, 'isLittleEndian' | 'ticksPerSecond'>> = new Map([
  [0xa1b2c3d4, { isLittleEndian: false, ticksPerSecond: 1e6 }],
  [0xd4c3b2a1, { isLittleEndian: true, ticksPerSecond: 1e6 }],
  [0xa1b23c4d, { isLittleEndian: false, ticksPerSecond: 1e9 }],
  [0x4d3cb2a1, { isLittleEndian: true, ticksPerSecond: 1e9 }],
]);

/**
 * Parses the frames of a capture file, classic pcap or pcapng. Never throws: a file that is truncated or malformed gives the
 * frames before the damage, and `skipped` says where and why reading stopped.
 */
export function parseFrames(bytes: Uint8Array): FrameList {
  const view = viewOf(bytes);
  const magic = bytes.byteLength < 4 ? 0 : view.getUint32(0);
  if (magic === sectionHeaderBlock) return parsePcapng(bytes, view);
  const found = formats.get(magic);
  if (found === undefined) return unreadable('not-a-capture');
  if (bytes.byteLength < fileHeaderLength) return unreadable('header-cut');
  const format: CaptureFormat = {
    container: 'pcap',
    ...found,
    snapLength: view.getUint32(16, found.isLittleEndian),
    // The upper 16 bits hold flags about frame checksums.
    linkType: view.getUint32(20, found.isLittleEndian) & 0xffff,
  };
  return { format, ...readRecords(bytes, view, format) };
}

function unreadable(reason: SkipReason): FrameList {
  return { format: undefined, frames: [], skipped: [{ frame: 0, offset: 0, reason }] };
}

function readRecords(
  bytes: Uint8Array,
  view: DataView,
  { isLittleEndian, ticksPerSecond, snapLength, linkType }: CaptureFormat,
): Pick<FrameList, 'frames' | 'skipped'> {
  const frames: Frame[] = [];
  const longest = Math.max(longestFrame, snapLength);
  const stop = (offset: number, reason: SkipReason) => ({
    frames,
    skipped: [{ frame: frames.length + 1, offset, reason }],
  });
  let offset = fileHeaderLength;
  while (offset < bytes.byteLength) {
    const start = offset + recordHeaderLength;
    if (start > bytes.byteLength) return stop(offset, 'header-cut');
    const [seconds, ticks, length, wireLength] = [0, 4, 8, 12].map((at) =>
      view.getUint32(offset + at, isLittleEndian),
    ) as [number, number, number, number];
    if (length > longest) return stop(offset, 'frame-too-long');
    if (start + length > bytes.byteLength) return stop(offset, 'frame-cut');
    frames.push({
      number: frames.length + 1,
      offset,
      seconds,
      nanoseconds: ticks * (1e9 / ticksPerSecond),
      linkType,
      wireLength,
      bytes: bytes.subarray(start, start + length),
    });
    offset = start + length;
  }
  return { frames, skipped: [] };
}
