import { describe, expect, test } from 'vitest';
import { embedsSchema, embedSources, fillAddress } from './embeds.ts';

const comments = {
  frame: 'https://comments.example/{locale}/?term={slug}&theme={theme}',
  page: 'https://comments.example/all',
};

describe('The address of', () => {
  test.each([
    ['https://count.example/js/script.js', true],
    ['http://127.0.0.1:8080/script.js', true],
    ['http://count.example/script.js', false],
    ['http://localhost.example/script.js', false],
    ['//count.example/script.js', false],
    ['https://user@count.example/script.js', false],
    ['https://count.example', false],
    ['https://count.example;script-src/a.js', false],
    ["https://count.example'/a.js", false],
    ['https://*/a.js', false],
    ['https://{slug}.example/script.js', false],
    ['https://count.example/{slug}.js', false],
    ['javascript:alert(1)', false],
    ['data:text/javascript,alert(1)', false],
  ])('a counter may be %s: %s', (script, isValid) => {
    expect(embedsSchema.safeParse({ counter: { script } }).success).toBe(isValid);
  });

  test.each([
    ['https://comments.example/?a={locale}{slug}{url}{theme}{session}', true],
    ['https://comments.example/?a={title}', false],
    ['https://comments.example/?a={}', false],
    ['https://{locale}.example/', false],
  ])('comments may be %s: %s', (frame, isValid) => {
    expect(embedsSchema.safeParse({ comments: { ...comments, frame } }).success).toBe(isValid);
  });
});

test('Placeholders are replaced by percent-encoded values; those without a value stay', () => {
  expect(
    fillAddress('https://a.example/{slug}?at={url}&theme={theme}', {
      slug: '한글 #1',
      url: 'https://b/?c&d',
    }),
  ).toBe('https://a.example/%ED%95%9C%EA%B8%80%20%231?at=https%3A%2F%2Fb%2F%3Fc%26d&theme={theme}');
});

test('The sources are origins, that of comments only on pages that have some', () => {
  const embeds = { counter: { script: 'https://count.example:8443/a.js?b' }, comments };
  expect(embedSources(embeds, { hasComments: true })).toEqual({
    counter: 'https://count.example:8443',
    comments: 'https://comments.example',
  });
  expect(embedSources(embeds, { hasComments: false }).comments).toBeUndefined();
  expect(embedSources(undefined, { hasComments: true })).toEqual({});
});
