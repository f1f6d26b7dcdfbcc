import { describe, expect, test } from 'vitest';
import { parseCapture } from '../../../capture/index.ts';
import { readCaptureFile } from '../../../testing/capture-files.ts';
import { capturedCalls } from '../captured-calls.ts';
import { replayCapture } from './replay.ts';
import { createScenario, stateAt } from './scenario.ts';
import { defaultSettings, presets, type PresetName } from './settings.ts';

describe('A replayed capture', () => {
  test.each<[PresetName, string]>([
    ['ok', 'call-ok'],
    ['blocked', 'call-no-rtp'],
    ['nat', 'call-nat'],
  ])('has the log lines and recorded packets of the simulated call: %s', (preset, name) => {
    const replay = replayCapture(parseCapture(readCaptureFile(name)));
    const { lines, voicemail } = stateAt(
      createScenario({ ...defaultSettings, ...presets[preset] }, capturedCalls),
      Infinity,
    );
    expect(replay?.lines).toEqual(lines);
    expect(replay?.received.accepted).toHaveLength(voicemail.recorded);
    expect([replay?.offer.endpoint, replay?.answer.endpoint]).toEqual(['10.9.1.2:6000', '10.9.2.2:40000']);
  });

  test('drops packets from another address after the confirmation', () => {
    const capture = parseCapture(readCaptureFile('call-ok'));
    const packets = capture.packets.map((packet) =>
      packet.frame > 100 && packet.from === '10.9.1.2:6000'
        ? { ...packet, from: '192.0.2.7:4000' as const }
        : packet,
    );
    const received = replayCapture({ ...capture, packets })?.received;
    expect([received?.accepted.length, received?.['other-source'].length]).toEqual([45, 205]);
  });

  test('needs an SDP offer and answer', () => {
    const { packets, ...rest } = parseCapture(readCaptureFile('call-ok'));
    expect(replayCapture({ ...rest, packets: packets.slice(1) })).toBeUndefined();
    expect(replayCapture(parseCapture(new Uint8Array(0)))).toBeUndefined();
  });
});
