import { toHtml } from 'hast-util-to-html';
import type { Element, ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import { capturedCalls } from '../captured-calls.ts';
import {
  confirmedLine,
  createScenario,
  defaultSettings,
  findLossyLinks,
  findEvidence,
  findLog,
  findReason,
  findWavLength,
  formatSeconds,
  points,
  presetNames,
  presets,
  stateAt,
  type Scenario,
  type Settings,
} from '../model/index.ts';
import { findWavFields, toHex } from '../model/wav.ts';
import { writeWav } from '../model/write-wav.ts';
import type { VoicemailWords } from '../words.ts';
import en from '../words/en.ts';
import ko from '../words/ko.ts';
import { drawCounts } from './draw-counts.ts';
import { drawLog } from './draw-log.ts';
import { drawWav } from './draw-wav.ts';
import { decodeRecording } from '../listen/recording.ts';

const languages = { ko: ko.panels, en: en.panels };
function play(settings: Partial<Settings>): Scenario {
  return createScenario({ ...defaultSettings, ...settings }, capturedCalls);
}

/** Every preset at its start, at several moments and at its end. */
const moments = presetNames.flatMap((preset) =>
  [0, 5, 55, 56, 60, 71, 88, 100, 457].map((at) => ({ preset, at })),
);

/** Draws the panels of the static figure: the log, the counts and the WAV file. */
function drawPanels(scenario: Scenario, at: number, words: VoicemailWords['panels']): Element[] {
  return [
    drawLog(scenario, at, words.log),
    drawCounts(scenario, at, words.counts),
    drawWav(stateAt(scenario, at).voicemail.recorded, words.wav),
  ];
}

describe.each(['ko', 'en'] as const)('The panels in %s', (language) => {
  const words = languages[language];

  test.each(moments)('show what the model computes for $preset after $at packets', ({ preset, at }) => {
    const scenario = play(presets[preset]);
    const state = stateAt(scenario, at);
    const [log, counts, wav] = drawPanels(scenario, at, words);

    expect(linesOf(find(log, 'pre'))).toEqual([
      ...findLog(state, scenario.settings).map(
        ({ atUs, text }) =>
          `${formatSeconds(atUs)}  ${text}${text === confirmedLine ? ` ${words.log.thisLine}` : ''}`,
      ),
      ...(findReason(state, scenario.settings) === undefined
        ? []
        : [words.log.missing('Correct ip/port confirmed.')]),
    ]);

    const rows = findAll(counts, 'tr').slice(1);
    const numbers = rows.filter((row) => findAll(row, 'td').length === 3);
    expect(numbers.map((row) => findAll(row, 'td').map((cell) => Number(textOf(cell))))).toEqual(
      points.map((point) => [
        state.counts[point].sip,
        state.counts[point].toServer,
        state.counts[point].toCaller,
      ]),
    );
    expect(numbers.map((row) => textOf(find(row, 'th')))).toEqual(
      points.map(
        (point) =>
          `${words.counts.points[point]} ${words.counts.evidence[findEvidence(scenario, at, point)]}`,
      ),
    );
    const lossRows = (['toServer', 'toCaller'] as const).flatMap((direction) =>
      findLossyLinks(state.counts, direction).map(({ before, after }) =>
        words.counts.loss[direction](before, after),
      ),
    );
    expect(
      rows
        .filter((row) => findAll(row, 'td').length === 1)
        .map(textOf)
        .sort(),
    ).toEqual(lossRows.sort());

    const length = findWavLength(state.voicemail.recorded);
    expect(numbersIn(textOf(find(wav, 'summary')))).toEqual([length]);
    const shown = bytesOf(find(wav, 'pre'));
    expect(shown).toBe(
      toHex(writeWav(findWavFields(length - 44), decodeRecording(state.voicemail.recorded)).subarray(0, 64)),
    );
  });

  test('calculate the length of the file', () => {
    for (const recorded of [1, 9, 45, 250])
      expect(numbersIn(words.wav.length(recorded)).at(-1)).toBe(findWavLength(recorded));
    expect(numbersIn(words.wav.length(0))[0]).toBe(findWavLength(0));
  });

  test('mark the link with the losses between the two points that enclose it', () => {
    const [, counts] = drawPanels(play(presets.blocked), 457, words);
    const rows = findAll(counts, 'tr').map(textOf);
    const at = rows.findIndex((row) => row.includes('250 → 0'));
    expect(rows[at - 1]).toContain(words.counts.points['carrier-in']);
    expect(rows[at + 1]).toContain(words.counts.points['carrier-out']);
    expect(findAll(counts, 'td').flatMap((cell) => findAll(cell, 'strong').map(textOf))).toEqual([
      '250',
      words.counts.loss.toServer(250, 0),
      '0',
    ]);
  });

  test('say that level INFO hides DEBUG, whether or not the line was logged', () => {
    for (const at of [0, 55, 457])
      expect(textOf(drawPanels(play(presets['log-level']), at, words)[0])).toContain(words.log.debugHidden);
    expect(textOf(drawPanels(play({ nat: 'on', log: 'INFO' }), 457, words)[0])).toContain(
      words.log.debugHidden,
    );
  });

  test('name the captures of a call, or say that there are none', () => {
    const sources = (settings: Partial<Settings>): string =>
      findAll(drawPanels(play(settings), 457, words)[1], 'p')
        .map(textOf)
        .at(-1) ?? '';
    expect(sources(presets.blocked)).toContain('call-no-rtp-caller-side.pcap');
    expect(sources(presets.blocked)).toContain('call-no-rtp.pcap');
    expect(sources(presets.nat)).toContain('call-nat.pcap');
    expect(sources({ block: 'edge' })).toBe(words.counts.modelOnly);
  });

  test('weigh no more than 2 KB compressed in a page', () => {
    for (const preset of ['ok', 'blocked', 'nat'] as const)
      expect(
        brotliCompressSync(toHtml(drawPanels(play(presets[preset]), 457, words))).byteLength,
      ).toBeLessThan(2048);
  });
});

test('Both languages have the same keys', () => {
  expect(keysOf(ko)).toEqual(keysOf(en));
});

function keysOf(words: object): string[] {
  return Object.entries(words)
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? keysOf(value).map((inner) => `${key}.${inner}`) : [key],
    )
    .sort();
}

type Node = Element | ElementContent | undefined;

function findAll(node: Node, name: string): Element[] {
  if (node?.type !== 'element') return [];
  return node.children.flatMap((child) => [
    ...(child.type === 'element' && child.tagName === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

function find(node: Node, name: string): Element | undefined {
  return findAll(node, name)[0];
}

function textOf(node: Node): string {
  if (node?.type === 'text') return node.value;
  return node?.type === 'element' ? node.children.map(textOf).join('') : '';
}

function linesOf(node: Node): string[] {
  return textOf(node)
    .split('\n')
    .filter((line) => line !== '');
}

/** Reads the bytes of a dump, between the offset and the characters of each line, and checks the offsets. */
function bytesOf(node: Node): string {
  const lines = linesOf(node).filter((line) => line !== '⋯');
  lines.forEach((line, index) => {
    expect(Number(line.slice(0, 2))).toBe(8 * index);
  });
  return lines.map((line) => line.slice(3, 26).trim()).join(' ');
}

function numbersIn(text: string): number[] {
  return Array.from(text.matchAll(/\d[\d,]*/g), ([number]) => Number(number.replaceAll(',', '')));
}
