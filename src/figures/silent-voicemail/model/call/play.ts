import { hostOf, type Endpoint } from '../capture/datagram.ts';
import { beginAdjusting, receive, type AdjustState, type LogLine, type Verdict } from './auto-adjust.ts';
import type { Plan, Sending } from './plan.ts';
import { links, type Link, type Settings } from './settings.ts';

/** Where tcpdump ran, from the caller to FreeSWITCH; between each two lies the link of the same place in `links`. */
export const points = ['caller', 'carrier-in', 'carrier-out', 'server'] as const;

export type Point = (typeof points)[number];

/** What was counted at a point. */
export interface Counts {
  sip: number;
  toServer: number;
  toCaller: number;
}

/** A call after some of its packets. */
export interface CallState {
  /** How many packets have been sent. */
  at: number;
  /** When the last of them was, in microseconds since the INVITE. */
  atUs: number;
  counts: Readonly<Record<Point, Counts>>;
  adjust: AdjustState;
  /** Every line that FreeSWITCH had to say. */
  lines: readonly TimedLine[];
  /** Packets of sound that FreeSWITCH got, by what it made of them. */
  verdicts: Readonly<Record<Verdict, number>>;
  /** Packets that FreeSWITCH sent, and of these what the caller heard. */
  beep: { sent: number; heard: number };
  /** Packets that the caller sent, and of these what stands in the file. */
  message: { sent: number; recorded: number };
}

/** A line, and when it was logged, in microseconds since the INVITE. */
export type TimedLine = LogLine & { atUs: number };

/** What became of one packet. */
export type Passage = Sending & {
  /** Its number in the call, from 1. */
  at: number;
  /** The points that saw it, in the order in which it passed them. */
  seenAt: readonly Point[];
  lost: Loss | undefined;
  /** What FreeSWITCH made of it, if it is sound that reached it. */
  verdict: Verdict | undefined;
};

/** Where a packet was lost: stopped by the reader’s block, or sent to an address that cannot be reached from outside. */
export interface Loss {
  link: Link;
  by: 'block' | 'private-address';
}

/** A call before its first packet. */
export function beginCall({ adjust }: Settings, { caller, seenCaller }: Plan): CallState {
  const endpoint = adjust === 'ice' ? seenCaller : caller.endpoint;
  const none: Counts = { sip: 0, toServer: 0, toCaller: 0 };
  return {
    at: 0,
    atUs: 0,
    counts: { caller: none, 'carrier-in': none, 'carrier-out': none, server: none },
    adjust: beginAdjusting(adjust, { ...caller, endpoint }),
    lines: [],
    verdicts: { accepted: 0, 'comfort-noise': 0, 'other-source': 0, 'other-payload': 0 },
    beep: { sent: 0, heard: 0 },
    message: { sent: 0, recorded: 0 },
  };
}

/** The call after one more packet, and what became of it. */
export function play(
  state: CallState,
  sending: Sending,
  { settings, plan }: { settings: Settings; plan: Plan },
): { state: CallState; passage: Passage } {
  const aimed = aim(sending, state);
  const lost = findLoss(aimed, settings, plan);
  const seenAt = findPoints(aimed, lost);
  const counts = countAt(state.counts, seenAt, aimed);
  const sent = { ...state, at: state.at + 1, atUs: aimed.atUs, counts };
  const passage = { ...aimed, at: sent.at, seenAt, lost, verdict: undefined };
  if (aimed.lane === 'signalling') return { state: sent, passage };
  if (aimed.sender === 'server') {
    const beep = { sent: state.beep.sent + 1, heard: state.beep.heard + (lost === undefined ? 1 : 0) };
    return { state: { ...sent, beep }, passage };
  }
  const spoken = { ...sent, message: { ...state.message, sent: state.message.sent + 1 } };
  if (lost !== undefined) return { state: spoken, passage };
  const heard = hear(spoken, { from: plan.seenCaller, payloadType: aimed.payloadType });
  return { state: heard.state, passage: { ...passage, verdict: heard.verdict } };
}

/** FreeSWITCH sends sound to where it believes the caller to be. */
function aim(sending: Sending, { adjust }: CallState): Sending {
  const isAimed = sending.lane === 'media' && sending.sender === 'server';
  return isAimed ? { ...sending, to: adjust.remote } : sending;
}

function findLoss(sending: Sending, settings: Settings, plan: Plan): Loss | undefined {
  if (sending.lane === 'signalling') return undefined;
  const { sender, to } = sending;
  const way = sender === 'caller' ? 'to-server' : 'to-caller';
  const stopped = links.find((link) => link === settings.block);
  const isBlocked = stopped !== undefined && (settings.direction === 'both' || settings.direction === way);
  const isPrivate = settings.nat === 'on' && sender === 'server' && hostOf(to) !== hostOf(plan.seenCaller);
  // What goes to a private address gets no further than the carrier; it is stopped before only at the edge.
  if (isPrivate && !(isBlocked && stopped === 'edge')) return { link: 'carrier', by: 'private-address' };
  return isBlocked ? { link: stopped, by: 'block' } : undefined;
}

function findPoints({ sender }: Sending, lost: Loss | undefined): Point[] {
  const way = sender === 'caller' ? points : points.toReversed();
  if (lost === undefined) return [...way];
  const place = links.indexOf(lost.link);
  return way.slice(0, sender === 'caller' ? place + 1 : links.length - place);
}

function countAt(
  counts: CallState['counts'],
  seenAt: readonly Point[],
  { lane, sender }: Sending,
): CallState['counts'] {
  const kind = lane === 'signalling' ? 'sip' : sender === 'caller' ? 'toServer' : 'toCaller';
  const counted = seenAt.map((point) => [point, { ...counts[point], [kind]: counts[point][kind] + 1 }]);
  return { ...counts, ...Object.fromEntries(counted) } as CallState['counts'];
}

function hear(
  state: CallState,
  packet: { from: Endpoint; payloadType: number },
): { state: CallState; verdict: Verdict } {
  const { state: adjust, verdict, line } = receive(state.adjust, packet);
  return {
    verdict,
    state: {
      ...state,
      adjust,
      lines: line === undefined ? state.lines : [...state.lines, { ...line, atUs: state.atUs }],
      verdicts: { ...state.verdicts, [verdict]: state.verdicts[verdict] + 1 },
      // A frame of comfort noise, and the one that the timer makes where nothing came, is not written to the file.
      message: { ...state.message, recorded: state.message.recorded + (verdict === 'accepted' ? 1 : 0) },
    },
  };
}
