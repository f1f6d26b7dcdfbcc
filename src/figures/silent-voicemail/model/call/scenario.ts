import type { Endpoint } from '../capture/datagram.ts';
import { planCall, type CaptureName, type Stories } from './plan.ts';
import {
  beginCall,
  play,
  points,
  type CallState,
  type Counts,
  type Loss,
  type Passage,
  type Point,
} from './play.ts';
import { links, messagePackets, type Link, type Settings } from './settings.ts';
import type { Verdict } from './auto-adjust.ts';

/** Whence the counts at a point are: of a capture that can be downloaded, counted in the lab, or of the model alone. */
export type Evidence = 'capture' | 'lab' | 'model';

/** A whole call under some settings. */
export interface Scenario {
  settings: Settings;
  /** The captures that show this call, by where they were taken; none where its packets are the model’s. */
  captures: Readonly<Partial<Record<Point, CaptureName>>>;
  /** Where each side wants to receive, as SDP says, and where the caller's sound seems to come from. */
  endpoints: Readonly<Record<'caller' | 'server' | 'seenCaller', Endpoint>>;
  passages: readonly Passage[];
  /** The call before its first packet, after it, after the second …: one more than there are passages. */
  states: readonly [CallState, ...CallState[]];
}

/** What happens in a call under some settings, packet by packet. */
export function createScenario(settings: Settings, stories: Stories): Scenario {
  const plan = planCall(settings, stories);
  let state = beginCall(settings, plan);
  const states: [CallState, ...CallState[]] = [state];
  const passages: Passage[] = [];
  for (const sending of plan.sendings) {
    const played = play(state, sending, { settings, plan });
    state = played.state;
    states.push(state);
    passages.push(played.passage);
  }
  const { caller, server, seenCaller } = plan;
  const endpoints = { caller: caller.endpoint, server: server.endpoint, seenCaller };
  return { settings, captures: findCaptures(settings), endpoints, passages, states };
}

/** The call after so many packets; at its end if it has no more. */
export function stateAt({ states }: Scenario, at: number): CallState {
  return states[Math.min(Math.max(0, Math.trunc(at)), states.length - 1)] ?? states[0];
}

/** Whence the counts at a point are after so many packets: in the lab tcpdump ran at all four points, but only whole calls were counted, and none behind NAT. */
export function findEvidence({ settings, captures, states }: Scenario, at: number, point: Point): Evidence {
  if (captures[point] !== undefined) return 'capture';
  const isWhole = at >= states.length - 1;
  return isWhole && captures.server !== undefined && settings.nat === 'off' ? 'lab' : 'model';
}

/** Two captures of the blocked call were kept, and one of each of the others. */
function findCaptures({ block, direction, nat, adjust, sends, packets }: Settings): Scenario['captures'] {
  if (adjust !== 'on' || sends !== 'voice' || packets !== messagePackets) return {};
  if (block === 'none') return { server: nat === 'on' ? 'call-nat' : 'call-ok' };
  return nat === 'off' && block === 'carrier' && direction === 'to-server'
    ? { caller: 'call-no-rtp-caller-side', server: 'call-no-rtp' }
    : {};
}

/** Packets in a row of which the same became, to be drawn as one thing. */
export interface PassageRun {
  sender: 'caller' | 'server';
  to: Endpoint;
  count: number;
  first: { at: number; atUs: number };
  last: { at: number; atUs: number };
  /** The last point that saw them. */
  reaches: Point;
  lost: Loss | undefined;
  verdict: Verdict | undefined;
}

/** The first so many packets of a call as few runs of sound as can be, each way by itself. */
export function findRuns({ passages }: Pick<Scenario, 'passages'>, at: number): PassageRun[] {
  const runs: PassageRun[] = [];
  const open = new Map<string, PassageRun>();
  for (const passage of passages.slice(0, at)) {
    if (passage.lane === 'signalling') continue;
    const { sender, to, lost, verdict, atUs } = passage;
    const end = { at: passage.at, atUs };
    const run = open.get(sender);
    if (run !== undefined && isSame(run, passage)) {
      run.count += 1;
      run.last = end;
    } else {
      const reaches = passage.seenAt.at(-1) ?? sender;
      const begun = { sender, to, count: 1, first: end, last: end, reaches, lost, verdict };
      runs.push(begun);
      open.set(sender, begun);
    }
  }
  return runs;
}

function isSame(run: PassageRun, { to, lost, verdict }: Passage): boolean {
  return (
    run.to === to && run.verdict === verdict && run.lost?.link === lost?.link && run.lost?.by === lost?.by
  );
}

/** The links on which packets are lost, as the investigators found them: the last point that saw them and the first that did not enclose the culprit. */
export function findCulprits(
  counts: Readonly<Record<Point, Counts>>,
  way: 'toServer' | 'toCaller',
): { link: Link; between: readonly [Point, Point]; before: number; behind: number }[] {
  return links.flatMap((link, index) => {
    const [near, far] = [points[index], points[index + 1]];
    if (near === undefined || far === undefined) return [];
    const between: readonly [Point, Point] = way === 'toServer' ? [near, far] : [far, near];
    const [before, behind] = [counts[between[0]][way], counts[between[1]][way]];
    return before === behind ? [] : [{ link, between, before, behind }];
  });
}
