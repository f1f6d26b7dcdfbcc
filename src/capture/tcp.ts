import type { Endpoint } from './datagram.ts';
import type { IpPacket } from './ip.ts';
import { findSipLength, looksLikeSip } from './sip.ts';
import type { SkipReason } from './skip-reason.ts';
import { viewOf } from './view-of.ts';

/** A TCP segment. */
export interface Segment {
  from: Endpoint;
  to: Endpoint;
  /** Sequence number of the first byte of the payload. */
  sequence: number;
  payload: Uint8Array;
}

const tcpHeaderLength = 20;

/** Parses the TCP segment in an IP packet, or returns the reason if it is malformed or cut. */
export function parseSegment({ source, destination, payload }: IpPacket): Segment | SkipReason {
  if (payload.byteLength < tcpHeaderLength) return 'tcp-cut';
  const view = viewOf(payload);
  const start = (view.getUint8(12) >> 4) * 4;
  if (start < tcpHeaderLength || start > payload.byteLength) return 'tcp-cut';
  // A SYN takes a sequence number of its own.
  const isSyn = (view.getUint8(13) & 0x02) !== 0;
  return {
    from: `${source}:${view.getUint16(0)}`,
    to: `${destination}:${view.getUint16(2)}`,
    sequence: (view.getUint32(4) + (isSyn ? 1 : 0)) >>> 0,
    payload: payload.subarray(start),
  };
}

/** The effect of a segment: SIP messages that are now whole, a part of one to come (`joined`), or a reason to skip it. */
type Received = readonly Uint8Array[] | 'joined' | SkipReason;

/** One direction of a connection. */
interface Stream {
  /** Sequence number of the next byte; `undefined` before the first segment. */
  next: number | undefined;
  /** Whether it has had a SIP message. */
  isSip: boolean;
  /** The beginning of a message that is not whole yet: the first `length` bytes of `buffer`. */
  buffer: Uint8Array;
  length: number;
  /** Number of these bytes in which the end of the header was looked for. */
  searched: number;
  /** Length of the message, once its header has arrived. */
  needed: number | undefined;
  /** Segments that arrived before their turn, by sequence number. */
  early: Map<number, Uint8Array>;
}

/** A stream between two messages. */
const idle = { buffer: new Uint8Array(), length: 0, searched: 0, needed: undefined };

/** Longest SIP message over TCP that is read, in bytes. Most have less than 4,000. */
const longestMessage = 65_536;

/** Most segments that wait for a missing one. After that many, it was lost in the capture. */
const mostEarly = 16;

/**
 * Creates a reader of SIP messages from the segments of all TCP connections. Takes segments in order of their sequence numbers,
 * ignores repeated ones, and skips to the next start line if some are missing.
 */
export function createSipStreams(): { add: (segment: Segment) => Received } {
  const streams = new Map<string, Stream>();
  return {
    add: ({ from, to, sequence, payload }) => {
      if (payload.byteLength === 0) return 'tcp';
      const key = `${from} ${to}`;
      const stream: Stream = streams.get(key) ?? { ...idle, next: undefined, isSip: false, early: new Map() };
      streams.set(key, stream);
      const ahead = stream.next === undefined ? 0 : (sequence - stream.next) | 0;
      if (ahead + payload.byteLength <= 0) return 'tcp-repeated';
      const messages: Uint8Array[] = [];
      if (ahead > 0 && (stream.isSip || stream.length > 0)) {
        stream.early.set(sequence, payload);
        if (stream.early.size < mostEarly) return 'joined';
        skipMissing(stream);
      } else {
        const overlap = Math.max(0, -ahead);
        append(stream, sequence + overlap, payload.subarray(overlap), messages);
      }
      appendEarly(stream, messages);
      if (messages.length > 0) return messages;
      if (stream.length > 0 || stream.early.size > 0) return 'joined';
      return isTls(payload) ? 'tls' : 'tcp';
    },
  };
}

/** Gives up on missing segments: goes on with the first that waits for them, at the next start line. */
function skipMissing(stream: Stream): void {
  const { next = 0, early } = stream;
  const [first] = [...early.keys()].sort((one, other) => ((one - next) | 0) - ((other - next) | 0));
  Object.assign(stream, idle, { next: first });
}

/** Appends the segments that waited for their turn. */
function appendEarly(stream: Stream, messages: Uint8Array[]): void {
  for (;;) {
    const { next, early } = stream;
    const payload = next === undefined ? undefined : early.get(next);
    if (next === undefined || payload === undefined) return;
    early.delete(next);
    append(stream, next, payload, messages);
  }
}

/** Appends a segment to a stream, and takes out the messages that are now whole. */
function append(stream: Stream, sequence: number, payload: Uint8Array, messages: Uint8Array[]): void {
  stream.next = (sequence + payload.byteLength) >>> 0;
  if (stream.length === 0) stream.buffer = payload;
  else extend(stream, payload);
  stream.length += payload.byteLength;
  let start = 0;
  for (;;) {
    // Keep-alives between messages are line breaks (RFC 5626, section 3.5.1).
    while (start < stream.length && isLineBreak(stream.buffer[start])) start += 1;
    const rest = stream.buffer.subarray(start, stream.length);
    if (stream.searched === 0 && !beginsLikeSip(rest)) {
      Object.assign(stream, idle);
      return;
    }
    stream.needed ??= findSipLength(rest, stream.searched);
    stream.searched = rest.byteLength;
    if (stream.needed === undefined || stream.needed > rest.byteLength) break;
    messages.push(rest.slice(0, stream.needed));
    start += stream.needed;
    Object.assign(stream, { isSip: true, searched: 0, needed: undefined });
  }
  const length = stream.length - start;
  if (length === 0 || length > longestMessage) Object.assign(stream, idle);
  else if (start > 0) Object.assign(stream, { buffer: stream.buffer.slice(start, stream.length), length });
}

/** Adds bytes after those in the buffer, which at least doubles if they don't fit. */
function extend(stream: Stream, payload: Uint8Array): void {
  const length = stream.length + payload.byteLength;
  // Always true for the first segment of a message, which is a part of the file and must not be written to.
  if (length > stream.buffer.byteLength) {
    const grown = new Uint8Array(Math.max(4096, 2 * length));
    grown.set(stream.buffer.subarray(0, stream.length));
    stream.buffer = grown;
  }
  stream.buffer.set(payload, stream.length);
}

function isLineBreak(byte: number | undefined): boolean {
  return byte === 13 || byte === 10;
}

/** Returns whether bytes begin with a SIP start line, or with the first part of one. */
function beginsLikeSip(bytes: Uint8Array): boolean {
  if (looksLikeSip(bytes)) return true;
  if (bytes.byteLength > longestPart) return false;
  return /^(?:[A-Z]{1,20}|[A-Z]{2,20} \S*(?: S?I?P?\/?2?\.?0?\r?)?|SIP\/2?\.?0?(?: \d{0,3}(?: [^\n]*)?)?)$/.test(
    new TextDecoder().decode(bytes),
  );
}

/** Longest part of a start line at the end of a segment that is kept, in bytes. */
const longestPart = 512;

/** Returns whether a payload starts with a TLS record: a handshake or data, of any version (RFC 8446, section 5.1). */
function isTls(payload: Uint8Array): boolean {
  return (payload[0] === 22 || payload[0] === 23) && payload[1] === 3 && (payload[2] ?? 255) <= 4;
}
