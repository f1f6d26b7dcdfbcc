import { parseDatagram, type Datagram, type Endpoint } from './datagram.ts';
import { createFragments, type Fragments } from './fragments.ts';
import type { CaptureFormat, Frame } from './frame.ts';
import { parseIp, protocols, type IpPacket } from './ip.ts';
import { findIpPacket, isKnownLinkType } from './link.ts';
import { parseFrames } from './pcap.ts';
import { looksLikeRtp, parseRtp, type Rtp } from './rtp.ts';
import { findAudio, findMedia, type MediaDescription } from './sdp.ts';
import { looksLikeSip, parseSip, type SipMessage } from './sip.ts';
import type { Skipped, SkipReason } from './skip-reason.ts';
import { createSipStreams, parseSegment } from './tcp.ts';

interface PacketBase {
  /** Number of the frame in the capture, from 1. Of several frames, the last. */
  frame: number;
  /** Time since the first frame, in microseconds. */
  atUs: number;
  from: Endpoint;
  to: Endpoint;
  /** Length of the frame on the wire, in bytes. */
  frameLength: number;
}

/** A SIP message. */
export type SipPacket = PacketBase & {
  protocol: 'sip';
  message: SipMessage;
  /** The media described by the SDP offer or answer in the message. */
  media: readonly MediaDescription[];
  /** The first audio of `media`. */
  audio: MediaDescription | undefined;
};

/** A packet that looks like RTP. `findStreams` tells which of them are. */
export type RtpPacket = PacketBase & { protocol: 'rtp'; rtp: Rtp };

/** The packets of a capture in file order, and the parts that were skipped. */
export interface Capture {
  /** Format of the file; `undefined` if it has no readable header. */
  format: CaptureFormat | undefined;
  frameCount: number;
  /** Frames that the snap length cut. */
  cutFrames: number;
  packets: (SipPacket | RtpPacket)[];
  skipped: Skipped[];
  /** Frames with the beginning of a message or packet that later frames complete. */
  joined: number[];
  /** Pairs of endpoints that agreed on keys for SRTP, as `from to`. */
  keyExchanges: ReadonlyMap<string, 'dtls' | 'zrtp'>;
}

/** Parses the SIP messages and RTP packets in a pcap or pcapng file. Never throws, whatever the bytes are. */
export function parseCapture(bytes: Uint8Array): Capture {
  const { format, frames, skipped } = parseFrames(bytes);
  const capture: Capture = {
    format,
    // Frames without a timestamp are only in `skipped`.
    frameCount: frames.length + skipped.filter(({ reason }) => reason === 'no-timestamp').length,
    cutFrames: frames.filter(({ bytes: { byteLength }, wireLength }) => byteLength < wireLength).length,
    packets: [],
    skipped: [],
    joined: [],
    keyExchanges: new Map(),
  };
  if (format !== undefined && [format, ...frames].every(({ linkType }) => !isKnownLinkType(linkType)))
    capture.skipped.push({ frame: 0, offset: 0, reason: 'link-type' });
  else readFrames(frames, capture);
  // Not `push`, which takes a limited number of arguments.
  return { ...capture, skipped: capture.skipped.concat(skipped) };
}

/** The state of reading a capture: what is read so far, and the parts that later frames complete. */
interface Reading {
  capture: Capture;
  first: Frame;
  fragments: Fragments<Frame>;
  streams: ReturnType<typeof createSipStreams>;
  keyExchanges: Map<string, 'dtls' | 'zrtp'>;
}

function readFrames(frames: readonly Frame[], capture: Capture): void {
  const [first] = frames;
  if (first === undefined) return;
  const keyExchanges = new Map<string, 'dtls' | 'zrtp'>();
  capture.keyExchanges = keyExchanges;
  const fragments = createFragments<Frame>();
  const reading: Reading = { capture, first, fragments, streams: createSipStreams(), keyExchanges };
  for (const frame of frames) readFrame(frame, reading);
  const incomplete = fragments.incomplete();
  const lost = new Set(incomplete.map(({ number }) => number));
  if (lost.size > 0) capture.joined = capture.joined.filter((number) => !lost.has(number));
  for (const frame of incomplete) skip(frame, 'fragment', capture);
}

