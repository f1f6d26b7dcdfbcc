import { describe, expect, test } from 'vitest';
import { readVoicemail, toSamples } from '../../../testing/capture-files.ts';
import { capturedCalls } from '../captured-calls.ts';
import { createScenario, defaultSettings, presetNames, presets, stateAt } from '../model/index.ts';
import { decodeRecording } from './recording.ts';

const voicemail = readVoicemail();

describe('What readers hear', () => {
  test.each([0, 1, 9, 45, 250])('is sample by sample what %i captured packets hold', (count) => {
    expect(decodeRecording(count)).toEqual(toSamples(voicemail.slice(0, count)));
  });

  test.each(presetNames)('begins with the first packet that the caller sends: %s', (preset) => {
    // The recording is the first packets of the voice, because FreeSWITCH never drops some of them and records later ones.
    const scenario = createScenario({ ...defaultSettings, ...presets[preset] }, capturedCalls);
    const sent = scenario.packets.filter(({ kind, sender }) => kind === 'rtp' && sender === 'caller');
    const { recorded } = stateAt(scenario, Infinity).voicemail;
    expect(sent.slice(0, recorded).every(({ verdict }) => verdict === 'accepted')).toBe(true);
    expect(sent.slice(recorded).some(({ verdict }) => verdict === 'accepted')).toBe(false);
  });
});
