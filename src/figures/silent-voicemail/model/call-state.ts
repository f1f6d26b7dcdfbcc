import { hostOf, type Endpoint } from '../../../capture/index.ts';
import {
  beginAdjusting,
  receivePacket,
  type AdjustState,
  type LogLine,
  type Verdict,
} from './auto-adjust.ts';
import type { CallPlan, SentPacket } from './plan.ts';
import { links, type Link, type Settings } from './settings.ts';

/** The four points where tcpdump ran, from the caller to FreeSWITCH. `links[i]` connects `points[i]` and `points[i + 1]`. */
export const points = ['caller', 'carrier-in', 'carrier-out', 'server'] as const;

export type Point = (typeof points)[number];

/** Packets counted at a point: SIP messages in both directions, and RTP by direction. */
export interface Counts {
  sip: number;
  toServer: number;
  toCaller: number;
}

/** The state of a call after some of its packets. */
export interface CallState {
  /** Number of packets sent so far. */
  at: number;
  /** Time of the last packet, in microseconds since the INVITE. */
  atUs: number;
  counts: Readonly<Record<Point, Counts>>;
  adjust: AdjustState;
  /** Everything that FreeSWITCH has logged, at any level. */
  lines: readonly TimedLine[];
  /** RTP packets that reached FreeSWITCH, by verdict. */
  verdicts: Readonly<Record<Verdict, number>>;
  /** RTP packets of the beep: sent by FreeSWITCH, and heard by the caller. */
  beep: { sent: number; heard: number };
  /** RTP packets of the voicemail: sent by the caller, and recorded in the WAV file. */
  voicemail: { sent: number; recorded: number };
}

/** A log line with its time, in microseconds since the INVITE. */
export type TimedLine = LogLine & { atUs: number };

/** A packet with its path through the network. */
export type TracedPacket = SentPacket & {
  /** Number of the packet in the call, from 1. */
  at: number;
  /** The points that the packet passed, in order. */
  seenAt: readonly Point[];
  lost: Loss | undefined;
  /** Set only for RTP that reached FreeSWITCH. */
  verdict: Verdict | undefined;
};

/** The place and cause of a packet loss: the link that the reader blocked, or a private address, which isn't reachable from outside. */
export interface Loss {
  link: Link;
  by: 'block' | 'private-address';
}

/** Returns the state of a call before its first packet. */
export function beginCall({ adjust }: Settings, { caller, observedCaller }: CallPlan): CallState {
  const endpoint = adjust === 'ice' ? observedCaller : caller.endpoint;
  const none: Counts = { sip: 0, toServer: 0, toCaller: 0 };
  return {
    at: 0,
    atUs: 0,
    counts: { caller: none, 'carrier-in': none, 'carrier-out': none, server: none },
    adjust: beginAdjusting(adjust, { ...caller, endpoint }),
    lines: [],
    verdicts: { accepted: 0, 'comfort-noise': 0, 'other-source': 0, 'other-payload': 0 },
    beep: { sent: 0, heard: 0 },
    voicemail: { sent: 0, recorded: 0 },
  };
}

/** Sends one more packet through the network. Returns the state after it, and the packet with its path. */
export function sendPacket(
  state: CallState,
  sent: SentPacket,
  { settings, plan }: { settings: Settings; plan: CallPlan },
): { state: CallState; packet: TracedPacket } {
  const addressed = addressPacket(sent, state);
  const lost = findLoss(addressed, settings, plan);
  const seenAt = findPath(addressed, lost);
  const counts = countPacket(state.counts, seenAt, addressed);
  const after = { ...state, at: state.at + 1, atUs: addressed.atUs, counts };
  const packet = { ...addressed, at: after.at, seenAt, lost, verdict: undefined };
  if (addressed.kind === 'sip') return { state: after, packet };
  if (addressed.sender === 'server') {
    const beep = { sent: state.beep.sent + 1, heard: state.beep.heard + (lost === undefined ? 1 : 0) };
    return { state: { ...after, beep }, packet };
  }
  const { voicemail } = state;
  const spoken = { ...after, voicemail: { ...voicemail, sent: voicemail.sent + 1 } };
  if (lost !== undefined) return { state: spoken, packet };
  const received = receive(spoken, { from: plan.observedCaller, payloadType: addressed.payloadType });
  return { state: received.state, packet: { ...packet, verdict: received.verdict } };
}

/** Addresses RTP from FreeSWITCH to where auto-adjust believes the caller to be. */
function addressPacket(packet: SentPacket, { adjust }: CallState): SentPacket {
  return packet.kind === 'rtp' && packet.sender === 'server' ? { ...packet, to: adjust.remote } : packet;
}

function findLoss(packet: SentPacket, settings: Settings, plan: CallPlan): Loss | undefined {
  if (packet.kind === 'sip') return undefined;
  const { sender, to } = packet;
  const direction = sender === 'caller' ? 'to-server' : 'to-caller';
  const blocked = links.find((link) => link === settings.block);
  const isBlocked =
    blocked !== undefined && (settings.direction === 'both' || settings.direction === direction);
  const isPrivate =
    settings.nat === 'on' && sender === 'server' && hostOf(to) !== hostOf(plan.observedCaller);
  // A packet to a private address gets no further than the carrier. Only a block at the edge stops it earlier.
  if (isPrivate && !(isBlocked && blocked === 'edge')) return { link: 'carrier', by: 'private-address' };
  return isBlocked ? { link: blocked, by: 'block' } : undefined;
}

function findPath({ sender }: SentPacket, lost: Loss | undefined): Point[] {
  const path = sender === 'caller' ? points : points.toReversed();
  if (lost === undefined) return [...path];
  const index = links.indexOf(lost.link);
  return path.slice(0, sender === 'caller' ? index + 1 : links.length - index);
}

function countPacket(
  counts: CallState['counts'],
  seenAt: readonly Point[],
  { kind, sender }: SentPacket,
): CallState['counts'] {
  const column = kind === 'sip' ? 'sip' : sender === 'caller' ? 'toServer' : 'toCaller';
  const counted = seenAt.map((point) => [point, { ...counts[point], [column]: counts[point][column] + 1 }]);
  return { ...counts, ...Object.fromEntries(counted) } as CallState['counts'];
}

function receive(
  state: CallState,
  packet: { from: Endpoint; payloadType: number },
): { state: CallState; verdict: Verdict } {
  const { state: adjust, verdict, line } = receivePacket(state.adjust, packet);
  const { lines, verdicts, voicemail } = state;
  return {
    verdict,
    state: {
      ...state,
      adjust,
      lines: line === undefined ? lines : [...lines, { ...line, atUs: state.atUs }],
      verdicts: { ...verdicts, [verdict]: verdicts[verdict] + 1 },
      // Neither comfort noise nor the frames that FreeSWITCH's timer makes up for missing packets are written to the file.
      voicemail: { ...voicemail, recorded: voicemail.recorded + (verdict === 'accepted' ? 1 : 0) },
    },
  };
}
