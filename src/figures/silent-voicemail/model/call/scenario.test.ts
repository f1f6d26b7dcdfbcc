import { describe, expect, test } from 'vitest';
import { readCaptureFile } from '../../../../testing/captures.ts';
import { readCapture } from '../capture/read-capture.ts';
import { captureToStory } from '../story/story.ts';
import { findWavLength } from '../wav/wav.ts';
import { findLog, findReason, reasons } from './reason.ts';
import { createScenario, findCulprits, findEvidence, findRuns, stateAt, type Scenario } from './scenario.ts';
import {
  blockedWays,
  defaultSettings,
  links,
  findPreset,
  presetNames,
  presets,
  settingsTable,
  type PresetName,
  type Settings,
} from './settings.ts';
import type { CaptureName, Stories } from './plan.ts';
import { points, type Point } from './play.ts';

const storyOf = (name: CaptureName) => captureToStory(readCapture(readCaptureFile(name)));

const stories: Stories = {
  'call-ok': storyOf('call-ok'),
  'call-no-rtp-caller-side': storyOf('call-no-rtp-caller-side'),
  'call-nat': storyOf('call-nat'),
};

function play(settings: Partial<Settings>): Scenario {
  return createScenario({ ...defaultSettings, ...settings }, stories);
}

function endOf(scenario: Scenario) {
  return stateAt(scenario, Number.MAX_SAFE_INTEGER);
}

/** Counts as the fact sheet writes them, SIP / to the server / to the caller, from the caller to the server. */
function countsOf(scenario: Scenario, at = Number.MAX_SAFE_INTEGER): string[] {
  const { counts } = stateAt(scenario, at);
  return points.map((point) => {
    const { sip, toServer, toCaller } = counts[point];
    return `${sip}/${toServer}/${toCaller}`;
  });
}

function wavOf(scenario: Scenario): number {
  return findWavLength(endOf(scenario).message.recorded);
}

function logOf(scenario: Scenario): string[] {
  return findLog(endOf(scenario), scenario.settings).map(({ text }) => text);
}

const confirmed = '[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.';
const changed = '[INFO] switch_rtp.c:5597 Auto Changing port from 10.9.1.2:6000 to 10.9.2.1:23456';

