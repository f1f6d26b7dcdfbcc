import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readVoicemail } from '../testing/capture-files.ts';

import { alawToPcm, pcmToAlaw } from './alaw.ts';

const bytes = Array.from({ length: 256 }, (_, byte) => byte);

/** Returns the SHA-256 of samples or bytes, as stored in a file. */
function digest(values: Int16Array | Uint8Array): string {
  return createHash('sha256').update(values).digest('hex');
}

describe('A-law', () => {
  test.each([
    [0x55, -8],
    [0xd5, 8],
    [0x2a, -32_256],
    [0xaa, 32_256],
    [0x00, -5504],
    [0x80, 5504],
  ])('encodes the byte %i as the sample %i and back', (byte, sample) => {
    expect(alawToPcm(byte)).toBe(sample);
    expect(pcmToAlaw(sample)).toBe(byte);
  });

  test('round-trips every byte', () => {
    expect(bytes.map((byte) => pcmToAlaw(alawToPcm(byte)))).toEqual(bytes);
  });

  // Digests computed with Python 3.11: audioop.alaw2lin(bytes(range(256)), 2), audioop.lin2alaw of all 65,536 samples
  // from −32,768 up, and audioop.alaw2lin of the payloads of call-ok.pcap, read by a separate script.
  test('is decoded and encoded as Python’s audioop does it', () => {
    expect(digest(Int16Array.from(bytes, alawToPcm))).toBe(
      'e04788d110e58ff8c70c93b8480190d973e3b67876b6119abbaec766cc75c174',
    );
    const samples = Array.from({ length: 65_536 }, (_, index) => index - 32_768);
    expect(digest(Uint8Array.from(samples, pcmToAlaw))).toBe(
      '38488f6fd710f4686360edc4d38639f96c491595ef93f8eb8d62d5e07ca6ce7b',
    );
  });

  test('decodes the voicemail of the good call to the same samples as Python', () => {
    const payloads = readVoicemail();
    expect(payloads).toHaveLength(250);
    expect(digest(Int16Array.from(payloads.flatMap((payload) => Array.from(payload, alawToPcm))))).toBe(
      'beebc9c9a40768a88e6934af137366cc0e6442c4cc0d656f3acbc75e6d523736',
    );
  });
});
