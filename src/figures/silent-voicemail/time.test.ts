import { describe, expect, test } from 'vitest';
import { createScenarioCache, defaultSettings, presets, type PresetName } from './model/index.ts';
import { capturedCalls } from './captured-calls.ts';
import { createTime, type CallPlay } from './time.ts';

const findScenario = createScenarioCache(capturedCalls);
const time = createTime(findScenario);
const play = (preset: PresetName, at: number): CallPlay => ({
  settings: { ...defaultSettings, ...presets[preset], at },
});

describe('The events to step to', () => {
  test.each<[PresetName, number[]]>([
    ['ok', [0, 1, 2, 3, 4, 5, 6, 55, 56, 305, 306, 307]],
    ['blocked', [0, 1, 2, 3, 4, 5, 6, 55, 56, 305, 306, 307]],
    // The tenth packet from another address is the 88th of the call. FreeSWITCH's next packet goes to that address.
    ['nat', [0, 1, 2, 3, 4, 5, 6, 71, 87, 88, 89, 341, 455, 456, 457]],
  ])('are the messages, the ends of runs and the log lines of a call: %s', (preset, events) => {
    const steps = [time.rewind(play(preset, 457))];
    for (let next = steps[0]; next !== undefined;) {
      const after = time.step(next, 1);
      if (after === next) break;
      steps.push(after);
      next = after;
    }
    expect(steps.map((each) => time.progress(each).at)).toEqual(events);
    const back = steps.toReversed().map((each) => time.progress(time.step(each, -1)).at);
    expect(back).toEqual([...events.slice(0, -1).toReversed(), 0]);
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

  test('is that of the capture: packets arrive when they were captured', () => {
    const start = time.rewind(play('ok', 457));
    const at = (ms: number) => time.progress(time.advance(start, ms)).at;
    expect([0, 100, 104, 608, 609, 621, 1601, 1911, 1912, 7000, 7417].map(at)).toEqual([
      1, 2, 3, 3, 5, 6, 55, 55, 56, 305, 307,
    ]);
  });

  test('passes between packets, too: many small advances equal a large one', () => {
    let state = play('nat', 0);
    for (let frame = 0; frame < 250; frame += 1) state = time.advance(state, 16);
    expect(time.progress(state)).toEqual(time.progress(time.advance(play('nat', 0), 4000)));
    expect(state.nowUs).toBe(4_000_000);
  });

  test('ends with the call, and a call at its end stays there when its settings change', () => {
    const end = time.advance(play('ok', 300), 60_000);
    expect(end).toEqual({ settings: defaultSettings });
    expect(time.advance(end, 1000)).toBe(end);
    const longer: CallPlay = { settings: { ...end.settings, nat: 'on' } };
    expect(time.progress(longer)).toMatchObject({ at: 457, last: 457 });
  });

  test('can seek to any packet', () => {
    expect(time.seek?.(play('ok', 0), 200)).toEqual(play('ok', 200));
    expect(time.seek?.(play('ok', 0), 307)).toEqual(play('ok', 457));
  });
});

describe('The scenario cache', () => {
  test('simulates a call once for all of its moments', () => {
    expect(findScenario(play('ok', 3).settings)).toBe(findScenario(play('ok', 300).settings));
    expect(findScenario(play('nat', 3).settings).packets).toHaveLength(457);
    expect(findScenario(play('log-level', 3).settings).settings.log).toBe('INFO');
  });
});
