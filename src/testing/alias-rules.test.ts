import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findRedirect, parseTarget, readRedirectRules } from '../host/index.ts';
import { groupContent, redirectRules } from '../routes/index.ts';
import { entry, mark, site, storedEntry } from './builders.ts';

const addresses = [
  ...[
    '/2015/03/12/old/',
    '/old.html',
    '/글/옛 글',
    '/%EA%B8%80/',
    '/a*b/',
    '/:x/y',
    '/100%25/',
    '/q%3Fa',
    '/h%23a',
  ],
  ...["/it's", '/a;b=c/', '/x=y', '/a,b', '/200', '/301'],
];

test('Hosts read the lines of aliases, whatever characters they have, and follow them to the article', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'narani-aliases-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const settings = {
    site: site({ base: '/kb/' }),
    topics: {},
    today: '2026-12-01' as const,
    isPreview: false,
  };
  const moved = storedEntry(entry({ slug: '새-글', aliases: [...addresses, 'o:l*d'] }));
  writeFileSync(
    path.join(folder, '_redirects'),
    redirectRules(groupContent({ settings, entries: [moved], diagnostics: [] }, mark())),
  );
  const rules = await readRedirectRules(folder);
  const follow = (address: string): string | undefined => {
    const target = parseTarget(address.split('/').map(encodeURIComponent).join('/'));
    return target && findRedirect(rules, target, false)?.to;
  };
  const page = encodeURI('/kb/ko/articles/새-글/');
  const led = addresses.map((address) => [address, follow(`/kb${decodeURIComponent(address)}`)]);
  expect(led).toEqual(addresses.map((address) => [address, page]));
  expect(follow('/kb/en/articles/o:l*d/')).toBe(encodeURI('/kb/en/articles/새-글/'));
});
