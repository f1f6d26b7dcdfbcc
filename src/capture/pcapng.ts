import type { CaptureFormat, Frame, FrameList } from './frame.ts';
import type { SkipReason } from './skip-reason.ts';

/** Block types of pcapng (https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-03.html). The first is the same in both byte orders. */
export const sectionHeaderBlock = 0x0a0d0d0a;
const interfaceBlock = 1;
const obsoletePacketBlock = 2;
const simplePacketBlock = 3;
const enhancedPacketBlock = 6;

const byteOrderMagic = 0x1a2b3c4d;

/** Bytes around the body of every block: its type and its length, which is repeated at the end. */
const blockOverhead = 12;

/** Offset of the frame's bytes in a packet block. */
const packetDataOffset = 28;

/** Option of an interface that sets the resolution of its timestamps. Without it, they are in microseconds. */
const timestampResolutionOption = 9;

/** An interface that frames were captured on. */
interface CaptureInterface {
  linkType: number;
  snapLength: number;
  ticksPerSecond: bigint;
}

/** A block: its offset in the file, and its length with its overhead. */
interface Block {
  type: number;
  offset: number;
  length: number;
}

/** The state of reading a file block by block. */
interface Reading {
  bytes: Uint8Array;
  view: DataView;
  isLittleEndian: boolean;
  /** The interfaces of the current section, which packets refer to by index. */
  interfaces: CaptureInterface[];
  list: FrameList;
  /** Packet blocks so far, including those without a timestamp. */
  frameCount: number;
}

/**
 * Parses the frames of a pcapng file, which Wireshark writes by default. Blocks of unknown types are skipped, as the format
 * demands; reading stops at the first block that is truncated or malformed.
 */
export function parsePcapng(bytes: Uint8Array, view: DataView): FrameList {
  const list: FrameList = { format: undefined, frames: [], skipped: [] };
  const reading: Reading = { bytes, view, isLittleEndian: false, interfaces: [], list, frameCount: 0 };
  let offset = 0;
  while (offset < bytes.byteLength) {
    const block = readBlockHeader(reading, offset);
    const problem = typeof block === 'string' ? block : readBlock(reading, block);
    if (typeof block === 'string' || problem !== undefined) {
      const frame = list.format === undefined ? 0 : reading.frameCount + 1;
      list.skipped.push({ frame, offset, reason: problem ?? 'block-malformed' });
      return list;
    }
    offset += block.length;
  }
  return list;
}

/** Reads the type and length of a block. A section header also sets the byte order, for itself and the blocks after it. */
function readBlockHeader(reading: Reading, offset: number): Block | SkipReason {
  const { bytes, view } = reading;
  if (offset + blockOverhead > bytes.byteLength) return 'block-cut';
  const type = view.getUint32(offset, reading.isLittleEndian);
  if (type === sectionHeaderBlock) {
    reading.isLittleEndian = view.getUint32(offset + 8, true) === byteOrderMagic;
    if (!reading.isLittleEndian && view.getUint32(offset + 8) !== byteOrderMagic) return 'block-malformed';
  }
  const length = view.getUint32(offset + 4, reading.isLittleEndian);
  if (length < blockOverhead || length % 4 !== 0) return 'block-malformed';
  return offset + length > bytes.byteLength ? 'block-cut' : { type, offset, length };
}

/** Reads one block into the list of frames. Returns the reason if the block can't be read. */
function readBlock(reading: Reading, block: Block): SkipReason | undefined {
  switch (block.type) {
    case sectionHeaderBlock:
      reading.interfaces = [];
      return undefined;
    case interfaceBlock:
      return readInterface(reading, block);
    case obsoletePacketBlock:
    case enhancedPacketBlock:
      return readPacket(reading, block);
    case simplePacketBlock:
      reading.frameCount += 1;
      reading.list.skipped.push({
        frame: reading.frameCount,
        offset: block.offset,
        reason: 'no-timestamp',
      });
      return undefined;
    default:
      return undefined;
  }
}

function readInterface(reading: Reading, { offset, length }: Block): SkipReason | undefined {
  if (length < blockOverhead + 8) return 'block-malformed';
  const { view, isLittleEndian, interfaces, list } = reading;
  const found: CaptureInterface = {
    linkType: view.getUint16(offset + 8, isLittleEndian),
    snapLength: view.getUint32(offset + 12, isLittleEndian),
    ticksPerSecond: findTicksPerSecond(reading, offset + 16, offset + length - 4),
  };
  interfaces.push(found);
  const format: CaptureFormat = {
    container: 'pcapng',
    isLittleEndian,
    ...found,
    ticksPerSecond: Number(found.ticksPerSecond),
  };
  list.format ??= format;
  return undefined;
}

/** Looks for the timestamp resolution among the options of an interface: a negative power of 10, or of 2 if its top bit is set. */
function findTicksPerSecond({ view, isLittleEndian }: Reading, start: number, end: number): bigint {
  let offset = start;
  while (offset + 5 <= end) {
    const code = view.getUint16(offset, isLittleEndian);
    const exponent = view.getUint8(offset + 4);
    if (code === timestampResolutionOption)
      return (exponent & 0x80) === 0 ? 10n ** BigInt(exponent) : 2n ** BigInt(exponent & 0x7f);
    // The value of an option is padded to a multiple of four bytes.
    offset += 4 + Math.ceil(view.getUint16(offset + 2, isLittleEndian) / 4) * 4;
  }
  return 1_000_000n;
}

function readPacket(reading: Reading, { type, offset, length }: Block): SkipReason | undefined {
  if (length < packetDataOffset + 4) return 'block-malformed';
  const { bytes, view, isLittleEndian, interfaces, list } = reading;
  const number = (at: number): number => view.getUint32(offset + at, isLittleEndian);
  // The obsolete block has a 16-bit interface index, followed by a count of dropped frames.
  const index = type === enhancedPacketBlock ? number(8) : view.getUint16(offset + 8, isLittleEndian);
  const [high, low, capturedLength, wireLength] = [number(12), number(16), number(20), number(24)];
  const from = interfaces[index];
  if (from === undefined || packetDataOffset + capturedLength + 4 > length) return 'block-malformed';
  const ticks = (BigInt(high) << 32n) | BigInt(low);
  reading.frameCount += 1;
  const frame: Frame = {
    number: reading.frameCount,
    offset,
    seconds: Number(ticks / from.ticksPerSecond),
    nanoseconds: Number(((ticks % from.ticksPerSecond) * 1_000_000_000n) / from.ticksPerSecond),
    linkType: from.linkType,
    wireLength,
    bytes: bytes.subarray(offset + packetDataOffset, offset + packetDataOffset + capturedLength),
  };
  list.frames.push(frame);
  return undefined;
}
