import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCborWriter, type CborWriter } from './cbor.ts';

function write(action: (writer: CborWriter) => void): string {
  const writer = createCborWriter();
  action(writer);
  return Buffer.from(writer.take()).toString('hex');
}

// RFC 8949, appendix A.
test.each([
  [0, '00'],
  [1, '01'],
  [10, '0a'],
  [23, '17'],
  [24, '1818'],
  [25, '1819'],
  [100, '1864'],
  [1000, '1903e8'],
  [1_000_000, '1a000f4240'],
  [255, '18ff'],
  [256, '190100'],
  [65_535, '19ffff'],
  [65_536, '1a00010000'],
  [4_294_967_295, '1affffffff'],
])('%d is written as %s', (value, expected) => {
  expect(
    write(({ unsigned }) => {
      unsigned(value);
    }),
  ).toBe(expected);
});

test.each([
  ['', '60'],
  ['a', '6161'],
  ['IETF', '6449455446'],
  ['ü', '62c3bc'],
  ['水', '63e6b0b4'],
  ['\ud800\udd51', '64f0908591'],
])('the string “%s” is written as %s', (value, expected) => {
  expect(
    write(({ text }) => {
      text(value);
    }),
  ).toBe(expected);
});

test('arrays are written as their length and their items', () => {
  expect(
    write(({ array }) => {
      array(0);
    }),
  ).toBe('80');
  expect(
    write(({ array, unsigned }) => {
      array(3);
      unsigned(1);
      for (const values of [
        [2, 3],
        [4, 5],
      ]) {
        array(2);
        for (const value of values) unsigned(value);
      }
    }),
  ).toBe('8301820203820405');
});

test('any number of items is written in order, in parts', () => {
  const item = fc.oneof(fc.nat(), fc.string({ unit: 'grapheme', maxLength: 500 }));
  fc.assert(
    fc.property(fc.array(fc.array(item, { size: 'max', maxLength: 2000 }), { maxLength: 3 }), (parts) => {
      const all = createCborWriter();
      const taken = parts.map((items) => {
        for (const each of items) writeItem(all, each);
        return Buffer.from(all.take()).toString('hex');
      });
      const one = parts.map((items) =>
        items
          .map((each) =>
            write((writer) => {
              writeItem(writer, each);
            }),
          )
          .join(''),
      );
      expect(taken).toEqual(one);
    }),
    { numRuns: 20 },
  );
});

function writeItem({ unsigned, text }: CborWriter, item: number | string): void {
  if (typeof item === 'number') unsigned(item);
  else text(item);
}