describe('The calls of the lab', () => {
  test.each<[PresetName, string[], number, string[]]>([
    ['ok', ['7/250/50', '7/250/50', '7/250/50', '7/250/50'], 80_044, [confirmed]],
    ['blocked', ['7/250/50', '7/250/50', '7/0/50', '7/0/50'], 44, []],
    ['nat', ['7/250/127', '7/250/127', '7/250/200', '7/250/200'], 80_044, [changed]],
  ])('are counted as they were: %s', (name, counts, wav, log) => {
    const scenario = play(presets[name]);
    expect(countsOf(scenario)).toEqual(counts);
    expect(wavOf(scenario)).toBe(wav);
    expect(logOf(scenario)).toEqual(log);
  });

  test.each<[PresetName, Point, CaptureName]>([
    ['ok', 'server', 'call-ok'],
    ['blocked', 'caller', 'call-no-rtp-caller-side'],
    ['blocked', 'server', 'call-no-rtp'],
    ['nat', 'server', 'call-nat'],
  ])('pass as they were captured: %s at the %s', (name, point, capture) => {
    const scenario = play(presets[name]);
    expect(scenario.captures[point]).toBe(capture);
    expect(findEvidence(scenario, 1, point)).toBe('capture');
    const seen = scenario.passages.filter(({ seenAt }) => seenAt.includes(point));
    const behindNat = point === 'server' ? scenario.endpoints.seenCaller : undefined;
    expect(
      seen.map((passage, index) => [
        index + 1,
        passage.lane === 'media' && passage.sender === 'caller' ? (behindNat ?? passage.from) : passage.from,
        passage.to,
        passage.lane === 'media' ? passage.sequence : passage.label,
      ]),
    ).toEqual(
      readCapture(readCaptureFile(capture)).packets.map((packet) => [
        packet.frame,
        packet.from,
        packet.to,
        packet.protocol === 'rtp'
          ? packet.rtp.sequence
          : packet.message.kind === 'request'
            ? packet.message.method
            : `${packet.message.status} ${packet.message.reason}`,
      ]),
    );
    const times = readCapture(readCaptureFile(capture)).packets.map(({ atUs }) => atUs);
    const drift = Math.max(...seen.map(({ atUs }, index) => Math.abs(atUs - (times[index] ?? Infinity))));
    // The blocked call is played by the caller's clock, which began with the same INVITE a little earlier.
    expect(drift).toBeLessThanOrEqual(capture === 'call-no-rtp' ? 1000 : 0);
  });

  test('were counted as wholes in the lab: on the way only a capture says more than the model', () => {
    const evidenceAt = (at: number) => points.map((point) => findEvidence(play(presets.blocked), at, point));
    expect(evidenceAt(307)).toEqual(['capture', 'lab', 'lab', 'capture']);
    expect(evidenceAt(457)).toEqual(evidenceAt(307));
    expect(evidenceAt(306)).toEqual(['capture', 'model', 'model', 'capture']);
    expect(points.map((point) => findEvidence(play(presets.nat), 457, point))).toEqual([
      ...['model', 'model', 'model', 'capture'],
    ]);
  });

  test('behind NAT lose 73 packets to the private address, and the next 127 are heard', () => {
    const scenario = play(presets.nat);
    expect(findRuns(scenario, Infinity)).toMatchObject([
      {
        sender: 'server',
        to: '10.9.1.2:6000',
        count: 73,
        first: { at: 6 },
        last: { at: 87 },
        reaches: 'carrier-out',
        lost: { link: 'carrier', by: 'private-address' },
      },
      {
        sender: 'caller',
        count: 250,
        first: { at: 71 },
        reaches: 'server',
        lost: undefined,
        verdict: 'accepted',
      },
      {
        sender: 'server',
        to: '10.9.2.1:23456',
        count: 127,
        first: { at: 89 },
        reaches: 'caller',
        lost: undefined,
      },
    ]);
    expect(endOf(scenario).beep).toEqual({ sent: 200, heard: 127 });
    expect(stateAt(scenario, 87).lines).toEqual([]);
    expect(stateAt(scenario, 88).lines).toEqual([{ level: 'INFO', text: changed, atUs: 2_072_406 }]);
  });

  test('let the caller of the blocked call hear the beep, so that nothing tells him', () => {
    const { beep, message, counts } = endOf(play(presets.blocked));
    expect(beep).toEqual({ sent: 50, heard: 50 });
    expect(message).toEqual({ sent: 250, recorded: 0 });
    expect(findCulprits(counts, 'toServer')).toEqual([
      { link: 'carrier', between: ['carrier-in', 'carrier-out'], before: 250, behind: 0 },
    ]);
    expect(findCulprits(counts, 'toCaller')).toEqual([]);
  });
});

