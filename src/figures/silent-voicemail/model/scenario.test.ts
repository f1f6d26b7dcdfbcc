import { describe, expect, test } from 'vitest';
import { readCaptureFile } from '../../../testing/capture-files.ts';
import { parseCapture } from '../../../capture/index.ts';
import { compactCapture } from './compact-capture.ts';
import { findWavLength } from './wav.ts';
import { findLog, findReason, reasons } from './log.ts';
import {
  createScenario,
  findLossyLinks,
  findEvidence,
  findRuns,
  stateAt,
  type Scenario,
} from './scenario.ts';
import {
  defaultSettings,
  links,
  presetNames,
  presets,
  settingsTable,
  type PresetName,
  type Settings,
} from './settings.ts';
import type { CaptureName, CapturedCalls } from './plan.ts';
import { points, type Point } from './call-state.ts';

const compactFile = (name: CaptureName) => compactCapture(parseCapture(readCaptureFile(name)));

const capturedCalls: CapturedCalls = {
  'call-ok': compactFile('call-ok'),
  'call-no-rtp-caller-side': compactFile('call-no-rtp-caller-side'),
  'call-nat': compactFile('call-nat'),
};

function play(settings: Partial<Settings>): Scenario {
  return createScenario({ ...defaultSettings, ...settings }, capturedCalls);
}

function endOf(scenario: Scenario) {
  return stateAt(scenario, Number.MAX_SAFE_INTEGER);
}

/** Formats the counts at each point, from the caller to the server: SIP / RTP to the server / RTP to the caller. */
function countsOf(scenario: Scenario, at = Number.MAX_SAFE_INTEGER): string[] {
  const { counts } = stateAt(scenario, at);
  return points.map((point) => {
    const { sip, toServer, toCaller } = counts[point];
    return `${sip}/${toServer}/${toCaller}`;
  });
}

function wavOf(scenario: Scenario): number {
  return findWavLength(endOf(scenario).voicemail.recorded);
}

function logOf(scenario: Scenario): string[] {
  return findLog(endOf(scenario), scenario.settings).map(({ text }) => text);
}

const confirmed = '[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.';
const changed = '[INFO] switch_rtp.c:5597 Auto Changing port from 10.9.1.2:6000 to 10.9.2.1:23456';

