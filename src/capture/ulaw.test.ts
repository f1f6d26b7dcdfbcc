import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ulawToPcm } from './ulaw.ts';

describe('µ-law', () => {
  test.each([
    [0xff, 0],
    [0x7f, 0],
    [0x80, 32_124],
    [0x00, -32_124],
    [0xf0, 120],
    [0x70, -120],
  ])('decodes the byte %i into the sample %i', (byte, sample) => {
    // Minus zero, which 0x7f gives, is zero in a file.
    expect(ulawToPcm(byte) + 0).toBe(sample);
  });

  // Digest computed with Python 3.11: audioop.ulaw2lin(bytes(range(256)), 2).
  test('is decoded as Python’s audioop does it', () => {
    const samples = Int16Array.from({ length: 256 }, (_, byte) => ulawToPcm(byte));
    expect(createHash('sha256').update(samples).digest('hex')).toBe(
      '3dab54339e520bb2c924826e3b72a917a2b612e9fd12fc867500f1d983a75827',
    );
  });
});
