import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import {
  adjustThreshold,
  confirmedLine,
  findLog,
  findReason,
  formatSeconds,
  stateAt,
  type Scenario,
  type TimedLine,
} from '../model/index.ts';
import { drawPanel } from './draw-panel.ts';
import type { LogWords, UnconfirmedCall } from './words.ts';

/** What FreeSWITCH has logged of a call so far: with the line that mattered, or with an empty place and why it is empty. */
export function drawLog(scenario: Scenario, at: number, words: LogWords): Element {
  const { settings, endpoints } = scenario;
  const state = stateAt(scenario, at);
  const reason = findReason(state, settings);
  return drawPanel(
    words.title(settings.log),
    el(
      'pre',
      { class: 'figure-output figure-log' },
      findLog(state, settings).map((line) => drawLine(line, words)),
      reason !== undefined && el('span', { class: 'missing' }, words.missing(confirmedText)),
    ),
    el(
      'p',
      {},
      reason === undefined
        ? words.found(endpoints.caller)
        : words.reasons[reason](describeCall(scenario, at)),
      settings.log === 'INFO' && reason !== 'log-level' && ` ${words.debugHidden}`,
    ),
  );
}

/** The line without its level and its place in the source, which differ from version to version. */
const confirmedText = confirmedLine.replace(/^\[DEBUG\] \S+ /, '');

function drawLine({ atUs, text }: TimedLine, { thisLine }: LogWords): Element {
  const isConfirmation = text === confirmedLine;
  return el(
    'span',
    {},
    `${formatSeconds(atUs)}  `,
    isConfirmation ? [el('mark', {}, text), ` ${thisLine}`] : text,
    '\n',
  );
}

function describeCall(scenario: Scenario, at: number): UnconfirmedCall {
  const { adjust, counts, message } = stateAt(scenario, at);
  const { caller, seenCaller } = scenario.endpoints;
  return {
    isOver: at >= scenario.passages.length,
    mode: adjust.mode,
    sent: message.sent,
    arrived: counts.server.toServer,
    tally: adjust.tally,
    threshold: adjustThreshold,
    promised: caller,
    seen: seenCaller,
  };
}
