import { expect, test } from 'vitest';
import { baseToPath, stripBase, isSafePath, parseTarget, pathToSegments, toOriginForm } from './target.ts';

test.each([
  ['/', { segments: [''], search: '' }],
  ['/en/%EA%B8%80/?q=%EA%B8%80', { segments: ['en', '글', ''], search: '?q=%EA%B8%80' }],
  ['/a?b/../c', { segments: ['a'], search: '?b/../c' }],
  ['/a%2Fb#c', { segments: ['a/b'], search: '' }],
  ['/%E0%A4%A', undefined],
  ['*', undefined],
  ['http://example.org/', undefined],
])('the address %s is parsed as %j', (url, target) => {
  expect(parseTarget(url)).toEqual(target);
});

test.each([
  ['http://localhost:4321/en/?q=1', '/en/?q=1'],
  ['https://localhost', '/'],
  ['http://localhost?q=/en/', '/?q=/en/'],
  ['/en/http://localhost/', '/en/http://localhost/'],
  ['ftp://localhost/en/', 'ftp://localhost/en/'],
])('the origin form of %s is %s', (target, path) => {
  expect(toOriginForm(target)).toBe(path);
});

test.each([
  [['en', ''], true],
  [['en', '', 'about'], false],
  [['', 'en'], false],
  [['..'], false],
  [['a/..'], false],
  [['a\\b'], false],
  [['a\0'], false],
  [['...'], true],
])('the segments %j are plain: %s', (segments, plain) => {
  expect(isSafePath(segments)).toBe(plain);
});

test.each([
  ['', '/'],
  ['/', '/'],
  ['kb', '/kb/'],
  ['/kb', '/kb/'],
  ['/a/kb/', '/a/kb/'],
])('the base “%s” is the path %s', (base, path) => {
  expect(baseToPath(base)).toBe(path);
});

test.each([
  ['/', '/en/', ['en', '']],
  ['/kb/', '/kb/en', ['en']],
  ['/kb/', '/kb/', ['']],
  ['/kb/', '/kb', []],
  ['/kb/', '/kbx/', undefined],
  ['/나란히/', '/%EB%82%98%EB%9E%80%ED%9E%88/ko', ['ko']],
])('relative to the base %s, %s is %j', (base, path, rest) => {
  expect(stripBase(pathToSegments(base), pathToSegments(path))).toEqual(rest);
});
