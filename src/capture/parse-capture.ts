import { parseDatagram, type Datagram, type Endpoint } from './datagram.ts';
import { createFragments } from './fragments.ts';
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

function readFrames(frames: readonly Frame[], capture: Capture): void {
  const [first] = frames;
  const fragments = createFragments<Frame>();
  const streams = createSipStreams();
  const keyExchanges = new Map<string, 'dtls' | 'zrtp'>();
  capture.keyExchanges = keyExchanges;

  const skip = ({ number, offset }: Frame, reason: SkipReason): void => {
    capture.skipped.push({ frame: number, offset, reason });
  };
  const addSip = (frame: Frame, base: PacketBase, payload: Uint8Array): void => {
    const message = parseSip(payload);
    if (message === undefined) {
      skip(frame, 'sip-header');
      return;
    }
    const media = findMedia(message.body);
    capture.packets.push({ ...base, protocol: 'sip', message, media, audio: findAudio(media) });
  };
  const baseOf = (frame: Frame, { from, to }: { from: Endpoint; to: Endpoint }): PacketBase => ({
    frame: frame.number,
    atUs:
      (frame.seconds - (first ?? frame).seconds) * 1_000_000 +
      (frame.nanoseconds - (first ?? frame).nanoseconds) / 1000,
    from,
    to,
    frameLength: frame.wireLength,
  });

  const readUdp = (frame: Frame, packet: IpPacket): void => {
    const datagram = parseDatagram(packet);
    if (typeof datagram === 'string') {
      skip(frame, datagram);
      return;
    }
    const base = baseOf(frame, datagram);
    if (looksLikeSip(datagram.payload)) {
      addSip(frame, base, datagram.payload);
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
    skip(frame, rtp);
  };

  const readTcp = (frame: Frame, packet: IpPacket): void => {
    const segment = parseSegment(packet);
    const received = typeof segment === 'string' ? segment : streams.add(segment);
    if (received === 'joined') capture.joined.push(frame.number);
    else if (typeof received === 'string') skip(frame, received);
    else if (typeof segment !== 'string')
      for (const message of received) addSip(frame, baseOf(frame, segment), message);
  };

  for (const frame of frames) {
    const ip = findIpPacket(frame.bytes, frame.linkType);
    const packet = typeof ip === 'string' ? ip : parseIp(ip);
    if (typeof packet === 'string') {
      skip(frame, packet);
      continue;
    }
    const whole = fragments.add(packet, frame);
    if (whole === undefined) capture.joined.push(frame.number);
    else if (whole.protocol === protocols.udp) readUdp(frame, whole);
    else if (whole.protocol === protocols.tcp) readTcp(frame, whole);
    else skip(frame, 'not-udp');
  }
  const incomplete = fragments.incomplete();
  const lost = new Set(incomplete.map(({ number }) => number));
  if (lost.size > 0) capture.joined = capture.joined.filter((number) => !lost.has(number));
  for (const frame of incomplete) skip(frame, 'fragment');
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