function readFrame(frame: Frame, reading: Reading): void {
  const { capture, fragments } = reading;
  const ip = findIpPacket(frame.bytes, frame.linkType);
  const packet = typeof ip === 'string' ? ip : parseIp(ip);
  if (typeof packet === 'string') {
    skip(frame, packet, capture);
    return;
  }
  const whole = fragments.add(packet, frame);
  if (whole === undefined) capture.joined.push(frame.number);
  else if (whole.protocol === protocols.udp) readUdp(frame, whole, reading);
  else if (whole.protocol === protocols.tcp) readTcp(frame, whole, reading);
  else skip(frame, 'not-udp', capture);
}

function readUdp(frame: Frame, packet: IpPacket, { capture, first, keyExchanges }: Reading): void {
  const datagram = parseDatagram(packet);
  if (typeof datagram === 'string') {
    skip(frame, datagram, capture);
    return;
  }
  const base = describePacket(frame, first, datagram);
  if (looksLikeSip(datagram.payload)) {
    addSip(frame, base, datagram.payload, capture);
    return;
  }
  const rtp = looksLikeRtp(datagram.payload) ? parseRtp(datagram) : recognize(datagram);
  if (typeof rtp !== 'string') {
    capture.packets.push({ ...base, protocol: 'rtp', rtp });
    return;
  }
  if (rtp === 'dtls' || rtp === 'zrtp') {
    keyExchanges.set(`${base.from} ${base.to}`, rtp);
    keyExchanges.set(`${base.to} ${base.from}`, rtp);
  }
  skip(frame, rtp, capture);
}

function readTcp(frame: Frame, packet: IpPacket, { capture, first, streams }: Reading): void {
  const segment = parseSegment(packet);
  if (typeof segment === 'string') {
    skip(frame, segment, capture);
    return;
  }
  const received = streams.add(segment);
  if (received === 'joined') capture.joined.push(frame.number);
  else if (typeof received === 'string') skip(frame, received, capture);
  else for (const message of received) addSip(frame, describePacket(frame, first, segment), message, capture);
}

function addSip(frame: Frame, base: PacketBase, payload: Uint8Array, capture: Capture): void {
  const message = parseSip(payload);
  if (message === undefined) {
    skip(frame, 'sip-header', capture);
    return;
  }
  const media = findMedia(message.body);
  capture.packets.push({ ...base, protocol: 'sip', message, media, audio: findAudio(media) });
}

function skip({ number, offset }: Frame, reason: SkipReason, { skipped }: Capture): void {
  skipped.push({ frame: number, offset, reason });
}

function describePacket(
  frame: Frame,
  first: Frame,
  { from, to }: Pick<PacketBase, 'from' | 'to'>,
): PacketBase {
  const { number, seconds, nanoseconds, wireLength } = frame;
  const atUs = (seconds - first.seconds) * 1_000_000 + (nanoseconds - first.nanoseconds) / 1000;
  return { frame: number, atUs, from, to, frameLength: wireLength };
}

/** Recognizes other protocols that share ports with SIP and RTP by their first bytes (RFC 7983). */
function recognize({ payload, payloadLength }: Datagram): SkipReason {
  const [first = 0, second = 0] = payload;
  if (payloadLength <= 4 && payload.every((byte) => byte === 0 || byte === 13 || byte === 10))
    return 'keep-alive';
  if (first < 4 && hasWord(payload, 0x2112a442)) return 'stun';
  if (first >= 20 && first <= 63 && second === 0xfe) return 'dtls';
  // RFC 6189, section 5: the first four bits are the version, the magic cookie is “ZRTP”.
  if (first >> 4 === 1 && hasWord(payload, 0x5a525450)) return 'zrtp';
  return 'unknown-payload';
}

/** Returns whether the second 32-bit word of a payload has a value. STUN and ZRTP have their magic cookie there. */
function hasWord(payload: Uint8Array, word: number): boolean {
  return [0, 1, 2, 3].every((index) => payload[4 + index] === ((word >>> (24 - index * 8)) & 0xff));
}
