import { describe, expect, test } from 'vitest';
import { readVoicemail } from '../../../testing/capture-files.ts';
import { capturedCalls } from '../captured-calls.ts';
import { createScenario, defaultSettings, presetNames, presets, stateAt } from '../model/index.ts';
import { createWav } from '../model/create-wav.ts';
import { decodeRecording } from './recording.ts';

const voicemail = readVoicemail();

describe('What readers hear', () => {
  test.each([0, 1, 9, 45, 250])(
    'is sample by sample what the WAV file of %i captured packets holds',
    (count) => {
      const samples = createWav(voicemail.slice(0, count)).slice(44);
      expect(decodeRecording(count)).toEqual(new Int16Array(samples.buffer));
    },
  );

  test.each(presetNames)('begins with the first packet that the caller sends: %s', (preset) => {
    // The recording is the first packets of the voice, because FreeSWITCH never drops some of them and records later ones.
    const scenario = createScenario({ ...defaultSettings, ...presets[preset] }, capturedCalls);
    const sent = scenario.packets.filter(({ kind, sender }) => kind === 'rtp' && sender === 'caller');
    const { recorded } = stateAt(scenario, Infinity).voicemail;
    expect(sent.slice(0, recorded).every(({ verdict }) => verdict === 'accepted')).toBe(true);
    expect(sent.slice(recorded).some(({ verdict }) => verdict === 'accepted')).toBe(false);
  });
});
