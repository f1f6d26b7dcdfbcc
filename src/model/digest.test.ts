import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isDigest, shortDigest } from './digest.ts';

test('the digest of a text never changes', () => {
  // The SHA-256 of the empty string begins with e3b0c44298.
  expect(shortDigest('')).toBe('sfpbqggdml');
});

test('every digest is valid and is a string in YAML', () => {
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
