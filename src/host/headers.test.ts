import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersFor, readHeaderRules, revalidate } from './headers.ts';

async function headersOf(text: string, path: string): Promise<Record<string, string>> {
  const directory = mkdtempSync(join(tmpdir(), 'narani-headers-'));
  writeFileSync(join(directory, '_headers'), text);
  const rules = await readHeaderRules(directory);
  rmSync(directory, { recursive: true });
  return headersFor(rules, path);
}

test('the later of two rules for an address wins, whatever the case of the header name', async () => {
  const text = '/*\n  cache-control: no-store\n/og/*\n  Cache-Control: public, max-age=60';
  expect(await headersOf(text, '/og/en/tail.png')).toEqual({ 'cache-control': 'public, max-age=60' });
  expect(await headersOf(text, '/en/')).toEqual({ 'cache-control': 'no-store' });
});

test('한글 경로의 규칙은 디코딩된 주소와 비교한다', async () => {
  expect(await headersOf('/ko/글/*\n  X-Kind: article', '/ko/글/꼬리/')).toMatchObject({
    'x-kind': 'article',
  });
});

test('a rule is matched against the whole address of the request, including the base', async () => {
  expect(await headersOf('/kb/og/*\n  X-Kind: image', '/kb/og/a.png')).toMatchObject({ 'x-kind': 'image' });
  expect(await headersOf('/og/*\n  X-Kind: image', '/kb/og/a.png')).not.toHaveProperty('x-kind');
});

test('a line that detaches a header of an earlier rule on other hosts is ignored', async () => {
  const text = '/*\n  X-Kind: any\n/og/*\n  ! X-Kind\n  X-Kind: image';
  expect(await headersOf(text, '/og/a.png')).toMatchObject({ 'x-kind': 'image' });
});

test('a rule cannot set a header that depends on how the response is sent', async () => {
  expect(await headersOf('/*\n  Content-Length: 1', '/')).not.toHaveProperty('content-length');
});

describe('The headers of the site itself', async () => {
  const rules = await readHeaderRules(resolve(import.meta.dirname, '../../public'));
  const forever = 'public, max-age=31536000, immutable';

  test.each([
    ['/search/index.json', 'no-cache', undefined],
    ['/search/lexicon.DCqXbtwvSI.txt', forever, undefined],
    ['/search/tails.DCqXbtwvSI.0.txt', forever, undefined],
    ['/search/sounds.DCqXbtwvSI.0.txt', forever, undefined],
    ['/search/pairs.DCqXbtwvSI.0.txt', forever, undefined],
    ['/search/cards.ko.DCqXbtwvSI.0.json', forever, undefined],
    ['/search/outline.ko.qX4J8N3Tp7.json', forever, undefined],
    ['/search/deeper.en.qX4J8N3Tp7.json', forever, undefined],
    ['/search/subjects.z8QGRWbzYL.json', forever, undefined],
    ['/search/text/UBd0Q8WtrA.narani', forever, 'application/octet-stream'],
    ['/search/pagefind/index/w2kYqf0LXC.pf_index', forever, 'application/octet-stream'],
    ['/search/pagefind/pagefind.Zt8aPmJ1bV.pf_meta', forever, 'application/octet-stream'],
    ['/search/pagefind/pagefind-entry.json', 'no-cache', undefined],
    ['/search/pagefind/pagefind.js', revalidate, undefined],
    ['/search/pagefind/wasm.unknown.pagefind', revalidate, undefined],
    ['/ko/search/', revalidate, undefined],
    ['/ko/articles/text/', revalidate, undefined],
  ])('cache %s forever only if its name has a content hash', (path, cacheControl, contentType) => {
    const headers = headersFor(rules, path);
    expect(headers['cache-control']).toBe(cacheControl);
    expect(headers['content-type']).toBe(contentType);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

test.each([
  ['/downloads/articles/a/call.pcap', 'application/vnd.tcpdump.pcap'],
  ['/downloads/articles/a/call.pcapng', 'application/octet-stream'],
  ['/downloads/pages/about/data/values.csv', undefined],
])('the site’s own rules make browsers download %s instead of showing it', async (path, type) => {
  const rules = readFileSync(resolve(import.meta.dirname, '../../public/_headers'), 'utf8');
  const headers = await headersOf(rules, path);
  expect(headers).toMatchObject({
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
  });
  expect(headers['content-security-policy']).toContain('sandbox');
  expect(headers['content-type']).toBe(type);
});
