import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HostError } from './host-error.ts';
import { findRedirect, readRedirectRules } from './redirects.ts';
import type { Redirect } from './redirects.ts';
import { parseTarget } from './target.ts';

async function redirectFor(lines: string, url: string, fileExists = false): Promise<Redirect | undefined> {
  const directory = mkdtempSync(join(tmpdir(), 'narani-redirects-'));
  writeFileSync(join(directory, '_redirects'), lines);
  const rules = await readRedirectRules(directory);
  rmSync(directory, { recursive: true });
  const target = parseTarget(url);
  return target && findRedirect(rules, target, fileExists);
}

test.each([
  ['/a /b', '/a', '/b', 301],
  ['/a /b', '/a/', '/b', 301],
  ['/a /b 302', '/a', '/b', 302],
  ['/a /b#part', '/a?x=1', '/b?x=1#part', 301],
  ['/a /b?from=a', '/a?x=1', '/b?from=a', 301],
  ['/posts/:year/:slug /articles/:slug/', '/posts/2024/tail', '/articles/tail/', 301],
  ['/a/* /b/:splat', '/a', '/b/', 301],
  ['/a/* /b/:splat', '/a/%EA%B8%80/x/', '/b/%EA%B8%80/x/', 301],
  ['/글 /%EA%B8%80/새', '/%EA%B8%80', '/%EA%B8%80/%EC%83%88', 301],
  ['/find/:term /:term', '/find/%2Fexample.com', '/%2Fexample.com', 301],
  ['/a/* /:splat', '/a/https:evil.test', '/https%3Aevil.test', 301],
  ['/a/* /:splat', '/a/%0d%0aX-A:1', '/%0D%0AX-A%3A1', 301],
  ['/a/* /:splat/b', '/a/', '/b', 301],
  ['/a/* /:splat/b', '/a/?x=//evil.test', '/b?x=//evil.test', 301],
  ['/a/* https://example.com/:splat', '/a/b', 'https://example.com/b', 301],
  ['/a https://example.com:8080/a', '/a', 'https://example.com:8080/a', 301],
])('“%s” redirects %s to %s with status %i', async (lines, url, to, status) => {
  expect(await redirectFor(lines, url)).toEqual({ to, status });
});

test.each([
  ['/a /b', '/a/b'],
  ['/a/:one /b', '/a'],
  ['/* /:splat 301', '/already/here/'],
])('“%s” does not apply to %s', async (lines, url) => {
  expect(await redirectFor(lines, url)).toBeUndefined();
});

test('the first matching rule wins, and only a forced rule applies where a file exists', async () => {
  const lines = '/a /one\n/a /two 302!';
  expect(await redirectFor(lines, '/a')).toEqual({ to: '/one', status: 301 });
  expect(await redirectFor(lines, '/a', true)).toEqual({ to: '/two', status: 302 });
});

test.each(['/search q=:term /find/:term', '/ /ko/ 302 Language=ko', 'http://other.example/a /b'])(
  '“%s” has a condition other than the path and is rejected with its location',
  async (line) => {
    const [from = ''] = line.split(' ');
    const refusal = redirectFor(`/fine /here\n${line}`, '/fine');
    await expect(refusal).rejects.toThrow(HostError);
    await expect(refusal).rejects.toThrow(`The rule from ${from} to `);
  },
);

test.each([
  '/a //evil.test 301',
  '/a ///evil.test',
  '/a /\\evil.test',
  '/a https://:host/',
  '/a/* https://:splat',
  '/a/* https://example.com:splat',
  '/a/* https://example.com\\:splat',
  '/a https:///evil.test',
  '/a https:evil.test',
  '/a javascript:alert(1)',
])('“%s” may lead to any host and is rejected', async (line) => {
  await expect(redirectFor(`/fine /here\n${line}`, '/fine')).rejects.toThrow(HostError);
});

test('without a _redirects file there are no rules', async () => {
  expect(await readRedirectRules(join(tmpdir(), 'narani-no-such-directory'))).toEqual([]);
});
