import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entry, translation } from '../testing/builders.ts';
import { editHref } from './edit-link.ts';

const editUrl = 'https://code.example/owner/name/edit/main/content/{path}';

test.each([
  [entry(), 'articles/tail-latency/ko.md'],
  [translation(), 'articles/tail-latency/en.md'],
  [entry({ kind: 'page', slug: 'about' }), 'pages/about/ko.md'],
  [entry({ slug: '꼬리-지연' }), 'articles/%EA%BC%AC%EB%A6%AC-%EC%A7%80%EC%97%B0/ko.md'],
])('a text is edited where its file is kept: %#', (text, path) => {
  expect(editHref({ editUrl }, text)).toBe(`https://code.example/owner/name/edit/main/content/${path}`);
});

test('the path of the file can stand anywhere in the address', () => {
  expect(editHref({ editUrl: 'https://code.example/?file={path}&edit' }, entry())).toBe(
    'https://code.example/?file=articles/tail-latency/ko.md&edit',
  );
});

test('a site that does not say where its content is kept has no such link', () => {
  expect(editHref({}, entry())).toBeUndefined();
});

test('whatever the slug, the address is one, and leads to that file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (slug) => {
      fc.pre(!/^\.{1,2}$/.test(slug));
      const { pathname } = new URL(editHref({ editUrl }, entry({ slug })) ?? '');
      expect(decodeURIComponent(pathname)).toBe(`/owner/name/edit/main/content/articles/${slug}/ko.md`);
    }),
  );
});
