import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { createScale } from '../../stage/scale.ts';
import {
  createScenario,
  defaultSettings,
  links,
  presetNames,
  presets,
  settingsTable,
  stateAt,
  type Settings,
} from '../model/index.ts';
import { capturedCalls } from '../captured-calls.ts';
import { loadWords } from '../words.ts';
import { drawLadder } from './draw-ladder.ts';

const { ladder: words } = await loadWords('en');

function play(settings: Partial<Settings>) {
  return createScenario({ ...defaultSettings, ...settings }, capturedCalls);
}

function draw(settings: Partial<Settings>, at = Infinity): Element {
  return drawLadder({ scenario: play(settings), at }, words, createScale);
}

/** Finds the elements with exactly these classes. */
function pick(picture: Element, classes: string): Element[] {
  const found: Element[] = [];
  visit(picture, 'element', (element) => {
    if (element.properties.class === classes) found.push(element);
  });
  return found;
}

/** Counts the dots of the only path with these classes; 0 if there is none. */
function countDots(picture: Element, classes: string): number {
  const paths = pick(picture, classes).filter(({ tagName }) => tagName === 'path');
  expect(paths.length).toBeLessThanOrEqual(1);
  const d = paths[0]?.properties.d;
  return typeof d === 'string' ? d.split('h0').length - 1 : 0;
}

function textsOf(picture: Element, classes: string): string[] {
  return pick(picture, classes)
    .filter(({ tagName }) => tagName === 'text')
    .map((text) => toString(text));
}

