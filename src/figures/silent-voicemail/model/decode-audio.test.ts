import { describe, expect, test } from 'vitest';
import { findEncoding, type RtpPacket } from '../../../capture/index.ts';
import { readCaptureFile, readVoicemail } from '../../../testing/capture-files.ts';
import { parseCapture } from '../../../capture/index.ts';
import { createWav } from './create-wav.ts';
import { decodeAudio, isG711, writeWav } from './decode-audio.ts';

const voicemail = parseCapture(readCaptureFile('call-ok')).packets.filter(
  (packet): packet is RtpPacket => packet.protocol === 'rtp' && packet.to === '10.9.2.2:40000',
);

describe('The sound of a stream', () => {
  test('is written as the WAV file that the figure computes', () => {
    expect(writeWav(decodeAudio(voicemail, findEncoding))).toEqual(createWav(readVoicemail()));
  });

  test('has the samples of A-law and µ-law, and none of other encodings', () => {
    const [packet] = voicemail;
    if (packet === undefined) throw new Error('No packet');
    const packets = [8, 0, 13, 9].map((payloadType) => ({
      ...packet,
      rtp: { ...packet.rtp, payloadType, payload: Uint8Array.of(0xd5) },
    }));
    expect([...decodeAudio(packets, findEncoding)]).toEqual([8, 716]);
  });

  test.each([
    ['PCMA', true],
    ['pcmu', true],
    ['G722', false],
    ['constructor', false],
    [undefined, false],
  ])('is decoded for G.711 only: %s', (encoding, expected) => {
    expect(isG711(encoding)).toBe(expected);
  });
});
