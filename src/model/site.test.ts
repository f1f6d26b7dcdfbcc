import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entry, site, translation } from '../testing/builders.ts';
import { defaultLocale, editHref, securityContact, siteAddress, siteSchema } from './site.ts';

test('valid settings are unchanged', () => {
  const settings = site({
    author: { name: 'Narani', url: 'https://example.org/' },
  });
  expect(siteSchema.parse(settings)).toEqual(settings);
});

test('by default a site is at the root of its host, without links and compressed files', () => {
  const { name, description, author, origin, timezone, locales } = site();
  const settings = { name, description, author, origin, timezone, locales };
  expect(siteSchema.parse(settings)).toEqual({
    ...settings,
    base: '/',
    links: [],
    precompress: false,
    searchFiles: 20_000,
  });
});

test.each([
  ['origin', 'https://narani.example', true],
  ['origin', 'http://127.0.0.1:8080', true],
  ['origin', 'https://narani.example/', false],
  ['origin', 'https://narani.example/kb', false],
  ['origin', 'https://user@narani.example', false],
  ['origin', 'ftp://narani.example', false],
  ['origin', 'javascript:alert(1)', false],
  ['origin', 'narani.example', false],
  ['base', '/', true],
  ['base', '/kb/', true],
  ['base', '/나란히/글/', false],
  ['base', '/a/../b/', false],
  ['base', '/a%20b/', false],
  ['base', '/kb/v1.2/', true],
  ['base', '/kb', false],
  ['base', 'kb/', false],
  ['base', '//', false],
  ['base', '/a b/', false],
  ['base', '/a?b/', false],
  ['base', '', false],
  ['timezone', 'Asia/Seoul', true],
  ['timezone', 'UTC', true],
  ['timezone', 'Seoul', false],
  ['timezone', '', false],
  ['locales', ['da'], true],
  ['locales', ['ko', 'zh-hant'], true],
  ['locales', [], false],
  ['locales', ['ko', 'ko'], false],
  ['locales', ['KO'], false],
  ['name', { ko: '나란히' }, true],
  ['name', {}, false],
  ['name', { ko: '' }, false],
  ['name', '나란히', false],
  ['author', {}, false],
  ['links', [{ label: { en: 'Source' }, url: 'https://example.org/' }], true],
  ['links', [{ label: { en: 'Source' }, url: 'example.org' }], false],
  ['logo', 'logo.svg', true],
  ['logo', 'pictures/로고.svg', true],
  ['logo', '/logo.svg', false],
  ['logo', '../logo.svg', false],
  ['logo', 'a/../../logo.svg', false],
  ['logo', 'https://example.org/logo.svg', false],
  ['logo', '', false],
  ['accent', '#2b3f8c', true],
  ['accent', '#FD0', true],
  ['accent', '2b3f8c', false],
  ['accent', '#2b3f8c80', false],
  ['accent', 'navy', false],
  ['accent', 123456, false],
  ['accent', null, false],
  ['editUrl', 'https://code.example/owner/name/edit/main/content/{path}', true],
  ['editUrl', 'https://code.example/?file={path}', true],
  ['editUrl', 'https://code.example/owner/name/edit/main/content/', false],
  ['editUrl', 'https://code.example/{path}/{path}', false],
  ['editUrl', 'https://{path}/', false],
  ['editUrl', 'javascript:alert({path})', false],
  ['editUrl', 'content/{path}', false],
  ['editUrl', '{path}', false],
  ['editUrl', '', false],
  ['repository', 'nowhere', false],
  ['theme', 'dark', false],
])('the setting %s: %j is valid: %s', (key, value, isValid) => {
  expect(siteSchema.safeParse({ ...site(), [key]: value }).success).toBe(isValid);
});

test('the address of a site is its origin and base', () => {
  expect(siteAddress(site({ base: '/kb/' }))).toEqual({ origin: 'https://narani.example', base: '/kb/' });
});

test('the first locale is the default', () => {
  expect(defaultLocale({ locales: ['en', 'ko'] })).toBe('en');
});

test('a site without a locale throws an error', () => {
  expect(() => defaultLocale({ locales: [] })).toThrow('at least one locale');
});

const editUrl = 'https://code.example/owner/name/edit/main/content/{path}';

test.each([
  [entry(), 'articles/tail-latency/ko.md'],
  [translation(), 'articles/tail-latency/en.md'],
  [entry({ kind: 'page', slug: 'about' }), 'pages/about/ko.md'],
  [entry({ slug: '꼬리-지연' }), 'articles/%EA%BC%AC%EB%A6%AC-%EC%A7%80%EC%97%B0/ko.md'],
])('the edit link leads to the file of the text: %#', (text, path) => {
  expect(editHref({ editUrl }, text)).toBe(`https://code.example/owner/name/edit/main/content/${path}`);
});

test('`{path}` can be anywhere in `editUrl`', () => {
  expect(editHref({ editUrl: 'https://code.example/?file={path}&edit' }, entry())).toBe(
    'https://code.example/?file=articles/tail-latency/ko.md&edit',
  );
});

test('a site without `editUrl` has no edit link', () => {
  expect(editHref({}, entry())).toBeUndefined();
});

test('the edit link is a valid address of the file for any slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (slug) => {
      fc.pre(!/^\.{1,2}$/.test(slug));
      const { pathname } = new URL(editHref({ editUrl }, entry({ slug })) ?? '');
      expect(decodeURIComponent(pathname)).toBe(`/owner/name/edit/main/content/articles/${slug}/ko.md`);
    }),
  );
});

test.each([
  ['mailto:a@example.org', '/', 'mailto:a@example.org'],
  ['https://example.org/contact', '/', 'https://example.org/contact'],
  ['http://example.org/contact', '/', undefined],
  [undefined, '/', undefined],
  ['mailto:a@example.org', '/kb/', undefined],
])('of the author’s address %s on a site at %s, the security contact is %s', (url, base, contact) => {
  const author = { name: 'A', ...(url !== undefined && { url }) };
  expect(securityContact(site({ author, base }))).toBe(contact);
});
