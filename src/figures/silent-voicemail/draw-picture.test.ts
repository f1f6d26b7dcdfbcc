import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { createScale } from '../stage/scale.ts';
import { capturedCalls } from './captured-calls.ts';
import { drawPicture } from './draw-picture.ts';
import {
  confirmedLine,
  createScenario,
  defaultSettings,
  findLog,
  findWavLength,
  presetNames,
  presets,
  stateAt,
  type Settings,
} from './model/index.ts';
import { loadWords } from './words.ts';

const words = await loadWords('en');

function play(settings: Partial<Settings>) {
  return createScenario({ ...defaultSettings, ...settings }, capturedCalls);
}

function findTexts(picture: Element, name: string): string[] {
  const found: string[] = [];
  visit(picture, 'element', (element) => {
    if (element.tagName === 'text' && String(element.properties.class).split(' ').includes(name))
      found.push(toString(element));
  });
  return found;
}

const readLength = (picture: Element): number => Number(findTexts(picture, 'large')[0]?.replace(',', ''));

describe('The picture of a call', () => {
  test.each(presetNames)('has the length of the WAV file after every packet: %s', (preset) => {
    const scenario = play(presets[preset]);
    for (let at = 0; at <= scenario.packets.length; at += 7) {
      const { recorded } = stateAt(scenario, at).voicemail;
      expect(readLength(drawPicture({ scenario, at }, words, createScale))).toBe(findWavLength(recorded));
    }
  });

  test('lets the file grow by 320 bytes with each packet of the good call, and stay at 44 in the blocked one', () => {
    const lengths = (settings: Partial<Settings>): number[] => {
      const scenario = play(settings);
      return [55, 56, 57, 58, 305].map((at) => readLength(drawPicture({ scenario, at }, words, createScale)));
    };
    expect(lengths(presets.ok)).toEqual([44, 364, 684, 1004, 80_044]);
    expect(lengths(presets.blocked)).toEqual([44, 44, 44, 44, 44]);
  });

  test('marks the file as empty once the caller has spoken in vain', () => {
    const scenario = play(presets.blocked);
    const isMarked = (at: number): boolean =>
      findTexts(drawPicture({ scenario, at }, words, createScale), 'lost').includes('44');
    expect([55, 56, 307].map(isMarked)).toEqual([false, true, true]);
  });

  test.each(presetNames)('has the last line of the log, or says which line is missing: %s', (preset) => {
    const scenario = play(presets[preset]);
    for (const at of [0, 55, 56, 88, 457]) {
      const text = toString(drawPicture({ scenario, at }, words, createScale));
      const last = findLog(stateAt(scenario, at), scenario.settings).at(-1);
      expect(text.includes(words.result.noLine)).toBe(last === undefined);
      if (last?.text === confirmedLine) expect(text).toContain('Correct ip/port confirmed.');
      else if (last !== undefined) expect(text).toContain('Auto Changing port …');
    }
  });

  test('is low enough for a phone, with its controls', () => {
    for (const preset of presetNames)
      expect(
        drawPicture({ scenario: play(presets[preset]), at: 457 }, words, createScale).properties.height,
      ).toBeLessThanOrEqual(350);
  });
});
