import { readDatagram, type Endpoint } from './datagram.ts';
import { ethernet, readPcap, type PcapFormat, type PcapFrame } from './pcap.ts';
import { looksLikeRtp, parseRtp, type Rtp } from './rtp.ts';
import { findAudio, type Audio } from './sdp.ts';
import { looksLikeSip, parseSip, type SipMessage } from './sip.ts';
import type { Skipped, SkipReason } from './skipped.ts';

/** A packet of a call: a message that arranges it, or a piece of its sound. */
export type Packet = SipPacket | RtpPacket;

interface Place {
  /** Number of its frame in the capture, from 1. */
  frame: number;
  /** When it passed, in microseconds since the first frame. */
  atUs: number;
  from: Endpoint;
  to: Endpoint;
  /** Length of its frame on the wire, in bytes. */
  frameLength: number;
}

/** A message of SIP, with what it promises of sound, if anything. */
export type SipPacket = Place & { protocol: 'sip'; message: SipMessage; audio: Audio | undefined };

/** A piece of sound. */
export type RtpPacket = Place & { protocol: 'rtp'; rtp: Rtp };

/** The packets of a call in the order of a capture, and what was passed over. */
export interface Capture {
  format: PcapFormat | undefined;
  frameCount: number;
  packets: Packet[];
  skipped: Skipped[];
}

/** The SIP messages and RTP packets in a capture file; never throws, whatever the bytes are. */
export function readCapture(bytes: Uint8Array): Capture {
  const { format, frames, skipped } = readPcap(bytes);
  if (format !== undefined && format.linkType !== ethernet)
    return { format, frameCount: frames.length, packets: [], skipped: [noEthernet, ...skipped] };
  const [first] = frames;
  const read = frames.map((frame) => readFrame(frame, first ?? frame));
  return {
    format,
    frameCount: frames.length,
    packets: read.filter((each) => 'protocol' in each),
    skipped: [...read.filter((each) => 'reason' in each), ...skipped],
  };
}

const noEthernet: Skipped = { frame: 0, offset: 0, reason: 'link-type' };

function readFrame(frame: PcapFrame, first: PcapFrame): Packet | Skipped {
  const skip = (reason: SkipReason): Skipped => ({ frame: frame.number, offset: frame.offset, reason });
  const datagram = readDatagram(frame.bytes);
  if (typeof datagram === 'string') return skip(datagram);
  const place: Place = {
    frame: frame.number,
    atUs: (frame.seconds - first.seconds) * 1_000_000 + (frame.nanoseconds - first.nanoseconds) / 1000,
    from: datagram.from,
    to: datagram.to,
    frameLength: frame.wireLength,
  };
  if (looksLikeSip(datagram.payload)) {
    const message = parseSip(datagram.payload);
    if (message === undefined) return skip('sip-header');
    return { ...place, protocol: 'sip', message, audio: findAudio(message.body) };
  }
  if (!looksLikeRtp(datagram.payload)) return skip('unknown-payload');
  const rtp = parseRtp(datagram);
  return typeof rtp === 'string' ? skip(rtp) : { ...place, protocol: 'rtp', rtp };
}
