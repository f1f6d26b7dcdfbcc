import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainAlias, parseAlias } from './alias.ts';

describe('An alias', () => {
  test.each([
    ['old-name', { type: 'slug', slug: 'old-name' }],
    ['Old_Name', { type: 'slug', slug: 'Old_Name' }],
    ['%EA%B8%80', { type: 'slug', slug: '글' }],
    ['글'.normalize('NFD'), { type: 'slug', slug: '글' }],
    ['/2015/03/12/old/', { type: 'address', path: '2015/03/12/old/' }],
    ['/2015/%EA%B8%80', { type: 'address', path: '2015/글' }],
    ['/old.html', { type: 'address', path: 'old.html' }],
    ['/a%20b/', { type: 'address', path: 'a b/' }],
  ])('%j is a former slug or address', (written, parsed) => {
    expect(parseAlias(written)).toEqual(parsed);
  });

  test.each([
    ['', 'Unexpected alias'],
    ['/', 'Unexpected alias'],
    ['//', 'Unexpected address with a host'],
    ['https://old.example/a', 'Unexpected address with a host'],
    ['//old.example/a', 'Unexpected address with a host'],
    ['/a//b', 'Unexpected alias'],
    ['a/b', 'Unexpected `/` in an alias that does not begin with one'],
    ['/?p=12', 'Unexpected `?` or `#`'],
    ['/a#b', 'Unexpected `?` or `#`'],
    ['/%E0%A4%A', 'Unexpected percent-encoding'],
    ['/100%', 'Unexpected percent-encoding'],
    ['/../a', 'Unexpected alias'],
    ['/a/%2e%2e/b', 'Unexpected alias'],
    ['..', 'Unexpected alias'],
    ['/a%2Fb', 'Unexpected alias'],
    ['/a\\b', 'Unexpected alias'],
    ['/a%00', 'Unexpected alias'],
    ['/.netlify/a', 'Unexpected alias'],
    ['/a\nb', 'Unexpected alias'],
    [`/${'글'.repeat(86)}/`, 'Unexpected long alias'],
  ])('%j is rejected with the reason', (written, message) => {
    expect(explainAlias(written)).toContain(message);
    expect(parseAlias(written)).toBe(undefined);
  });

  test('that is accepted never leads out of the site and is a name that file systems can have', () => {
    const piece = fc.constantFrom(
      '/',
      '.',
      '..',
      '%2e',
      '%2f',
      '\\',
      'a',
      '글',
      '%EA%B8%80',
      ' ',
      '%00',
      '?',
      ':',
      '*',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const alias = parseAlias(pieces.join(''));
        if (alias === undefined) return;
        const names = (alias.type === 'slug' ? alias.slug : alias.path.replace(/\/$/, '')).split('/');
        for (const name of names) expect(name).toMatch(/^(?!\.{1,2}$)[^\\/\p{Cc}]+$/u);
      }),
    );
  });
});
