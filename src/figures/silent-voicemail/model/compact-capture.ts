import {
  labelSip,
  type AudioDescription,
  type Capture,
  type Endpoint,
  type RtpPacket,
  type SipPacket,
} from '../../../capture/index.ts';

/** A capture in a few kilobytes of JSON, without payloads: its SIP messages, and its RTP packets in segments. */
export interface CompactCapture {
  messages: CompactMessage[];
  segments: StreamSegment[];
}

/** A SIP message. */
interface CompactMessage {
  atUs: number;
  from: Endpoint;
  to: Endpoint;
  /** Method of a request, or status and reason of a response: `INVITE`, `200 OK`. */
  label: string;
  /** Value of the CSeq header: `1 INVITE`. */
  sequence: string;
  frameLength: number;
  /** The audio described by the SDP offer or answer in the message. */
  audio?: AudioDescription;
}

/** Successive packets of an RTP stream, without gaps in their sequence numbers, between the same endpoints. */
interface StreamSegment {
  from: Endpoint;
  to: Endpoint;
  ssrc: number;
  payloadType: number;
  /** Sequence number of the first packet. */
  sequence: number;
  /** Timestamp of the first packet. */
  timestamp: number;
  /** Samples per packet: the increment of the timestamp. */
  samples: number;
  /** Length of each frame on the wire, in bytes. */
  frameLength: number;
  startUs: number;
  /** For each packet after the first: its interarrival time minus the packet duration, in microseconds. */
  jitterUs: number[];
}

/** A packet of a compact capture. */
export type ExpandedPacket = {
  /** Number of the frame in the capture, from 1. */
  frame: number;
  atUs: number;
  from: Endpoint;
  to: Endpoint;
  frameLength: number;
} & ({ kind: 'sip'; message: CompactMessage } | { kind: 'rtp'; sequence: number; timestamp: number });

/** Samples per second of G.711, the codec of all captured calls. */
const sampleRate = 8000;

/** Returns the number of packets in a segment. */
function countPackets({ jitterUs }: StreamSegment): number {
  return jitterUs.length + 1;
}

/** Returns the duration of the audio in one packet, in microseconds. */
function findPacketUs({ samples }: StreamSegment): number {
  return (samples * 1_000_000) / sampleRate;
}

/** Compacts a capture. Messages and segments are in the order in which they begin. */
export function compactCapture({ packets }: Capture): CompactCapture {
  const segments: StreamSegment[] = [];
  const open = new Map<string, { segment: StreamSegment; last: RtpPacket }>();
  for (const packet of packets) {
    if (packet.protocol !== 'rtp') continue;
    const key = [packet.from, packet.to, packet.rtp.ssrc, packet.rtp.payloadType, packet.frameLength].join();
    const begun = open.get(key);
    if (begun !== undefined && continuesSegment(packet, begun.last, begun.segment)) {
      begun.segment.jitterUs.push(packet.atUs - begun.last.atUs - findPacketUs(begun.segment));
      begun.last = packet;
    } else {
      const segment = beginSegment(packet);
      segments.push(segment);
      open.set(key, { segment, last: packet });
    }
  }
  return { messages: packets.filter((packet) => packet.protocol === 'sip').map(compactMessage), segments };
}

function continuesSegment({ rtp }: RtpPacket, last: RtpPacket, { samples }: StreamSegment): boolean {
  return (
    rtp.sequence === ((last.rtp.sequence + 1) & 0xffff) &&
    rtp.timestamp === (last.rtp.timestamp + samples) % 2 ** 32
  );
}

function beginSegment({ from, to, rtp, atUs, frameLength }: RtpPacket): StreamSegment {
  const { ssrc, payloadType, sequence, timestamp, payloadLength } = rtp;
  return {
    from,
    to,
    ssrc,
    payloadType,
    sequence,
    timestamp,
    // G.711 has one byte per sample.
    samples: payloadLength,
    frameLength,
    startUs: atUs,
    jitterUs: [],
  };
}

function compactMessage(packet: SipPacket): CompactMessage {
  const { atUs, from, to, frameLength, message, audio } = packet;
  return {
    atUs,
    from,
    to,
    label: labelSip(message),
    sequence: `${message.sequence.number} ${message.sequence.method}`,
    frameLength,
    ...(audio === undefined ? {} : { audio: compactAudio(audio) }),
  };
}

function compactAudio({ endpoint, payloadTypes, direction, packetMs }: AudioDescription): AudioDescription {
  return { endpoint, payloadTypes, direction, ...(packetMs === undefined ? {} : { packetMs }) };
}

/** Expands a compact capture into its packets, in order of time. */
export function expandCapture({ messages, segments }: CompactCapture): ExpandedPacket[] {
  const sip = messages.map((message) => {
    const { atUs, from, to, frameLength } = message;
    return { kind: 'sip' as const, atUs, from, to, frameLength, message };
  });
  return [...sip, ...segments.flatMap(expandSegment)]
    .sort((one, other) => one.atUs - other.atUs)
    .map((packet, index) => ({ ...packet, frame: index + 1 }));
}

function expandSegment(segment: StreamSegment) {
  const { from, to, frameLength, samples } = segment;
  const packetUs = findPacketUs(segment);
  let atUs = segment.startUs;
  return Array.from({ length: countPackets(segment) }, (_, index) => {
    if (index > 0) atUs += packetUs + (segment.jitterUs[index - 1] ?? 0);
    return {
      kind: 'rtp' as const,
      ...{ atUs, from, to, frameLength },
      sequence: (segment.sequence + index) & 0xffff,
      timestamp: (segment.timestamp + index * samples) % 2 ** 32,
    };
  });
}