describe('The ladder', () => {
  test.each(presetNames)('has the seven SIP messages of the call, even if RTP is lost: %s', (preset) => {
    const picture = draw(presets[preset]);
    expect(pick(picture, 'signal').map(({ tagName }) => tagName)).toEqual(Array<string>(7).fill('line'));
    expect(pick(picture, 'signal head')).toHaveLength(7);
    expect(textsOf(picture, 'mono halo')).toEqual([
      'INVITE 10.9.1.2:6000',
      '100 Trying',
      '180 Ringing',
      '200 OK 10.9.2.2:40000',
      'ACK',
      'BYE',
      '200 OK',
    ]);
  });

  test('has one path per side, with a dot for each packet on each hop', () => {
    const picture = draw({});
    expect(countDots(picture, 'media')).toBe(250 * 4);
    expect(countDots(picture, 'media back')).toBe(50 * 3);
    expect(pick(picture, 'lost ring')).toEqual([]);
    expect(textsOf(picture, 'media halo')).toEqual(['→250', '250', '→250', '→250']);
    expect(textsOf(picture, 'media back halo')).toEqual(['←50', '50', '←50']);
  });

  test('marks where the packets of the blocked call are lost: a ring for each, a bar with a cross, and their number', () => {
    const picture = draw(presets.blocked);
    expect(countDots(picture, 'media')).toBe(250);
    expect(countDots(picture, 'media back')).toBe(50 * 3);
    expect(countDots(picture, 'lost ring')).toBe(250);
    expect(textsOf(picture, 'media halo')).toEqual(['→250']);
    expect(textsOf(picture, 'lost strong halo start')).toEqual(['−250']);
    for (const mark of ['lost wall', 'lost bar', 'lost disc', 'lost cross'])
      expect(pick(picture, mark)).toHaveLength(1);
  });

  test('shows 73 packets lost behind NAT and 127 that arrive, with the caller’s observed address', () => {
    const picture = draw(presets.nat);
    expect(countDots(picture, 'lost ring')).toBe(73);
    expect(textsOf(picture, 'media back halo')).toEqual(['←200', '127', '←127']);
    expect(textsOf(picture, 'mono end halo')).toEqual(['10.9.2.1:23456']);
    expect(pick(picture, 'event')).toHaveLength(1);
  });

  test.each(presetNames)('agrees with the model’s counts at each point, at any moment: %s', (preset) => {
    const scenario = play(presets[preset]);
    for (const at of [0, 5, 60, 88, 200, 307, 457]) {
      const { counts, voicemail } = stateAt(scenario, at);
      const picture = draw(presets[preset], at);
      const passed = ['carrier-in', 'carrier-out', 'server'] as const;
      expect(countDots(picture, 'media')).toBe(
        passed.reduce((sum, point) => sum + counts[point].toServer, voicemail.recorded),
      );
      const heard = ['carrier-out', 'carrier-in', 'caller'] as const;
      expect(countDots(picture, 'media back')).toBe(
        heard.reduce((sum, point) => sum + counts[point].toCaller, 0),
      );
    }
  });

  test.each(links)('puts a wall on a blocked link, even before the first packet: %s', (block) => {
    expect(pick(draw({ block, direction: 'both' }, 0), 'lost wall')).toHaveLength(2);
    expect(pick(draw({ block }, 0), 'lost wall')).toHaveLength(1);
    expect(pick(draw({ block }, 0), 'lost bar')).toHaveLength(0);
  });

  test('shows only packets that have been played, and the current time', () => {
    const picture = draw({}, 57);
    expect(pick(picture, 'signal')).toHaveLength(5);
    expect(countDots(picture, 'media')).toBe(2 * 4);
    expect(pick(picture, 'now')).toHaveLength(1);
    expect(pick(draw({}), 'now')).toHaveLength(0);
    expect(pick(draw({}, 0), 'signal')).toHaveLength(0);
  });

  test('marks the log line, unless the log level hides it', () => {
    expect(pick(draw({}, 55), 'event')).toHaveLength(0);
    expect(pick(draw({}, 56), 'event')).toHaveLength(1);
    expect(pick(draw(presets['log-level']), 'event')).toHaveLength(0);
  });

  test('shows packets that FreeSWITCH drops as lost before the file', () => {
    const picture = draw(presets['other-payload']);
    expect(countDots(picture, 'media')).toBe(250 * 3);
    expect(countDots(picture, 'lost ring')).toBe(250);
    expect(textsOf(picture, 'lost strong halo start')).toEqual(['−250']);
  });

  test('places the number of lost packets clear of all other text, even on a phone', () => {
    const blocked = links.flatMap((block) =>
      settingsTable.direction.options.flatMap((direction) =>
        [1, 9, 10, 250].flatMap((packets) =>
          (['off', 'on'] as const).map((nat) => ({ block, direction, packets, nat, at: 457 })),
        ),
      ),
    );
    const played = presetNames.flatMap((name) =>
      [6, 60, 80, 88, 200, 457].map((at) => ({ ...presets[name], at })),
    );
    for (const { at, ...settings } of [...blocked, ...played]) {
      const boxes = placeTexts(draw(settings, at), 320);
      for (const one of boxes.filter(({ text }) => text.startsWith('−')))
        expect(
          boxes.filter((other) => other !== one && isOn(one, other)),
          `${one.text} after ${String(at)} of ${JSON.stringify(settings)}`,
        ).toEqual([]);
    }
  });

  test('has few nodes, however many packets have passed', () => {
    let nodes = 0;
    visit(draw(presets.nat), 'element', () => {
      nodes += 1;
    });
    expect(nodes).toBeLessThan(100);
  });
});

interface Box {
  text: string;
  left: number;
  right: number;
  baseline: number;
}

/** Estimates the boxes of the texts in a picture of a given width, from an average character width. */
function placeTexts(picture: Element, width: number): Box[] {
  const boxes: Box[] = [];
  const place = (element: Element, [left, top]: [number, number]): void => {
    const { x = 0, y = 0, class: name = '' } = element.properties;
    const shift = String(x).endsWith('%') ? (parseFloat(String(x)) / 100) * width : Number(x);
    const at: [number, number] = [left + shift, top + Number(y)];
    if (element.tagName === 'text') {
      const text = toString(element);
      const long = text.length * 7;
      const before = String(name).includes('start') ? 0 : String(name).includes('end') ? long : long / 2;
      boxes.push({ text, left: at[0] - before, right: at[0] - before + long, baseline: at[1] });
    }
    for (const child of element.children)
      if (child.type === 'element') place(child, element.tagName === 'svg' ? at : [left, top]);
  };
  place(picture, [0, 0]);
  return boxes;
}

function isOn(one: Box, other: Box): boolean {
  const isBeside = one.right <= other.left || other.right <= one.left;
  // Digits of 13 px are 9.5 px high, and have no descenders.
  return !isBeside && Math.abs(one.baseline - other.baseline) < 10;
}
