import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { redirectToHtml } from './redirect-page.ts';

const html = redirectToHtml({
  href: '/kb/ko/articles/a&b/',
  canonical: 'https://example.org/kb/ko/articles/a&b/',
  languages: [
    {
      lang: 'ko',
      explanation: '주소가 바뀌었다.',
      href: '/kb/ko/articles/a&b/',
      title: '제목 <b>',
      titleLang: 'ko',
    },
    { lang: 'en', explanation: 'Moved.', href: '/kb/en/articles/a&b/', title: '제목', titleLang: 'ko' },
  ],
});

test('A redirect page leads on at once without scripts, and names the page that search engines should index', () => {
  expect(html).toMatch(/^<!doctype html><html lang="ko"><head><meta charset="utf-8">/);
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=/kb/ko/articles/a&#x26;b/">');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<link rel="canonical" href="https://example.org/kb/ko/articles/a&#x26;b/">');
  expect(html).not.toContain('<script');
});

test('It has a link in each language, with the language of the title if that is another', () => {
  expect(html).toContain(
    '<section lang="ko"><h1>주소가 바뀌었다.</h1><p><a href="/kb/ko/articles/a&#x26;b/" hreflang="ko">제목 &#x3C;b></a></p>',
  );
  expect(html).toContain(
    '<section lang="en"><h2>Moved.</h2><p><a href="/kb/en/articles/a&#x26;b/" hreflang="en" lang="ko">제목</a></p>',
  );
});

test('Its policy allows its style and nothing else', () => {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  const [, policy = ''] = /content-security-policy" content="([^"]*)"/.exec(html) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policy.replaceAll('&#x27;', "'").split(';')).toEqual([
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `style-src 'sha256-${hash}'`,
    "trusted-types 'none'",
  ]);
  expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<style'));
});
