import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import type { CreateScale } from '../../stage/scale.ts';
import { findLog, findRuns, stateAt, type Passage, type PassageRun, type Scenario } from '../model/index.ts';
import type { LadderWords } from '../words.ts';
import { drawAxis, drawParticipants } from './background.ts';
import { columns, percent } from './columns.ts';
import { drawCounts, drawDots } from './dots.ts';
import { layer, mark } from './drawing.ts';
import { drawMessage } from './message.ts';
import { drawStop, drawWalls } from './stop.ts';
import { createTimeAxis, type TimeAxis } from './time-axis.ts';

/** What a ladder is drawn of. */
export interface LadderState {
  scenario: Scenario;
  /** How many packets of the call have been played. */
  at: number;
  /** The moment it is, in microseconds since the INVITE, where it is later than that of the last packet. */
  nowUs?: number | undefined;
}

/**
 * The call as a ladder: time goes down, messages are arrows from end to end, and each packet of sound is a dot on each hop that
 * it passes. What has not happened yet is not drawn.
 */
export function drawLadder(
  { scenario, at, nowUs }: LadderState,
  words: LadderWords,
  createScale: CreateScale,
): Element {
  const axis = createTimeAxis(scenario, createScale);
  const happened = scenario.passages.slice(0, at);
  const runs = findRuns(scenario, at);
  const log = findLog(stateAt(scenario, at), scenario.settings);
  return el(
    'svg',
    { role: 'img', 'aria-label': words.label, width: '100%', height: axis.height },
    drawParticipants(axis, words),
    drawAxis(scenario, axis, words),
    drawWalls(scenario, axis),
    layer(axis.height, drawDots(happened, axis)),
    runs.map((run) => drawStop(run, axis)),
    drawCounts(happened, axis),
    happened.map((passage) => drawMessage(passage, scenario, axis)),
    drawSeenAddress(runs, scenario, axis),
    log.map(({ atUs }) => drawLogLine(axis.y(atUs), words)),
    happened.length < scenario.passages.length && drawNow(happened.at(-1), nowUs, axis),
  );
}

/** Behind NAT sound comes from an address that nobody has announced. */
function drawSeenAddress(
  runs: readonly PassageRun[],
  { settings, endpoints }: Scenario,
  { y }: TimeAxis,
): Element | undefined {
  const first = runs.find(({ sender, reaches }) => sender === 'caller' && reaches === 'server');
  if (settings.nat === 'off' || first === undefined) return undefined;
  const x = percent(columns.server - 1.5);
  return el(
    'text',
    { class: 'mono end halo', x, y: Math.round(y(first.first.atUs)) - 7 },
    endpoints.seenCaller,
  );
}

function drawLogLine(y: number, { logLine }: LadderWords): Element {
  return mark(
    columns.server,
    Math.round(y),
    el('path', { class: 'event', d: 'M0-6 6 0 0 6-6 0z' }),
    el('text', { class: 'start strong halo', x: 6, y: -8 }, logLine),
  );
}

function drawNow(last: Passage | undefined, nowUs: number | undefined, { rows, y }: TimeAxis): Element {
  const lastUs = last?.atUs ?? 0;
  const height = Math.max(rows.get(last?.at ?? 1) ?? 0, y(Math.max(lastUs, nowUs ?? 0)));
  const { start, end } = { start: percent(columns.caller - 3), end: percent(columns.recorder + 3) };
  return el('line', { class: 'now', x1: start, x2: end, y1: Math.round(height), y2: Math.round(height) });
}
