import { describe, expect, test } from 'vitest';
import { readVoicemail, toSamples } from '../../../testing/capture-files.ts';
import { findWavFields, findWavLength, toHex, wavHeaderLength } from './wav.ts';
import { writeWav } from './write-wav.ts';

const voicemail = readVoicemail();
const wavOf = (packets: number): Uint8Array =>
  writeWav(findWavFields(packets * 320), toSamples(voicemail.slice(0, packets)));

describe('The header of an empty WAV file', () => {
  const rows = findWavFields(0).map(({ offset, size, value, hex }) => [offset, size, value, hex]);

  test('is the 44 bytes of the article', () => {
    expect(rows).toEqual([
      [0, 4, 'RIFF', '52 49 46 46'],
      [4, 4, 36, '24 00 00 00'],
      [8, 4, 'WAVE', '57 41 56 45'],
      [12, 4, 'fmt ', '66 6d 74 20'],
      [16, 4, 16, '10 00 00 00'],
      [20, 2, 1, '01 00'],
      [22, 2, 1, '01 00'],
      [24, 4, 8000, '40 1f 00 00'],
      [28, 4, 16_000, '80 3e 00 00'],
      [32, 2, 2, '02 00'],
      [34, 2, 16, '10 00'],
      [36, 4, 'data', '64 61 74 61'],
      [40, 4, 0, '00 00 00 00'],
    ]);
  });

  test('is the whole file if no packet arrives', () => {
    expect(toHex(wavOf(0))).toBe(
      '52 49 46 46 24 00 00 00 57 41 56 45 66 6d 74 20 10 00 00 00 01 00 01 00 40 1f 00 00 80 3e 00 00 02 00 10 00 64 61 74 61 00 00 00 00',
    );
  });
});

describe('A WAV file', () => {
  test.each([
    [0, 44],
    [1, 364],
    [50, 16_044],
    [250, 80_044],
  ])('of %i packets has %i bytes', (packets, length) => {
    expect(findWavLength(packets)).toBe(length);
    expect(wavOf(packets).byteLength).toBe(length);
  });

  test('grows with each packet at its end, and in two fields of its header', () => {
    const growing = findWavFields(0).filter(({ isGrowing }) => isGrowing);
    expect(growing.map(({ key, offset }) => [key, offset])).toEqual([
      ['file-size', 4],
      ['data-size', 40],
    ]);
    for (let packets = 0; packets < 20; packets++) {
      const [before, after] = [wavOf(packets), wavOf(packets + 1)];
      expect(after.byteLength).toBe(before.byteLength + 320);
      for (const { offset, size } of growing) after.set(before.subarray(offset, offset + size), offset);
      expect(toHex(after.subarray(0, before.byteLength))).toBe(toHex(before));
    }
  });

  test('has its header fields at their offsets, whatever its length', () => {
    for (const packets of [0, 1, 3, 205, 250]) {
      const wav = wavOf(packets);
      const fields = findWavFields(wav.byteLength - wavHeaderLength);
      for (const { offset, size, hex } of fields)
        expect(toHex(wav.subarray(offset, offset + size))).toBe(hex);
      expect(fields.reduce((sum, { size }) => sum + size, 0)).toBe(wavHeaderLength);
    }
  });

  test('has its samples after the header, the low byte of each first', () => {
    expect(writeWav(findWavFields(6), Int16Array.of(8, -8, 0x7e00)).subarray(44)).toEqual(
      Uint8Array.of(8, 0, 0xf8, 0xff, 0x00, 0x7e),
    );
  });
});
