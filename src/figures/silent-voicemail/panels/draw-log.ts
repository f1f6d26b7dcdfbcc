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
import { drawPanel } from './draw-panel.ts';
import type { LogWords } from './words.ts';

/** What FreeSWITCH has logged of a call so far: with the line that mattered, or with an empty place; why it is empty is told with the picture. */
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
