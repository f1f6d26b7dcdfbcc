import type { Endpoint } from '../../../capture/index.ts';
import type { Verdict } from './auto-adjust.ts';
import {
  beginCall,
  points,
  sendPacket,
  type CallState,
  type Counts,
  type Loss,
  type Point,
  type TracedPacket,
} from './call-state.ts';
import { settingsToFragment } from './fragment.ts';
import { planCall, type CapturedCalls, type CaptureName } from './plan.ts';
import { links, voicemailPackets, type Link, type Settings } from './settings.ts';

/** The source of the counts at a point: a capture that can be downloaded, a count made in the lab, or the model alone. */
export type Evidence = 'capture' | 'lab' | 'model';

/** A whole call with certain settings, simulated packet by packet. */
export interface Scenario {
  settings: Settings;
  /** The captures of a call with these settings, by the point where they were taken; empty if there are no captures. */
  captures: Readonly<Partial<Record<Point, CaptureName>>>;
  /** The endpoints in the SDP of both sides, and the source address of the caller's RTP as the server sees it. */
  endpoints: Readonly<Record<'caller' | 'server' | 'observedCaller', Endpoint>>;
  packets: readonly TracedPacket[];
  /** The state before the first packet and after each packet: one more than there are packets. */
  states: readonly [CallState, ...CallState[]];
}

/** Simulates a whole call. */
export function createScenario(settings: Settings, calls: CapturedCalls): Scenario {
  const plan = planCall(settings, calls);
  let state = beginCall(settings, plan);
  const states: [CallState, ...CallState[]] = [state];
  const packets: TracedPacket[] = [];
  for (const sent of plan.packets) {
    const step = sendPacket(state, sent, { settings, plan });
    state = step.state;
    states.push(state);
    packets.push(step.packet);
  }
  const { caller, server, observedCaller } = plan;
  const endpoints = { caller: caller.endpoint, server: server.endpoint, observedCaller };
  return { settings, captures: findCaptures(settings), endpoints, packets, states };
}

/** Memoizes `createScenario` for the last settings, regardless of `at`: the whole call is simulated, however much of it is shown. */
export function createScenarioCache(calls: CapturedCalls): (settings: Settings) => Scenario {
  let last: { key: string; scenario: Scenario } | undefined;
  return (settings) => {
    const key = settingsToFragment({ ...settings, at: 0 });
    if (last?.key !== key) last = { key, scenario: createScenario(settings, calls) };
    return last.scenario;
  };
}

/** Returns the state after `at` packets, or at the end of a shorter call. */
export function stateAt({ states }: Scenario, at: number): CallState {
  return states[Math.min(Math.max(0, Math.trunc(at)), states.length - 1)] ?? states[0];
}

/**
 * Finds the source of the counts at a point after `at` packets. In the lab, tcpdump ran at all four points, but only whole calls
 * were counted, and none behind NAT.
 */
export function findEvidence({ settings, captures, states }: Scenario, at: number, point: Point): Evidence {
  if (captures[point] !== undefined) return 'capture';
  const isWhole = at >= states.length - 1;
  return isWhole && captures.server !== undefined && settings.nat === 'off' ? 'lab' : 'model';
}

/** Finds the captures of a call with exactly these settings. The blocked call has two captures, every other one. */
function findCaptures({ block, direction, nat, adjust, sends, packets }: Settings): Scenario['captures'] {
  if (adjust !== 'on' || sends !== 'voice' || packets !== voicemailPackets) return {};
  if (block === 'none') return { server: nat === 'on' ? 'call-nat' : 'call-ok' };
  return nat === 'off' && block === 'carrier' && direction === 'to-server'
    ? { caller: 'call-no-rtp-caller-side', server: 'call-no-rtp' }
    : {};
}

/** Successive RTP packets of one side that took the same path. */
export interface PacketRun {
  sender: 'caller' | 'server';
  to: Endpoint;
  count: number;
  first: { at: number; atUs: number };
  last: { at: number; atUs: number };
  /** The last point that the packets passed. */
  reaches: Point;
  lost: Loss | undefined;
  verdict: Verdict | undefined;
}

/** Groups the RTP among the first `at` packets into runs, separately for each side. */
export function findRuns({ packets }: Pick<Scenario, 'packets'>, at: number): PacketRun[] {
  const runs: PacketRun[] = [];
  const open = new Map<string, PacketRun>();
  for (const packet of packets.slice(0, at)) {
    if (packet.kind === 'sip') continue;
    const { sender, to, lost, verdict, atUs } = packet;
    const end = { at: packet.at, atUs };
    const run = open.get(sender);
    if (run !== undefined && continuesRun(run, packet)) {
      run.count += 1;
      run.last = end;
    } else {
      const reaches = packet.seenAt.at(-1) ?? sender;
      const begun = { sender, to, count: 1, first: end, last: end, reaches, lost, verdict };
      runs.push(begun);
      open.set(sender, begun);
    }
  }
  return runs;
}

function continuesRun(run: PacketRun, { to, lost, verdict }: TracedPacket): boolean {
  return (
    run.to === to && run.verdict === verdict && run.lost?.link === lost?.link && run.lost?.by === lost?.by
  );
}

/** Finds the links on which packets are lost, by comparing the counts at both ends of each link. */
export function findLossyLinks(
  counts: Readonly<Record<Point, Counts>>,
  direction: 'toServer' | 'toCaller',
): { link: Link; between: readonly [Point, Point]; before: number; after: number }[] {
  return links.flatMap((link, index) => {
    const [near, far] = [points[index], points[index + 1]];
    if (near === undefined || far === undefined) return [];
    const between: readonly [Point, Point] = direction === 'toServer' ? [near, far] : [far, near];
    const [before, after] = [counts[between[0]][direction], counts[between[1]][direction]];
    return before === after ? [] : [{ link, between, before, after }];
  });
}
