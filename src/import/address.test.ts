import { describe, expect, test } from 'vitest';
import { resolveAddress, formatAddress, type Destinations } from './address.ts';

const from = { slug: 'here', locale: 'ko' };

/** The existing texts by name. Each maps fragments of the original to ids after the import. */
const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'here/ko': { 원인: 'causes' },
  'there/ko': { 원인: 'causes', 머리: '', '100%': 'all' },
  'there/en': { causes: 'causes' },
  'only/en': { causes: 'causes' },
  '꼬리-지연/ko': {},
};

const destinations: Destinations = {
  locales: ['ko', 'en'],
  findName: (name) => (name === 'averages' ? name : undefined),
  languagesOf: (slug) =>
    Object.keys(texts)
      .filter((name) => name.startsWith(`${slug}/`))
      .map((name) => name.slice(slug.length + 1)),
  findId: ({ slug, locale }, fragment) => texts[`${slug}/${locale}`]?.[fragment],
  idsOf: ({ slug, locale }) => Object.values(texts[`${slug}/${locale}`] ?? {}),
};

/** Returns the converted address and the rule of the problem that is reported. */
function convert(url: string): [string | undefined, string | undefined] {
  const resolved = resolveAddress(url, from, destinations);
  switch (resolved.type) {
    case 'same':
      return [url, undefined];
    case 'page':
      return [resolved.url, undefined];
    case 'text':
      return [formatAddress(resolved, from), resolved.problem?.rule];
    case 'nowhere':
      return [undefined, resolved.problem.rule];
  }
}

describe('A link by name', () => {
  test.each([['[[averages]]'], ['[[averages|말]]'], ['[[1]]'], ['[[nodiscard]]']])(
    '%s stays as it is',
    (written) => {
      expect(convert(written)).toEqual([written, undefined]);
    },
  );

  test.each([
    ['that nothing has', '[[nothing]]', 'import/broken-link'],
    ['with an unknown anchor', '[[averages#원인]]', 'import/unknown-anchor'],
  ])('%s is converted to its words', (_, written, rule) => {
    expect(convert(written)).toEqual([undefined, rule]);
  });
});

describe('An address that leads to a text is converted:', () => {
  test.each([
    ['/ko/there/', '../there/ko.md'],
    ['/ko/there', '../there/ko.md'],
    ['/en/there/', '../there/en.md'],
    ['/ko/there/#원인', '../there/ko.md#causes'],
    ['/ko/there/#%EC%9B%90%EC%9D%B8', '../there/ko.md#causes'],
    ['/ko/there#원인', '../there/ko.md#causes'],
    ['/ko/there/#', '../there/ko.md'],
    ['/ko/there/#머리', '../there/ko.md'],
    ['/ko/there/#100%', '../there/ko.md#all'],
    ['/ko/there.md', '../there/ko.md'],
    ['/ko/there/index.html', '../there/ko.md'],
    ['/ko/there.html#원인', '../there/ko.md#causes'],
    ['/ko/articles/there/#원인', '../there/ko.md#causes'],
    ['/ko/꼬리-지연/', '../꼬리-지연/ko.md'],
    ['/ko/%EA%BC%AC%EB%A6%AC-%EC%A7%80%EC%97%B0/', '../꼬리-지연/ko.md'],
    ['/ko/꼬리-지연/'.normalize('NFD'), '../꼬리-지연/ko.md'],
    ['/ko/only/', '../only/'],
    ['/ko/only/#causes', '../only/#causes'],
    ['there.md', '../there/ko.md'],
    ['./there.md#원인', '../there/ko.md#causes'],
    ['../en/there.md', '../there/en.md'],
    ['../there/', '../there/ko.md'],
    ['../../en/there/', '../there/en.md'],
    ['#원인', '#causes'],
    ['#', '../here/ko.md'],
    ['/ko/here/#원인', '#causes'],
    ['/ko/here/', '../here/ko.md'],
    ['/ko/', '/ko/'],
    ['/en', '/en/'],
    ['/', '/'],
    ['https://example.org/ko/there/', 'https://example.org/ko/there/'],
    ['//example.org/', '//example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['tel:+82-2-123-4567', 'tel:+82-2-123-4567'],
    ['sms:+82-2-123-4567', 'sms:+82-2-123-4567'],
  ])('%s → %s', (url, written) => {
    expect(convert(url)).toEqual([written, undefined]);
  });
});

describe('An unknown address, or part of it, is reported:', () => {
  test.each([
    ['/ko/there/#없음', '../there/ko.md', 'import/unknown-anchor'],
    ['/ko/there/?page=2', '../there/ko.md', 'import/link-query'],
    ['#없음', undefined, 'import/unknown-anchor'],
    ['/ko/gone/', undefined, 'import/broken-link'],
    ['/da/there/', undefined, 'import/broken-link'],
    ['/ko/there/deeper/', undefined, 'import/broken-link'],
    ['/files/a.pdf', undefined, 'import/broken-link'],
    ['a.pdf', undefined, 'import/broken-link'],
    ['../../../..', undefined, 'import/broken-link'],
    ['/%zz', undefined, 'import/broken-link'],
    ['?a=1', '../here/ko.md', 'import/link-query'],
    ['', undefined, 'import/empty-link'],
    ['javascript:alert(1)', undefined, 'import/link-scheme'],
    ['SKYPE:a', undefined, 'import/link-scheme'],
  ])('%s → %s, %s', (url, written, rule) => {
    expect(convert(url)).toEqual([written, rule]);
  });
});

test('characters that would end a link are percent-encoded in an id', () => {
  const resolved = { type: 'text', text: { slug: 'b', locale: 'ko' }, id: 'a(b)%', isFolder: false } as const;
  expect(formatAddress(resolved, from)).toBe('../b/ko.md#a%28b%29%25');
});

test('a similar id is suggested', () => {
  const resolved = resolveAddress('/en/there/#cuases', from, destinations);
  expect(resolved.type === 'text' && resolved.problem?.what).toContain('did you mean `causes`?');
});
