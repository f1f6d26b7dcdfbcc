import type { Element } from 'hast';
import { el } from '../stage/element.ts';
import { placeAt } from '../stage/position.ts';
import type { CreateScale } from '../stage/scale.ts';
import { percent } from './ladder/columns.ts';
import { drawLadder, type LadderState } from './ladder/draw-ladder.ts';
import { findLog, findWavLength, stateAt } from './model/index.ts';
import type { ResultWords, VoicemailWords } from './words.ts';

/** Draws the call as a ladder, and below it what it has left on the server: the last line of its log, and the length of the WAV file. */
export function drawPicture(
  state: LadderState,
  { ladder: ladderWords, result }: VoicemailWords,
  createScale: CreateScale,
): Element {
  const ladder = drawLadder(state, ladderWords, createScale);
  const top = Number(ladder.properties.height);
  return {
    ...ladder,
    properties: { ...ladder.properties, height: top + resultHeight },
    children: [...ladder.children, ...drawLogLine(state, top, result), ...drawWavLength(state, top, result)],
  };
}

/** Height of the results below the ladder, in pixels. */
export const resultHeight = 76;

/** Where the results begin, right of their labels; in percent of the width. */
const indent = 13;

function drawLogLine({ scenario, at }: LadderState, top: number, words: ResultWords): Element[] {
  const line = findLog(stateAt(scenario, at), scenario.settings).at(-1);
  const middle = top + 14;
  return [
    el('text', { class: 'soft start', x: 0, y: middle + 4 }, words.log),
    el('rect', {
      class: line === undefined ? 'line now' : 'lane',
      ...{ x: percent(indent), width: percent(100 - indent), y: middle - 12, height: 24, rx: 3 },
    }),
    placeAt(
      percent(indent),
      middle,
      line === undefined
        ? el('text', { class: 'soft start', x: 8, y: 4 }, words.noLine)
        : el('text', { class: 'mono start', x: 8, y: 4 }, shorten(line.text)),
    ),
  ];
}

/** Shortens a log line to what fits a phone: without level, source location and addresses. */
function shorten(text: string): string {
  return text.replace(/^\S+ \S+ /, '').replace(/ from .*/, ' …');
}

/** Draws the length of the file in large digits, right-aligned to the room for the longest recording. */
function drawWavLength({ scenario, at }: LadderState, top: number, words: ResultWords): Element[] {
  const { recorded, sent } = stateAt(scenario, at).voicemail;
  const baseline = top + 67;
  const isLost = recorded === 0 && sent > 0;
  return [
    el('text', { class: 'soft start', x: 0, y: baseline }, words.file),
    placeAt(
      percent(indent),
      baseline,
      el(
        'text',
        { class: `large strong end${isLost ? ' lost halo' : ''}`, x: 112, y: 0 },
        words.number(findWavLength(recorded)),
      ),
      el('text', { class: 'start', x: 118, y: 0 }, words.bytes),
    ),
  ];
}
