import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import {
  confirmedLine,
  findLog,
  findReason,
  formatSeconds,
  stateAt,
  type Scenario,
  type TimedLine,
} from '../model/index.ts';
import type { LogWords } from '../words.ts';
import { drawPanel } from '../../stage/panel.ts';

/**
 * Draws FreeSWITCH's log after `at` packets, with the line “Correct ip/port confirmed.” or a placeholder for it. The figure's
 * description explains why the line is missing.
 */
export function drawLog(scenario: Scenario, at: number, words: LogWords): Element {
  const { settings, endpoints } = scenario;
  const state = stateAt(scenario, at);
  const reason = findReason(state, settings);
  const isHidden = settings.log === 'INFO';
  return drawPanel(
    words.title(settings.log),
    el(
      'pre',
      { class: 'figure-output figure-log' },
      findLog(state, settings).map((line) => drawLine(line, words)),
      reason !== undefined && el('span', { class: 'missing' }, words.missing(confirmedText)),
    ),
    (reason === undefined || isHidden) &&
      el('p', {}, reason === undefined && words.found(endpoints.caller), isHidden && ` ${words.debugHidden}`),
  );
}

/** The line without its level and source location, which differ between versions. */
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
