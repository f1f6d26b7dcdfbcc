import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import { placeAt } from '../../stage/position.ts';
import type { CreateScale } from '../../stage/scale.ts';
import {
  findLog,
  findRuns,
  stateAt,
  type PacketRun,
  type Scenario,
  type TracedPacket,
} from '../model/index.ts';
import type { LadderWords } from '../words.ts';
import { drawAxis, drawParticipants } from './background.ts';
import { columns, percent } from './columns.ts';
import { layer } from './drawing.ts';
import { drawCounts, drawDots, drawLoss, drawWalls } from './packets.ts';
import { createTimeAxis, type TimeAxis } from './time-axis.ts';

/** The part of a call to draw. */
export interface LadderState {
  scenario: Scenario;
  /** Number of packets played so far. */
  at: number;
  /** The current time in microseconds since the INVITE, if it is past the last packet played. */
  nowUs?: number | undefined;
}

/**
 * Draws the call as a ladder diagram. Time runs down, SIP messages are arrows from end to end, and each RTP packet is a dot on
 * every hop that it passes. Packets that have not been played yet are not drawn.
 */
export function drawLadder(
  { scenario, at, nowUs }: LadderState,
  words: LadderWords,
  createScale: CreateScale,
): Element {
  const axis = createTimeAxis(scenario, createScale);
  const shown = scenario.packets.slice(0, at);
  const runs = findRuns(scenario, at);
  const log = findLog(stateAt(scenario, at), scenario.settings);
  return el(
    'svg',
    { role: 'img', 'aria-label': words.label, width: '100%', height: axis.height },
    drawParticipants(axis, words),
    drawAxis(scenario, axis, words),
    drawWalls(scenario, axis),
    layer(axis.height, drawDots(shown, axis)),
    runs.map((run) => drawLoss(run, axis)),
    drawCounts(shown, axis),
    shown.map((packet) => drawMessage(packet, scenario, axis)),
    drawObservedAddress(runs, scenario, axis),
    log.map(({ atUs }) => drawLogMark(axis.y(atUs), words)),
    shown.length < scenario.packets.length && drawNow(shown.at(-1), nowUs, axis),
  );
}

/** Draws a SIP message as an arrow from end to end, labeled with its method or status and the endpoint in its SDP. */
function drawMessage(packet: TracedPacket, scenario: Scenario, { rows }: TimeAxis): Element[] {
  const y = rows.get(packet.at);
  if (packet.kind === 'rtp' || y === undefined) return [];
  const isToServer = packet.sender === 'caller';
  return [
    el('line', { class: 'signal', x1: percent(columns.caller), x2: percent(columns.server), y1: y, y2: y }),
    placeAt(
      percent(isToServer ? columns.server : columns.caller),
      y,
      el('path', { class: 'signal head', d: isToServer ? 'M0 0-8-4v8z' : 'M0 0 8-4v8z' }),
    ),
    el(
      'text',
      { class: 'mono halo', x: percent((columns.caller + columns.server) / 2), y: y - 5 },
      [packet.label, findSdpEndpoint(packet, scenario)].filter(Boolean).join(' '),
    ),
  ];
}

/** Finds the endpoint in the SDP of a message: the INVITE has the offer, and the 200 OK before the ACK has the answer. */
function findSdpEndpoint(packet: TracedPacket, { endpoints, packets }: Scenario): string | undefined {
  if (packet.kind === 'rtp') return undefined;
  if (packet.label === 'INVITE') return endpoints.caller;
  const next = packets[packet.at];
  return next?.kind === 'sip' && next.label === 'ACK' ? endpoints.server : undefined;
}

/** Labels the caller's first packet behind NAT with its source address, which no SDP has announced. */
function drawObservedAddress(
  runs: readonly PacketRun[],
  { settings, endpoints }: Scenario,
  { y }: TimeAxis,
): Element | undefined {
  const first = runs.find(({ sender, reaches }) => sender === 'caller' && reaches === 'server');
  if (settings.nat === 'off' || first === undefined) return undefined;
  const x = percent(columns.server - 1.5);
  return el(
    'text',
    { class: 'mono end halo', x, y: Math.round(y(first.first.atUs)) - 7 },
    endpoints.observedCaller,
  );
}

function drawLogMark(y: number, { logLine }: LadderWords): Element {
  return placeAt(
    percent(columns.server),
    Math.round(y),
    el('path', { class: 'event', d: 'M0-6 6 0 0 6-6 0z' }),
    el('text', { class: 'start strong halo', x: 6, y: -8 }, logLine),
  );
}

function drawNow(last: TracedPacket | undefined, nowUs: number | undefined, { rows, y }: TimeAxis): Element {
  const lastUs = last?.atUs ?? 0;
  const height = Math.max(rows.get(last?.at ?? 1) ?? 0, y(Math.max(lastUs, nowUs ?? 0)));
  const { start, end } = { start: percent(columns.caller - 3), end: percent(columns.recorder + 3) };
  return el('line', { class: 'now', x1: start, x2: end, y1: Math.round(height), y2: Math.round(height) });
}
