import type { Endpoint } from '../capture/datagram.ts';
import type { Capture, RtpPacket, SipPacket } from '../capture/read-capture.ts';
import type { Audio } from '../capture/sdp.ts';

/** A capture told in little: what a figure needs of it, plain enough for JSON. */
export interface Story {
  messages: StoryMessage[];
  stretches: Stretch[];
}

/** A SIP message that passed. */
export interface StoryMessage {
  atUs: number;
  from: Endpoint;
  to: Endpoint;
  /** Its method, or its status and reason: `INVITE`, `200 OK`. */
  label: string;
  /** Which request it is or answers: `1 INVITE`. */
  sequence: string;
  frameLength: number;
  /** What it promises of sound, where it has SDP. */
  audio?: Audio;
}

/** Packets of one stream that follow each other without a gap in their numbers, between the same two endpoints. */
export interface Stretch {
  from: Endpoint;
  to: Endpoint;
  ssrc: number;
  payloadType: number;
  /** Of the first packet; the others count on from there. */
  sequence: number;
  timestamp: number;
  /** How much the timestamp grows from packet to packet: samples in one. */
  samples: number;
  /** Length of each frame on the wire, in bytes. */
  frameLength: number;
  startUs: number;
  /** For each packet after the first: how many microseconds later, or earlier, it came than it should after the one before it. */
  drifts: number[];
}

/** Samples a second of G.711, of all sound that is told here. */
export const sampleRate = 8000;

/** How many packets a stretch has. */
export function countPackets({ drifts }: Stretch): number {
  return drifts.length + 1;
}

/** How far apart the packets of a stretch should be, in microseconds. */
export function findPeriodUs({ samples }: Pick<Stretch, 'samples'>): number {
  return (samples * 1_000_000) / sampleRate;
}

/** A capture as its messages and stretches of packets, in the order in which they begin. */
export function captureToStory({ packets }: Capture): Story {
  const stretches: Stretch[] = [];
  const open = new Map<string, { stretch: Stretch; last: RtpPacket }>();
  for (const packet of packets) {
    if (packet.protocol !== 'rtp') continue;
    const key = [packet.from, packet.to, packet.rtp.ssrc, packet.rtp.payloadType, packet.frameLength].join();
    const begun = open.get(key);
    if (begun !== undefined && follows(packet, begun.last, begun.stretch)) {
      begun.stretch.drifts.push(packet.atUs - begun.last.atUs - findPeriodUs(begun.stretch));
      begun.last = packet;
    } else {
      const stretch = beginStretch(packet);
      stretches.push(stretch);
      open.set(key, { stretch, last: packet });
    }
  }
  return { messages: packets.filter((packet) => packet.protocol === 'sip').map(toMessage), stretches };
}

function follows({ rtp }: RtpPacket, last: RtpPacket, { samples }: Stretch): boolean {
  return (
    rtp.sequence === ((last.rtp.sequence + 1) & 0xffff) &&
    rtp.timestamp === (last.rtp.timestamp + samples) % 2 ** 32
  );
}

function beginStretch({ from, to, rtp, atUs, frameLength }: RtpPacket): Stretch {
  const { ssrc, payloadType, sequence, timestamp, payloadLength } = rtp;
  // One byte is one sample in G.711.
  const samples = payloadLength;
  return {
    from,
    to,
    ssrc,
    payloadType,
    sequence,
    timestamp,
    samples,
    frameLength,
    startUs: atUs,
    drifts: [],
  };
}

function toMessage(packet: SipPacket): StoryMessage {
  const { atUs, from, to, frameLength, message, audio } = packet;
  return {
    atUs,
    from,
    to,
    label: message.kind === 'request' ? message.method : `${message.status} ${message.reason}`,
    sequence: `${message.sequence.number} ${message.sequence.method}`,
    frameLength,
    ...(audio === undefined ? {} : { audio }),
  };
}
