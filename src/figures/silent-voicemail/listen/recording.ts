// Imports files of the model, so that this lazy-loaded chunk shares no code with the rest of the figure.
import { alawToPcm } from '../../../capture/index.ts';
import { capturedVoice } from '../captured-voice.ts';
import { expandVoice } from '../model/compact-voice.ts';

/** A packet of 20 ms. */
const packetSamples = 160;

/** Decodes the first packets of the caller’s voice: the samples of the WAV file. */
export function decodeRecording(packets: number): Int16Array {
  return Int16Array.from(expandVoice(capturedVoice).subarray(0, packets * packetSamples), alawToPcm);
}
