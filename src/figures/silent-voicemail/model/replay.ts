import type { AudioDescription, Capture, RtpPacket } from '../../../capture/index.ts';
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

/**
 * Replays the RTP packets to the server of a capture through auto-adjust as it is by default, as if the server were FreeSWITCH
 * 1.4.7. Returns `undefined` if the capture has no SDP offer and answer. If the capture has several calls, only the first is replayed.
 */
export function replayCapture({ packets }: Capture): Replay | undefined {
  const [invite, response] = packets.flatMap((packet) =>
    packet.protocol === 'sip' && packet.audio !== undefined ? [{ ...packet, audio: packet.audio }] : [],
  );
  if (invite === undefined || response === undefined) return undefined;
  const [offer, answer] = [invite.audio, response.audio];
  const received: Record<Verdict, RtpPacket[]> = {
    accepted: [],
    'comfort-noise': [],
    'other-source': [],
    'other-payload': [],
  };
  const lines: TimedLine[] = [];
  let state = beginAdjusting('on', { ...answer, endpoint: offer.endpoint });
  for (const packet of packets) {
    if (packet.protocol === 'sip' || packet.to !== answer.endpoint) continue;
    const { from, rtp, atUs } = packet;
    const { state: after, verdict, line } = receivePacket(state, { from, payloadType: rtp.payloadType });
    state = after;
    received[verdict].push(packet);
    if (line !== undefined) lines.push({ ...line, atUs });
  }
  return { offer, answer, lines, received };
}
