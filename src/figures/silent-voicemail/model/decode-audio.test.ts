import { describe, expect, test } from 'vitest';
import { alawToPcm, findEncoding, parseCapture, type RtpPacket } from '../../../capture/index.ts';
import { readCaptureFile } from '../../../testing/capture-files.ts';
import { decodeAudio, isG711 } from './decode-audio.ts';

const voicemail = parseCapture(readCaptureFile('call-ok')).packets.filter(
  (packet): packet is RtpPacket => packet.protocol === 'rtp' && packet.to === '10.9.2.2:40000',
);

describe('The sound of a stream', () => {
  test('is one sample per byte, in the order of the packets', () => {
    const bytes = voicemail.flatMap(({ rtp }) => [...rtp.payload]);
    expect(decodeAudio(voicemail, findEncoding)).toEqual(Int16Array.from(bytes, alawToPcm));
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