describe('Other calls', () => {
  test.each<[Partial<Settings>, string[], number]>([
    [{ block: 'access' }, ['7/250/50', '7/0/50', '7/0/50', '7/0/50'], 44],
    [{ block: 'edge' }, ['7/250/50', '7/250/50', '7/250/50', '7/0/50'], 44],
    [{ block: 'access', direction: 'to-caller' }, ['7/250/0', '7/250/50', '7/250/50', '7/250/50'], 80_044],
    [{ block: 'carrier', direction: 'to-caller' }, ['7/250/0', '7/250/0', '7/250/50', '7/250/50'], 80_044],
    [{ block: 'edge', direction: 'to-caller' }, ['7/250/0', '7/250/0', '7/250/0', '7/250/50'], 80_044],
    [{ block: 'carrier', direction: 'both' }, ['7/250/0', '7/250/0', '7/0/50', '7/0/50'], 44],
    [{ nat: 'on', block: 'carrier' }, ['7/250/0', '7/250/0', '7/0/200', '7/0/200'], 44],
    [{ nat: 'on', block: 'edge', direction: 'both' }, ['7/250/0', '7/250/0', '7/250/0', '7/0/200'], 44],
    [
      { nat: 'on', block: 'access', direction: 'to-caller' },
      ['7/250/0', '7/250/127', '7/250/200', '7/250/200'],
      80_044,
    ],
    [{ nat: 'on', adjust: 'off' }, ['7/250/0', '7/250/0', '7/250/200', '7/250/200'], 44],
    [{ nat: 'on', adjust: 'ice' }, ['7/250/200', '7/250/200', '7/250/200', '7/250/200'], 80_044],
    [{ packets: 1 }, ['7/1/50', '7/1/50', '7/1/50', '7/1/50'], 364],
    [{ packets: 50 }, ['7/50/50', '7/50/50', '7/50/50', '7/50/50'], 16_044],
    [{ packets: 0 }, ['7/0/50', '7/0/50', '7/0/50', '7/0/50'], 44],
    [{ adjust: 'off' }, ['7/250/50', '7/250/50', '7/250/50', '7/250/50'], 80_044],
  ])('are counted by the model, and say so: %o', (settings, counts, wav) => {
    const scenario = play(settings);
    expect(countsOf(scenario)).toEqual(counts);
    expect(wavOf(scenario)).toBe(wav);
    expect(scenario.captures).toEqual({});
    for (const point of points) expect(findEvidence(scenario, Infinity, point)).toBe('model');
  });

  test('are captured still if only what does not touch the packets is set', () => {
    for (const settings of [{ log: 'INFO' }, { at: 3 }, { block: 'none', direction: 'both' }] as const)
      expect(play(settings).captures).toEqual({ server: 'call-ok' });
  });
});

describe('The line is missing', () => {
  test.each<[PresetName, string | undefined, string[]]>([
    ['ok', undefined, [confirmed]],
    ['blocked', 'no-rtp', []],
    ['nat', 'auto-changed', [changed]],
    ['nat-few-packets', 'too-few-packets', []],
    ['comfort-noise', 'only-comfort-noise', []],
    ['adjust-off', 'adjust-off', []],
    ['ice', 'adjust-ice', []],
    ['adjust-always', 'adjust-always', []],
    ['nat-not-adjusted', 'adjust-off', []],
    ['other-payload', 'other-payload', []],
    ['log-level', 'log-level', []],
  ])('or not, for a reason that can be named: %s', (name, reason, log) => {
    const scenario = play(presets[name]);
    expect(findReason(endOf(scenario), scenario.settings)).toBe(reason);
    expect(logOf(scenario)).toEqual(log);
  });

  test('for every reason there is, each with a preset', () => {
    const found = presetNames.map((name) => {
      const scenario = play(presets[name]);
      return findReason(endOf(scenario), scenario.settings);
    });
    expect(new Set(found)).toEqual(new Set([undefined, ...reasons]));
  });

  test('until the first packet of the message has come, also in the good call', () => {
    const scenario = play({});
    expect(findReason(stateAt(scenario, 55), scenario.settings)).toBe('no-rtp');
    expect(findReason(stateAt(scenario, 56), scenario.settings)).toBeUndefined();
  });

  test('though the whole message was recorded, where auto-adjust is off', () => {
    expect(wavOf(play(presets['adjust-off']))).toBe(80_044);
    expect(wavOf(play(presets['log-level']))).toBe(80_044);
    expect(wavOf(play(presets['nat-few-packets']))).toBe(44 + 9 * 320);
    expect(wavOf(play(presets['comfort-noise']))).toBe(44);
    expect(wavOf(play(presets['other-payload']))).toBe(44);
  });
});

describe('A preset', () => {
  test.each(presetNames)('is found again in what it sets, at any moment: %s', (name) => {
    for (const at of [0, 56, 457])
      expect(findPreset({ ...defaultSettings, ...presets[name], at })).toBe(name);
  });

  test('is found whichever way is left set where nothing is blocked, and only there', () => {
    expect(findPreset({ ...defaultSettings, nat: 'on', direction: 'both' })).toBe('nat');
    expect(findPreset({ ...defaultSettings, block: 'carrier', direction: 'both' })).toBeUndefined();
  });
});

