import { describe, expect, test } from 'vitest';
import { addBaseToHeaders, addBaseToRedirects } from './index.ts';

describe('The base of a site is added', () => {
  test('to each path of a _headers file, and to none of its header values', () => {
    const text =
      '# For /all\n/*\n  Link: </a.css>\n  X-Path: /a\n\n/_astro/*\r\n  ! X-Path\n\t/en/:slug\n  X-A: b\n';
    expect(addBaseToHeaders(text, '/kb/')).toBe(
      '# For /all\n/kb/*\n  Link: </a.css>\n  X-Path: /a\n\n/kb/_astro/*\r\n  ! X-Path\n\t/kb/en/:slug\n  X-A: b\n',
    );
  });

  test.each([
    ['/a /b', '/kb/a /kb/b'],
    ['/ /ko/ 302!', '/kb/ /kb/ko/ 302!'],
    ['/old/* \t/new/:splat  301', '/kb/old/* \t/kb/new/:splat  301'],
    ['/a /b#part 301 # once /c', '/kb/a /kb/b#part 301 # once /c'],
    ['/a https://example.com/a', '/kb/a https://example.com/a'],
    ['# /a /b', '# /a /b'],
    ['', ''],
  ])('to the addresses of this site in the redirect “%s”', (line, withBase) => {
    expect(addBaseToRedirects(`${line}\n${line}`, '/kb/')).toBe(`${withBase}\n${withBase}`);
  });

  test('verbatim, even if it looks like a replacement pattern', () => {
    expect(addBaseToHeaders('/a', '/$&/')).toBe('/$&/a');
    expect(addBaseToRedirects('/a /b', '/$&/')).toBe('/$&/a /$&/b');
  });

  test('nowhere if the site is at the root of its host', () => {
    expect(addBaseToHeaders('/*\n  X-A: /b', '/')).toBe('/*\n  X-A: /b');
    expect(addBaseToRedirects('/a /b', '/')).toBe('/a /b');
  });
});
