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
import { stories } from '../stories.ts';
import { loadWords } from '../words.ts';
import { drawLadder } from './draw-ladder.ts';

const { ladder: words } = await loadWords('en');

function play(settings: Partial<Settings>) {
  return createScenario({ ...defaultSettings, ...settings }, stories);
}

function draw(settings: Partial<Settings>, at = Infinity): Element {
  return drawLadder({ scenario: play(settings), at }, words, createScale);
}

/** The elements of a picture that have exactly these classes. */
function pick(picture: Element, classes: string): Element[] {
  const found: Element[] = [];
  visit(picture, 'element', (element) => {
    if (element.properties.class === classes) found.push(element);
  });
  return found;
}

/** How many dots the one path of these classes has, if there is one. */
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
  test.each(presetNames)(
    'has the seven messages of the call, whatever becomes of its sound: %s',
    (preset) => {
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
    },
  );

  test('has each side’s packets as one path, a dot for each hop that they pass', () => {
    const picture = draw({});
    expect(countDots(picture, 'media')).toBe(250 * 4);
    expect(countDots(picture, 'media back')).toBe(50 * 3);
    expect(pick(picture, 'lost ring')).toEqual([]);
    expect(textsOf(picture, 'media halo')).toEqual(['→250', '250', '→250', '→250']);
    expect(textsOf(picture, 'media back halo')).toEqual(['←50', '50', '←50']);
  });

  test('shows where the packets of the blocked call end: by a ring for each, a bar with a cross, and how many', () => {
    const picture = draw(presets.blocked);
    expect(countDots(picture, 'media')).toBe(250);
    expect(countDots(picture, 'media back')).toBe(50 * 3);
    expect(countDots(picture, 'lost ring')).toBe(250);
    expect(textsOf(picture, 'media halo')).toEqual(['→250']);
    expect(textsOf(picture, 'lost strong halo start')).toEqual(['−250']);
    for (const mark of ['lost wall', 'lost bar', 'lost disc', 'lost cross'])
      expect(pick(picture, mark)).toHaveLength(1);
  });

  test('shows 73 packets lost behind NAT and 127 found again, with the address that was seen', () => {
    const picture = draw(presets.nat);
    expect(countDots(picture, 'lost ring')).toBe(73);
    expect(textsOf(picture, 'media back halo')).toEqual(['←200', '127', '←127']);
    expect(textsOf(picture, 'mono end halo')).toEqual(['10.9.2.1:23456']);
    expect(pick(picture, 'event')).toHaveLength(1);
  });

  test.each(presetNames)('agrees with what the model counts at each point, at any moment: %s', (preset) => {
    const scenario = play(presets[preset]);
    for (const at of [0, 5, 60, 88, 200, 307, 457]) {
      const { counts, message } = stateAt(scenario, at);
      const picture = draw(presets[preset], at);
      const passed = ['carrier-in', 'carrier-out', 'server'] as const;
      expect(countDots(picture, 'media')).toBe(
        passed.reduce((sum, point) => sum + counts[point].toServer, message.recorded),
      );
      const heard = ['carrier-out', 'carrier-in', 'caller'] as const;
      expect(countDots(picture, 'media back')).toBe(
        heard.reduce((sum, point) => sum + counts[point].toCaller, 0),
      );
    }
  });

  test.each(links)('puts a wall where the reader stops packets, before there are any: %s', (block) => {
    expect(pick(draw({ block, direction: 'both' }, 0), 'lost wall')).toHaveLength(2);
    expect(pick(draw({ block }, 0), 'lost wall')).toHaveLength(1);
    expect(pick(draw({ block }, 0), 'lost bar')).toHaveLength(0);
  });

  test('shows only what has happened, and how far the time has come', () => {
    const picture = draw({}, 57);
    expect(pick(picture, 'signal')).toHaveLength(5);
    expect(countDots(picture, 'media')).toBe(2 * 4);
    expect(pick(picture, 'now')).toHaveLength(1);
    expect(pick(draw({}), 'now')).toHaveLength(0);
    expect(pick(draw({}, 0), 'signal')).toHaveLength(0);
  });

  test('shows a mark at the line in the log, as long as the level lets it be seen', () => {
    expect(pick(draw({}, 55), 'event')).toHaveLength(0);
    expect(pick(draw({}, 56), 'event')).toHaveLength(1);
    expect(pick(draw(presets['log-level']), 'event')).toHaveLength(0);
  });

  test('keeps packets that FreeSWITCH throws away out of the file', () => {
    const picture = draw(presets['other-payload']);
    expect(countDots(picture, 'media')).toBe(250 * 3);
    expect(countDots(picture, 'lost ring')).toBe(250);
    expect(textsOf(picture, 'lost strong halo start')).toEqual(['−250']);
  });

  test('tells how many were lost clear of all other words, on a phone, too', () => {
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

  test('is few nodes, however many packets have passed', () => {
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

/** Where texts stand in a picture so many pixels wide, by letters of a usual width. */
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
  return !isBeside && Math.abs(one.baseline - other.baseline) < 11;
}
