import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLink, withoutOrigin, type LinkDestination } from './link.ts';

const from = { kind: 'article', slug: 'ps-vs-top', locale: 'ko' } as const;

describe('An address', () => {
  test.each([
    'https://example.org/a.md',
    'HTTPS://EXAMPLE.ORG',
    'mailto:a@example.org',
    'tel:+4512345678',
    'javascript:alert(1)',
    '//example.org/ko.md',
  ])('%s leads to another site', (url) => {
    expect(parseLink(url, from)).toEqual({ type: 'outside' });
  });

  test.each([
    ['/', '', undefined],
    ['/ko/about/', 'ko/about/', undefined],
    ['/ko/articles/%EA%BC%AC%EB%A6%AC/#why', 'ko/articles/꼬리/', 'why'],
    ['/꼬리.pdf'.normalize('NFD'), '꼬리.pdf', undefined],
    ['/ko/search/?q=a/b#c', 'ko/search/', 'c'],
    ['/why%3F.pdf', 'why?.pdf', undefined],
  ])('%s leads to “%s” from the root of the site, with the fragment %s', (url, path, id) => {
    expect(parseLink(url, from)).toEqual({ type: 'root', path, id });
  });

  test.each([
    ['#the-hunt', 'the-hunt'],
    ['#%EC%9B%90%EC%9D%B8', '원인'],
    ['#원인'.normalize('NFD'), '원인'],
    ['#a#b', 'a#b'],
    ['#', ''],
    ['', ''],
  ])('%s leads to the anchor “%s” of the same text', (url, id) => {
    expect(parseLink(url, from)).toEqual({ type: 'anchor', id });
  });

  test.each([
    ['en.md', 'articles/ps-vs-top/en', undefined],
    ['./en.md#why', 'articles/ps-vs-top/en', 'why'],
    ['../silent-voicemail/ko.md#the-hunt', 'articles/silent-voicemail/ko', 'the-hunt'],
    ['../silent-voicemail/', 'articles/silent-voicemail/ko', undefined],
    ['../silent-voicemail#the-hunt', 'articles/silent-voicemail/ko', 'the-hunt'],
    ['../../pages/about/en.md', 'pages/about/en', undefined],
    ['../%EA%BC%AC%EB%A6%AC/ko.md', 'articles/꼬리/ko', undefined],
    ['../꼬리/ko.md'.normalize('NFD'), 'articles/꼬리/ko', undefined],
    ['.', 'articles/ps-vs-top/ko', undefined],
  ])('%s leads to the entry %s with the anchor %s', (url, entry, id) => {
    const destination = parseLink(url, from);
    expect(destination).toMatchObject({ type: 'entry', id });
    expect(nameOf(destination)).toBe(entry);
  });

  test.each([
    ['graph.png', 'articles/ps-vs-top/graph.png'],
    ['./pictures/graph.png#t=3', 'articles/ps-vs-top/pictures/graph.png'],
    ['%EA%B7%B8%EB%A6%BC.png', 'articles/ps-vs-top/그림.png'],
    ['그림.png'.normalize('NFD'), 'articles/ps-vs-top/그림.png'],
    ['notes/ko.md', 'articles/ps-vs-top/notes/ko.md'],
    ['../../topics.yaml', 'topics.yaml'],
    ['..', 'articles'],
  ])('%s leads to the file %s', (url, path) => {
    expect(parseLink(url, from)).toEqual({ type: 'file', path });
  });

  test.each(['%', '/100%', '100%.md', '%E0%A4%A', 'ko.md#%ZZ'])('%s is malformed', (url) => {
    expect(parseLink(url, from)).toEqual({ type: 'malformed' });
  });

  test('on a single page is relative to the folder of that page', () => {
    expect(nameOf(parseLink('en.md', { kind: 'page', slug: 'about', locale: 'ko' }))).toBe('pages/about/en');
  });

  test('never throws an error', () => {
    const parts = fc.constantFrom(
      '..',
      '.',
      '/',
      '#',
      '%',
      '%41',
      '%EA',
      '?',
      ':',
      '\\',
      'articles',
      'ko.md',
      '꼬리',
    );
    const urls = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.array(parts).map((given) => given.join('')),
    );
    fc.assert(fc.property(urls, (url) => void parseLink(url, from)));
  });

  test('that goes above the content folder is not an entry', () => {
    expect(parseLink('../../../articles/first/en.md', from).type).toBe('file');
  });

  test('never leads above the content folder', () => {
    const steps = fc.array(fc.constantFrom('..', '.', '', 'articles', 'a', '%2e%2e', '..%2f..'));
    fc.assert(
      fc.property(steps, (given) => {
        const destination = parseLink(`./${given.join('/')}`, from);
        if (destination.type === 'entry') expect(nameOf(destination).split('/')).not.toContain('..');
      }),
    );
  });
});

function nameOf(destination: LinkDestination): string {
  if (destination.type !== 'entry')
    throw new Error(`A link to an entry was expected, not to ${destination.type}`);
  return `${destination.kind}s/${destination.slug}/${destination.locale}`;
}

describe('An address of the site', () => {
  const kb = { origin: 'https://example.org', base: '/kb/' };

  test.each([
    ['https://example.org/kb/ko/articles/a/#b', '/ko/articles/a/#b'],
    ['HTTPS://EXAMPLE.ORG/kb/', '/'],
    ['https://example.org/kb', '/'],
    ['https://example.org/kb?q=1', 'https://example.org/kb?q=1'],
    ['https://example.org/other/', 'https://example.org/other/'],
    ['https://example.org.evil.example/kb/', 'https://example.org.evil.example/kb/'],
    ['http://example.org/kb/', 'http://example.org/kb/'],
    ['https://[', 'https://['],
    ['../a/ko.md', '../a/ko.md'],
  ])('%s is %s', (url, path) => {
    expect(withoutOrigin(url, kb)).toBe(path);
  });

  test('at the root of its host has no base path', () => {
    expect(withoutOrigin('https://example.org', { origin: 'https://example.org', base: '/' })).toBe('/');
  });
});