describe('The calls that were captured in the lab', () => {
  test.each<[PresetName, string[], number, string[]]>([
    ['ok', ['7/250/50', '7/250/50', '7/250/50', '7/250/50'], 80_044, [confirmed]],
    ['blocked', ['7/250/50', '7/250/50', '7/0/50', '7/0/50'], 44, []],
    ['nat', ['7/250/127', '7/250/127', '7/250/200', '7/250/200'], 80_044, [changed]],
  ])('have the counts, file length and log from the lab: %s', (name, counts, wav, log) => {
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
  ])('have the captured packets: %s at the %s', (name, point, capture) => {
    const scenario = play(presets[name]);
    expect(scenario.captures[point]).toBe(capture);
    expect(findEvidence(scenario, 1, point)).toBe('capture');
    const seen = scenario.packets.filter(({ seenAt }) => seenAt.includes(point));
    const behindNat = point === 'server' ? scenario.endpoints.observedCaller : undefined;
    expect(
      seen.map((packet, index) => [
        index + 1,
        packet.kind === 'rtp' && packet.sender === 'caller' ? (behindNat ?? packet.from) : packet.from,
        packet.to,
        packet.kind === 'rtp' ? packet.sequence : packet.label,
      ]),
    ).toEqual(
      parseCapture(readCaptureFile(capture)).packets.map((packet) => [
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
    const times = parseCapture(readCaptureFile(capture)).packets.map(({ atUs }) => atUs);
    const drift = Math.max(...seen.map(({ atUs }, index) => Math.abs(atUs - (times[index] ?? Infinity))));
    // The blocked call is simulated from the caller's capture, whose first frame is the same INVITE a little earlier.
    expect(drift).toBeLessThanOrEqual(capture === 'call-no-rtp' ? 1000 : 0);
  });

  test('have lab counts only at their end; before it, counts come from a capture or the model', () => {
    const evidenceAt = (at: number) => points.map((point) => findEvidence(play(presets.blocked), at, point));
    expect(evidenceAt(307)).toEqual(['capture', 'lab', 'lab', 'capture']);
    expect(evidenceAt(457)).toEqual(evidenceAt(307));
    expect(evidenceAt(306)).toEqual(['capture', 'model', 'model', 'capture']);
    expect(points.map((point) => findEvidence(play(presets.nat), 457, point))).toEqual([
      ...['model', 'model', 'model', 'capture'],
    ]);
  });

  test('lose 73 packets to the private address behind NAT, and the next 127 arrive', () => {
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

  test('let the caller of the blocked call hear the beep, although the voicemail is lost', () => {
    const { beep, voicemail, counts } = endOf(play(presets.blocked));
    expect(beep).toEqual({ sent: 50, heard: 50 });
    expect(voicemail).toEqual({ sent: 250, recorded: 0 });
    expect(findLossyLinks(counts, 'toServer')).toEqual([
      { link: 'carrier', between: ['carrier-in', 'carrier-out'], before: 250, after: 0 },
    ]);
    expect(findLossyLinks(counts, 'toCaller')).toEqual([]);
  });
});

describe('Calls that were not captured', () => {
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
  ])('have counts and evidence from the model only: %o', (settings, counts, wav) => {
    const scenario = play(settings);
    expect(countsOf(scenario)).toEqual(counts);
    expect(wavOf(scenario)).toBe(wav);
    expect(scenario.captures).toEqual({});
    for (const point of points) expect(findEvidence(scenario, Infinity, point)).toBe('model');
  });

  test('exclude captured calls with a setting that affects no packet', () => {
    for (const settings of [{ log: 'INFO' }, { at: 3 }, { block: 'none', direction: 'both' }] as const)
      expect(play(settings).captures).toEqual({ server: 'call-ok' });
  });
});

describe('The log line', () => {
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
  ])('is present, or missing for a known reason: %s', (name, reason, log) => {
    const scenario = play(presets[name]);
    expect(findReason(endOf(scenario), scenario.settings)).toBe(reason);
    expect(logOf(scenario)).toEqual(log);
  });

  test('has a preset for every reason why it may be missing', () => {
    const found = presetNames.map((name) => {
      const scenario = play(presets[name]);
      return findReason(endOf(scenario), scenario.settings);
    });
    expect(new Set(found)).toEqual(new Set([undefined, ...reasons]));
  });

  test('is missing until the first packet of the voicemail arrives', () => {
    const scenario = play({});
    expect(findReason(stateAt(scenario, 55), scenario.settings)).toBe('no-rtp');
    expect(findReason(stateAt(scenario, 56), scenario.settings)).toBeUndefined();
  });

  test('can be missing although the whole voicemail was recorded', () => {
    expect(wavOf(play(presets['adjust-off']))).toBe(80_044);
    expect(wavOf(play(presets['log-level']))).toBe(80_044);
    expect(wavOf(play(presets['nat-few-packets']))).toBe(44 + 9 * 320);
    expect(wavOf(play(presets['comfort-noise']))).toBe(44);
    expect(wavOf(play(presets['other-payload']))).toBe(44);
  });
});

describe('A simulated call', () => {
  test('is no longer than the range of the setting “at”', () => {
    const lengths = presetNames.map((name) => play(presets[name]).packets.length);
    expect(Math.max(...lengths)).toBe(settingsTable.at.max);
    expect(endOf(play({})).voicemail.sent).toBe(settingsTable.packets.max);
  });

  test('counts, adjusts and records up to the current packet', () => {
    const scenario = play({});
    expect(countsOf(scenario, 0)).toEqual(['0/0/0', '0/0/0', '0/0/0', '0/0/0']);
    expect(countsOf(scenario, 5)[3]).toBe('5/0/0');
    expect(countsOf(scenario, 55)[3]).toBe('5/0/50');
    expect(countsOf(scenario, 56)[3]).toBe('5/1/50');
    expect(stateAt(scenario, 55).adjust).toMatchObject({ isAdjusting: true, window: 20 });
    expect(stateAt(scenario, 56).adjust).toMatchObject({ isAdjusting: false, window: 19 });
    expect(stateAt(scenario, 56).voicemail).toEqual({ sent: 1, recorded: 1 });
    expect(stateAt(scenario, 1e9)).toBe(scenario.states.at(-1));
    expect(stateAt(scenario, -1).at).toBe(0);
  });

  const combinations = [...links, 'none' as const].flatMap((block) =>
    settingsTable.direction.options.flatMap((direction) =>
      (['on', 'off'] as const).map((nat) => ({ block, direction, nat })),
    ),
  );

  test.each(combinations)('accounts for the place of every lost packet: %o', (settings) => {
    const scenario = play(settings);
    const { counts, beep, voicemail, verdicts, at } = endOf(scenario);
    expect(at).toBe(scenario.packets.length);
    const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
    expect(sum(Object.values(verdicts))).toBe(counts.server.toServer);
    expect(verdicts.accepted).toBe(voicemail.recorded);
    expect([counts.caller.toServer, counts.server.toCaller]).toEqual([voicemail.sent, beep.sent]);
    expect(counts.caller.toCaller).toBe(beep.heard);
    expect(sum(findRuns(scenario, Infinity).map(({ count }) => count))).toBe(at - 7);
    for (const direction of ['toServer', 'toCaller'] as const)
      expect(sum(findLossyLinks(counts, direction).map(({ before, after }) => before - after))).toBe(
        direction === 'toServer' ? voicemail.sent - counts.server.toServer : beep.sent - beep.heard,
      );
    scenario.states.slice(1).forEach((state, index) => {
      expect(state.at).toBe(index + 1);
      expect(state.atUs).toBeGreaterThanOrEqual(scenario.states[index]?.atUs ?? 0);
    });
  });

  test('groups its packets into few runs, which grow with the call', () => {
    const scenario = play(presets.blocked);
    expect(findRuns(scenario, 5)).toEqual([]);
    expect(findRuns(scenario, 10)).toMatchObject([{ sender: 'server', count: 5 }]);
    expect(findRuns(scenario, 100)).toMatchObject([
      { sender: 'server', count: 50, reaches: 'caller' },
      { sender: 'caller', count: 45, reaches: 'carrier-in', lost: { link: 'carrier', by: 'block' } },
    ]);
  });

  test('starts a new run where the outcome of a packet differs from the previous one', () => {
    const packets = play(presets.ok).packets.map((packet) =>
      packet.at === 60 ? { ...packet, verdict: 'comfort-noise' as const } : packet,
    );
    expect(findRuns({ packets }, Infinity).map(({ count }) => count)).toEqual([50, 4, 1, 245]);
  });

  test('cannot be created from a capture without an offer and an answer', () => {
    const withoutSdp = { ...capturedCalls, 'call-ok': { messages: [], segments: [] } };
    expect(() => createScenario(defaultSettings, withoutSdp)).toThrow('no SDP offer and answer');
  });
});
