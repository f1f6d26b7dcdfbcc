import type { Skipped, SkipReason } from './skipped.ts';

/** A frame as it was captured, not looked into. */
export interface PcapFrame {
  /** Counted from 1, as tcpdump and Wireshark do. */
  number: number;
  /** Where in the file its record begins, in bytes. */
  offset: number;
  seconds: number;
  nanoseconds: number;
  /** How long it was on the wire; more than is kept where the snap length cut it. */
  wireLength: number;
  bytes: Uint8Array;
}

/** What the header of a capture says. */
export interface PcapFormat {
  isLittleEndian: boolean;
  resolution: 'microseconds' | 'nanoseconds';
  snapLength: number;
  linkType: number;
}

/** A capture in frames, and what of the file could not be read. */
export interface Pcap {
  format: PcapFormat | undefined;
  frames: PcapFrame[];
  skipped: Skipped[];
}

/** Ethernet, the only link whose frames are looked into (https://www.tcpdump.org/linktypes.html). */
export const ethernet = 1;

const fileHeaderLength = 24;
const recordHeaderLength = 16;

/** Longest frame that libpcap itself writes, whatever the snap length in a header says. */
const longestFrame = 262_144;

/** The first four bytes of a classic capture, read as a big-endian number. */
const formats: ReadonlyMap<number, Pick<PcapFormat, 'isLittleEndian' | 'resolution'>> = new Map([
  [0xa1b2c3d4, { isLittleEndian: false, resolution: 'microseconds' }],
  [0xd4c3b2a1, { isLittleEndian: true, resolution: 'microseconds' }],
  [0xa1b23c4d, { isLittleEndian: false, resolution: 'nanoseconds' }],
  [0x4d3cb2a1, { isLittleEndian: true, resolution: 'nanoseconds' }],
]);

const pcapngBlock = 0x0a0d0d0a;

/** The frames of a capture in classic pcap form; of bytes that are none, or end too soon, what can be had and why no more. */
export function readPcap(bytes: Uint8Array): Pcap {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = bytes.byteLength < 4 ? 0 : view.getUint32(0);
  const found = formats.get(magic);
  if (found === undefined) return unreadable(magic === pcapngBlock ? 'pcapng' : 'not-pcap');
  if (bytes.byteLength < fileHeaderLength) return unreadable('header-cut');
  const format: PcapFormat = {
    ...found,
    snapLength: view.getUint32(16, found.isLittleEndian),
    // The upper half tells of a checksum behind each frame, if anything.
    linkType: view.getUint32(20, found.isLittleEndian) & 0xffff,
  };
  return { format, ...readFrames(bytes, view, format) };
}

function unreadable(reason: SkipReason): Pcap {
  return { format: undefined, frames: [], skipped: [{ frame: 0, offset: 0, reason }] };
}

function readFrames(bytes: Uint8Array, view: DataView, format: PcapFormat): Pick<Pcap, 'frames' | 'skipped'> {
  const frames: PcapFrame[] = [];
  const longest = Math.max(longestFrame, format.snapLength);
  const stop = (offset: number, reason: SkipReason) => ({
    frames,
    skipped: [{ frame: frames.length + 1, offset, reason }],
  });
  let offset = fileHeaderLength;
  while (offset < bytes.byteLength) {
    const start = offset + recordHeaderLength;
    if (start > bytes.byteLength) return stop(offset, 'header-cut');
    const [seconds, ticks, length, wireLength] = [0, 4, 8, 12].map((at) =>
      view.getUint32(offset + at, format.isLittleEndian),
    ) as [number, number, number, number];
    if (length > longest) return stop(offset, 'frame-too-long');
    if (start + length > bytes.byteLength) return stop(offset, 'frame-cut');
    frames.push({
      number: frames.length + 1,
      offset,
      seconds,
      nanoseconds: format.resolution === 'nanoseconds' ? ticks : ticks * 1000,
      wireLength,
      bytes: bytes.subarray(start, start + length),
    });
    offset = start + length;
  }
  return { frames, skipped: [] };
}
