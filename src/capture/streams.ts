import type { Endpoint } from './datagram.ts';
import type { Capture, RtpPacket } from './parse-capture.ts';

/** An RTP stream: the packets from one endpoint to another with one SSRC. */
export interface RtpStream {
  from: Endpoint;
  to: Endpoint;
  ssrc: number;
  /** In the order in which they were captured, with repeated ones. */
  packets: readonly RtpPacket[];
  /** In order of their sequence numbers, without repeated ones. */
  ordered: readonly RtpPacket[];
  /** Sequence numbers that no packet has, between the first and the last. */
  lost: number;
  /** Packets whose sequence number another one has, too. */
  repeated: number;
  /** Packets that arrived after one with a higher sequence number. */
  late: number;
  /** Whether an SDP announced one of its endpoints. Other streams are recognized by their sequence numbers. */
  isAnnounced: boolean;
}

/** The RTP streams of a capture in order of their first packets, and the number of packets that only look like RTP. */
export interface StreamList {
  streams: RtpStream[];
  others: number;
}

/** Least packets of a stream that no SDP announced. With fewer, other protocols would be taken for RTP. */
const fewestPackets = 5;

/** Finds the RTP streams of a capture. */
export function findStreams({ packets }: Capture): StreamList {
  const announced = new Set<Endpoint>();
  const groups = new Map<string, RtpPacket[]>();
  for (const packet of packets) {
    if (packet.protocol === 'sip') {
      for (const { endpoint } of packet.media) announced.add(endpoint);
      continue;
    }
    const key = `${packet.from} ${packet.to} ${packet.rtp.ssrc}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [packet]);
    else group.push(packet);
  }
  const list: StreamList = { streams: [], others: 0 };
  for (const group of groups.values()) {
    const [{ from, to, rtp }] = group as [RtpPacket, ...RtpPacket[]];
    const isAnnounced = announced.has(from) || announced.has(to);
    const counted = countSequence(group);
    const isStream = isAnnounced || (group.length >= fewestPackets && isLikely(group, counted));
    if (isStream) list.streams.push({ from, to, ssrc: rtp.ssrc, packets: group, ...counted, isAnnounced });
    else list.others += group.length;
  }
  return list;
}

type Counted = Pick<RtpStream, 'ordered' | 'lost' | 'repeated' | 'late'>;

/** Returns whether packets without an SDP are RTP: their sequence numbers grow with few gaps. */
function isLikely(packets: readonly RtpPacket[], { ordered, lost, late }: Counted): boolean {
  return ordered.length >= fewestPackets && lost <= packets.length && late <= packets.length / 4;
}

/** A forward jump beyond which a sender has started over: `MAX_DROPOUT` of RFC 3550, appendix A.1. */
const longestGap = 3000;

/** The greatest distance of a late packet: `MAX_MISORDER` there. */
const mostMisordered = 100;

/** Orders the packets of a stream by their sequence numbers, which wrap around after 65,535 and may start over, and counts what is wrong. */
function countSequence(packets: readonly RtpPacket[]): Counted {
  const byPlace = new Map<number, RtpPacket>();
  let [start, highest, lost, late, repeated] = [0, 0, 0, 0, 0];
  let last: number | undefined;
  let count = 0;
  const finishRun = (): void => {
    lost += highest - start + 1 - count;
    count = 0;
  };
  for (const packet of packets) {
    const { sequence } = packet.rtp;
    // The distance to the highest sequence number so far, as a signed number of 16 bits.
    const step = last === undefined ? 0 : ((sequence - last) << 16) >> 16;
    let place = highest + step;
    if (last === undefined || step > longestGap || step < -mostMisordered) {
      if (last !== undefined) finishRun();
      // Far enough from the places before that late packets of this run don't reach them.
      start = last === undefined ? 0 : highest + mostMisordered + 1;
      place = start;
      [highest, last] = [place, sequence];
    } else if (step > 0) {
      [highest, last] = [place, sequence];
    } else if (byPlace.has(place)) {
      repeated += 1;
      continue;
    } else {
      late += 1;
      start = Math.min(start, place);
    }
    byPlace.set(place, packet);
    count += 1;
  }
  finishRun();
  const ordered = [...byPlace].sort(([one], [other]) => one - other).map(([, packet]) => packet);
  return { ordered, lost, repeated, late };
}
