import { describe, expect, test } from 'vitest';
import { findEvents } from './find-events.ts';
import { createScenarioFinder } from './find-scenario.ts';
import { defaultSettings, presets, type PresetName } from './model/index.ts';
import { stories } from './stories.ts';
import { createTime, type CallPlay } from './time.ts';

const findScenario = createScenarioFinder(stories);
const time = createTime(findScenario);
const play = (preset: PresetName, at: number): CallPlay => ({
  settings: { ...defaultSettings, ...presets[preset], at },
});

describe('What is worth stopping at', () => {
  test.each<[PresetName, number[]]>([
    ['ok', [0, 1, 2, 3, 4, 5, 6, 55, 56, 305, 306, 307]],
    ['blocked', [0, 1, 2, 3, 4, 5, 6, 55, 56, 305, 306, 307]],
    // The tenth packet from elsewhere is the 88th of the call; the next one from FreeSWITCH goes where that came from.
    ['nat', [0, 1, 2, 3, 4, 5, 6, 71, 87, 88, 89, 341, 455, 456, 457]],
  ])('in a call: %s', (preset, events) => {
    expect(findEvents(findScenario(play(preset, 0).settings))).toEqual(events);
  });
});

describe('The time of a call', () => {
  test('steps from event to event, both ways, and stays at its ends', () => {
    expect(time.progress(time.step(play('ok', 6), 1))).toMatchObject({ at: 55, last: 307 });
    expect(time.progress(time.step(play('ok', 54), -1))).toMatchObject({ at: 6, last: 307 });
    const [start, end] = [play('ok', 0), play('ok', 457)];
    expect(time.step(start, -1)).toBe(start);
    expect(time.step(end, 1)).toBe(end);
    expect(time.progress(end)).toMatchObject({ at: 307, last: 307 });
  });

  test('is that of the capture: packets come when they came', () => {
    const start = time.rewind(play('ok', 457));
    const at = (ms: number) => time.progress(time.advance(start, ms)).at;
    expect([0, 100, 104, 608, 609, 621, 1601, 1911, 1912, 7000, 7417].map(at)).toEqual([
      1, 2, 3, 3, 5, 6, 55, 55, 56, 305, 307,
    ]);
  });

  test('passes between packets too: what is played in pieces comes as far', () => {
    let state = play('nat', 0);
    for (let frame = 0; frame < 250; frame += 1) state = time.advance(state, 16);
    expect(time.progress(state)).toEqual(time.progress(time.advance(play('nat', 0), 4000)));
    expect(state.nowUs).toBe(4_000_000);
  });

  test('ends with the call, and a call at its end stays there when it becomes another', () => {
    const end = time.advance(play('ok', 300), 60_000);
    expect(end).toEqual({ settings: defaultSettings });
    expect(time.advance(end, 1000)).toBe(end);
    const longer: CallPlay = { settings: { ...end.settings, nat: 'on' } };
    expect(time.progress(longer)).toMatchObject({ at: 457, last: 457 });
  });

  test('can be sought packet by packet', () => {
    expect(time.seek?.(play('ok', 0), 200)).toEqual(play('ok', 200));
    expect(time.seek?.(play('ok', 0), 307)).toEqual(play('ok', 457));
  });
});

describe('The scenario of settings', () => {
  test('is played once for all of its moments', () => {
    expect(findScenario(play('ok', 3).settings)).toBe(findScenario(play('ok', 300).settings));
    expect(findScenario(play('nat', 3).settings).passages).toHaveLength(457);
    expect(findScenario(play('log-level', 3).settings).settings.log).toBe('INFO');
  });
});
