import { parseDatagram, type Endpoint } from './datagram.ts';
import { ethernet, type CaptureFormat, type Frame } from './frame.ts';
import { parseFrames } from './pcap.ts';
import { looksLikeRtp, parseRtp, type Rtp } from './rtp.ts';
import { findAudio, type AudioDescription } from './sdp.ts';
import { looksLikeSip, parseSip, type SipMessage } from './sip.ts';
import type { Skipped, SkipReason } from './skip-reason.ts';

interface PacketBase {
  /** Number of the frame in the capture, from 1. */
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
  /** The audio described by the SDP offer or answer in the message. */
  audio: AudioDescription | undefined;
};

/** A packet of audio. */
export type RtpPacket = PacketBase & { protocol: 'rtp'; rtp: Rtp };

/** The packets of a capture in file order, and the parts that were skipped. */
export interface Capture {
  /** Format of the file; `undefined` if it has no readable header. */
  format: CaptureFormat | undefined;
  frameCount: number;
  packets: (SipPacket | RtpPacket)[];
  skipped: Skipped[];
}

/** Parses the SIP messages and RTP packets in a pcap or pcapng file. Never throws, whatever the bytes are. */
export function parseCapture(bytes: Uint8Array): Capture {
  const { format, frames, skipped } = parseFrames(bytes);
  // Frames without a timestamp are only in `skipped`.
  const frameCount = frames.length + skipped.filter(({ reason }) => reason === 'no-timestamp').length;
  if (format !== undefined && [format, ...frames].every(({ linkType }) => linkType !== ethernet))
    return { format, frameCount, packets: [], skipped: [noEthernet, ...skipped] };
  const [first] = frames;
  const read = frames.map((frame) => readFrame(frame, first ?? frame));
  return {
    format,
    frameCount,
    packets: read.filter((each) => 'protocol' in each),
    skipped: [...read.filter((each) => 'reason' in each), ...skipped],
  };
}

const noEthernet: Skipped = { frame: 0, offset: 0, reason: 'link-type' };

function readFrame(frame: Frame, first: Frame): SipPacket | RtpPacket | Skipped {
  const skip = (reason: SkipReason): Skipped => ({ frame: frame.number, offset: frame.offset, reason });
  if (frame.linkType !== ethernet) return skip('link-type');
  const datagram = parseDatagram(frame.bytes);
  if (typeof datagram === 'string') return skip(datagram);
  const base: PacketBase = {
    frame: frame.number,
    atUs: (frame.seconds - first.seconds) * 1_000_000 + (frame.nanoseconds - first.nanoseconds) / 1000,
    from: datagram.from,
    to: datagram.to,
    frameLength: frame.wireLength,
  };
  if (looksLikeSip(datagram.payload)) {
    const message = parseSip(datagram.payload);
    if (message === undefined) return skip('sip-header');
    return { ...base, protocol: 'sip', message, audio: findAudio(message.body) };
  }
  if (!looksLikeRtp(datagram.payload)) return skip('unknown-payload');
  const rtp = parseRtp(datagram);
  return typeof rtp === 'string' ? skip(rtp) : { ...base, protocol: 'rtp', rtp };
}