describe('A call played packet by packet', () => {
  test('is never longer than the settings let it be shown', () => {
    const lengths = presetNames.map((name) => play(presets[name]).passages.length);
    expect(Math.max(...lengths)).toBe(settingsTable.at.max);
    expect(endOf(play({})).message.sent).toBe(settingsTable.packets.max);
  });

  test('counts, adjusts and records as far as it has come', () => {
    const scenario = play({});
    expect(countsOf(scenario, 0)).toEqual(['0/0/0', '0/0/0', '0/0/0', '0/0/0']);
    expect(countsOf(scenario, 5)[3]).toBe('5/0/0');
    expect(countsOf(scenario, 55)[3]).toBe('5/0/50');
    expect(countsOf(scenario, 56)[3]).toBe('5/1/50');
    expect(stateAt(scenario, 55).adjust).toMatchObject({ isAdjusting: true, window: 20 });
    expect(stateAt(scenario, 56).adjust).toMatchObject({ isAdjusting: false, window: 19 });
    expect(stateAt(scenario, 56).message).toEqual({ sent: 1, recorded: 1 });
    expect(stateAt(scenario, 1e9)).toBe(scenario.states.at(-1));
    expect(stateAt(scenario, -1).at).toBe(0);
  });

  const everything = [...links, 'none' as const].flatMap((block) =>
    blockedWays.flatMap((direction) => (['on', 'off'] as const).map((nat) => ({ block, direction, nat }))),
  );

  test.each(everything)('loses nothing without a place where: %o', (settings) => {
    const scenario = play(settings);
    const { counts, beep, message, verdicts, at } = endOf(scenario);
    expect(at).toBe(scenario.passages.length);
    const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
    expect(sum(Object.values(verdicts))).toBe(counts.server.toServer);
    expect(verdicts.accepted).toBe(message.recorded);
    expect([counts.caller.toServer, counts.server.toCaller]).toEqual([message.sent, beep.sent]);
    expect(counts.caller.toCaller).toBe(beep.heard);
    expect(sum(findRuns(scenario, Infinity).map(({ count }) => count))).toBe(at - 7);
    for (const way of ['toServer', 'toCaller'] as const)
      expect(sum(findCulprits(counts, way).map(({ before, behind }) => before - behind))).toBe(
        way === 'toServer' ? message.sent - counts.server.toServer : beep.sent - beep.heard,
      );
    scenario.states.slice(1).forEach((state, index) => {
      expect(state.at).toBe(index + 1);
      expect(state.atUs).toBeGreaterThanOrEqual(scenario.states[index]?.atUs ?? 0);
    });
  });

  test('is drawn as few runs, which grow', () => {
    const scenario = play(presets.blocked);
    expect(findRuns(scenario, 5)).toEqual([]);
    expect(findRuns(scenario, 10)).toMatchObject([{ sender: 'server', count: 5 }]);
    expect(findRuns(scenario, 100)).toMatchObject([
      { sender: 'server', count: 50, reaches: 'caller' },
      { sender: 'caller', count: 45, reaches: 'carrier-in', lost: { link: 'carrier', by: 'block' } },
    ]);
  });

  test('is drawn anew where other becomes of a packet than of the one before it', () => {
    const passages = play(presets.ok).passages.map((passage) =>
      passage.at === 60 ? { ...passage, verdict: 'comfort-noise' as const } : passage,
    );
    expect(findRuns({ passages }, Infinity).map(({ count }) => count)).toEqual([50, 4, 1, 245]);
  });

  test('cannot be made of a story without an offer and an answer', () => {
    const silent = { ...stories, 'call-ok': { messages: [], stretches: [] } };
    expect(() => createScenario(defaultSettings, silent)).toThrow('expected one of a whole call');
  });
});
