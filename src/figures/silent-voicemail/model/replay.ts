import {
  findExchanges,
  type AudioDescription,
  type Capture,
  type RtpPacket,
  type SipPacket,
} from '../../../capture/index.ts';
import { beginAdjusting, receivePacket, type Verdict } from './auto-adjust.ts';
import type { TimedLine } from './call-state.ts';

/** The effect of a captured call on the server that answered it. */
export interface Replay {
  /** The audio that the caller's SDP offers. */
  offer: AudioDescription;
  /** The audio that the server's SDP answers with. */
  answer: AudioDescription;
  lines: readonly TimedLine[];
  /** The RTP packets to the server, by verdict. Those accepted are recorded. */
  received: Readonly<Record<Verdict, readonly RtpPacket[]>>;
}

/** Replays the first call of a capture that has an SDP offer and answer, as `replayLeg` does. Returns `undefined` if there is none. */
export function replayCapture({ packets }: Capture): Replay | undefined {
  const messages = packets.filter((packet): packet is SipPacket => packet.protocol === 'sip');
  const media = packets.filter((packet): packet is RtpPacket => packet.protocol === 'rtp');
  for (const call of Map.groupBy(messages, ({ message }) => message.callId).values())
    for (const { offer, answer } of findExchanges(call))
      if (offer.audio !== undefined && answer?.audio !== undefined)
        return replayLeg(offer.audio, answer.audio, media);
  return undefined;
}

/**
 * Replays the RTP packets to the answering side through auto-adjust as it is by default, as if that side were FreeSWITCH 1.4.7.
 * `packets` may include others, which are ignored.
 */
export function replayLeg(
  offer: AudioDescription,
  answer: AudioDescription,
  packets: readonly RtpPacket[],
): Replay {
  const received: Record<Verdict, RtpPacket[]> = {
    accepted: [],
    'comfort-noise': [],
    'other-source': [],
    'other-payload': [],
  };
  const lines: TimedLine[] = [];
  let state = beginAdjusting('on', { ...answer, endpoint: offer.endpoint });
  for (const packet of packets) {
    if (packet.to !== answer.endpoint) continue;
    const { from, rtp, atUs } = packet;
    const { state: after, verdict, line } = receivePacket(state, { from, payloadType: rtp.payloadType });
    state = after;
    received[verdict].push(packet);
    if (line !== undefined) lines.push({ ...line, atUs });
  }
  return { offer, answer, lines, received };
}
