import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isDigest, shortDigest } from './digest.ts';

test('a text has the same digest on every machine and in every year', () => {
  // SHA-256 of nothing begins with e3b0c44298.
  expect(shortDigest('')).toBe('sfpbqggdml');
});

test('every digest has the form of one and reads as a word in YAML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const digest = shortDigest(text);
      expect(isDigest(digest)).toBe(true);
      expect(parse(digest)).toBe(digest);
    }),
  );
});

test('texts that differ in one letter have different digests', () => {
  expect(shortDigest('지연')).not.toBe(shortDigest('지언'));
});

test.each(['', 'bcdfghjkl', 'bcdfghjklmn', 'bcdfghjkla', 'BCDFGHJKLM', ' bcdfghjklm', '1234567890'])(
  '“%s” does not have the form of a digest',
  (word) => {
    expect(isDigest(word)).toBe(false);
  },
);
