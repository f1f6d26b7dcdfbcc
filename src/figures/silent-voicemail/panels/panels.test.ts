import { toHtml } from 'hast-util-to-html';
import type { Element, ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import { readCaptureFile } from '../../../testing/captures.ts';
import {
  captureToStory,
  confirmedLine,
  createScenario,
  defaultSettings,
  findCulprits,
  findEvidence,
  findLog,
  findReason,
  findWavFields,
  findWavLength,
  formatSeconds,
  points,
  presetNames,
  presets,
  readCapture,
  stateAt,
  toHex,
  type CaptureName,
  type Scenario,
  type Settings,
  type Stories,
} from '../model/index.ts';
import { drawPanels } from './draw-panels.ts';
import { createWav } from './wav/create-wav.ts';
import { findWavParts, headerOf } from './wav/wav-parts.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

const languages = { ko, en };
const stories = Object.fromEntries(
  (['call-ok', 'call-no-rtp-caller-side', 'call-nat'] satisfies CaptureName[]).map((name) => [
    name,
    captureToStory(readCapture(readCaptureFile(name))),
  ]),
) as unknown as Stories;

function play(settings: Partial<Settings>): Scenario {
  return createScenario({ ...defaultSettings, ...settings }, stories);
}

/** Every preset at its beginning, on its way and at its end. */
const moments = presetNames.flatMap((preset) =>
  [0, 5, 55, 56, 60, 71, 88, 100, 457].map((at) => ({ preset, at })),
);

describe.each(['ko', 'en'] as const)('The panels in %s', (language) => {
  const words = languages[language];

  test.each(moments)('say of $preset after $at packets what the model says', ({ preset, at }) => {
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
    const culprits = (['toServer', 'toCaller'] as const).flatMap((way) =>
      findCulprits(state.counts, way).map(({ before, behind }) => words.counts.culprit[way](before, behind)),
    );
    expect(
      rows
        .filter((row) => findAll(row, 'td').length === 1)
        .map(textOf)
        .sort(),
    ).toEqual(culprits.sort());

    const length = findWavLength(state.message.recorded);
    expect(numbersIn(textOf(find(wav, 'strong')))).toEqual([length]);
    const shown = bytesOf(find(wav, 'pre'));
    expect(shown).toBe(
      toHex(
        createWav(headerOf(findWavParts(state.message.recorded)), state.message.recorded).subarray(0, 64),
      ),
    );
    expect(findAll(wav, 'dd').map((row) => findAll(row, 'code').map(textOf))).toEqual([
      ...findWavFields(length - 44).flatMap(({ hex, value }) => [[hex, String(value)], []]),
      [],
    ]);
  });

  test('add up how long the file is', () => {
    for (const recorded of [1, 9, 45, 250])
      expect(numbersIn(words.wav.length(recorded)).at(-1)).toBe(findWavLength(recorded));
    expect(numbersIn(words.wav.length(0))[0]).toBe(findWavLength(0));
  });

  test('mark the culprit between the two points that enclose it', () => {
    const [, counts] = drawPanels(play(presets.blocked), 457, words);
    const rows = findAll(counts, 'tr').map(textOf);
    const at = rows.findIndex((row) => row.includes('250 → 0'));
    expect(rows[at - 1]).toContain(words.counts.points['carrier-in']);
    expect(rows[at + 1]).toContain(words.counts.points['carrier-out']);
    expect(findAll(counts, 'td').flatMap((cell) => findAll(cell, 'strong').map(textOf))).toEqual([
      '250',
      words.counts.culprit.toServer(250, 0),
      '0',
    ]);
  });

  test('say that level INFO hides DEBUG, whether or not the line has been written', () => {
    for (const at of [0, 55, 457])
      expect(textOf(drawPanels(play(presets['log-level']), at, words)[0])).toContain(words.log.debugHidden);
    expect(textOf(drawPanels(play({ nat: 'on', log: 'INFO' }), 457, words)[0])).toContain(
      words.log.debugHidden,
    );
  });

  test('name the captures that show a call, or say that there is none', () => {
    const told = (settings: Partial<Settings>): string =>
      findAll(drawPanels(play(settings), 457, words)[1], 'p')
        .map(textOf)
        .at(-1) ?? '';
    expect(told(presets.blocked)).toContain('call-no-rtp-caller-side.pcap');
    expect(told(presets.blocked)).toContain('call-no-rtp.pcap');
    expect(told(presets.nat)).toContain('call-nat.pcap');
    expect(told({ block: 'edge' })).toBe(words.counts.modelOnly);
  });

  test('weigh no more than 2 KB in a page', () => {
    for (const preset of ['ok', 'blocked', 'nat'] as const)
      expect(
        brotliCompressSync(toHtml(drawPanels(play(presets[preset]), 457, words))).byteLength,
      ).toBeLessThan(2048);
  });
});

test('both languages name the same things', () => {
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

/** The bytes of a dump: what stands in each line between its offset, which must be right, and its letters. */
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
