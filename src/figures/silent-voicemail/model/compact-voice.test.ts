import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCapture } from '../../../capture/index.ts';
import { readCaptureFile } from '../../../testing/capture-files.ts';
import { capturedVoice } from '../captured-voice.ts';
import { compactVoice, expandVoice } from './compact-voice.ts';

describe('The caller’s voice', () => {
  test.each(['call-ok', 'call-nat', 'call-no-rtp-caller-side'])(
    'is byte for byte the audio that the caller sends in %s',
    (name) => {
      const sent = parseCapture(readCaptureFile(name)).packets.flatMap((packet) =>
        packet.protocol === 'rtp' && packet.to === '10.9.2.2:40000' ? [...packet.rtp.payload] : [],
      );
      expect(sent).toHaveLength(40_000);
      expect([...expandVoice(capturedVoice)]).toEqual(sent);
    },
  );

  test('is computed but for a few samples that dithering has changed', () => {
    expect(new Set(capturedVoice).size).toBeGreaterThan(100);
    expect(capturedVoice.length).toBeLessThan(1100);
  });

  test('survives compaction whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const voice = expandVoice(capturedVoice);
        voice.set(bytes, 20_000);
        expect(expandVoice(compactVoice(voice))).toEqual(voice);
      }),
      { numRuns: 10 },
    );
  });
});
