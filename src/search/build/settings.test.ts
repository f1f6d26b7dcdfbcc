import { expect, test } from 'vitest';
import type { Content } from '../../sources/index.ts';
import { toSearchSettings } from './settings.ts';

const content = {
  site: { base: '/kb/', locales: ['ko', 'en'] },
  topics: { words: { label: { ko: '낱말', en: 'Words' } }, alone: { label: { ko: '하나' } } },
  glossary: { top: { ko: '탑', en: 'top', reading: '탑', aliases: ['procps'] } },
  entries: [
    { kind: 'article', slug: '한글 주소', locale: 'ko' },
    { kind: 'page', slug: 'about', locale: 'en' },
  ],
} as unknown as Content;

test('search knows where each text may be found, by the address that its page has', () => {
  expect(toSearchSettings(content)).toMatchObject({
    base: '/kb/',
    locales: ['ko', 'en'],
    pages: [
      { locale: 'ko', path: 'articles/%ED%95%9C%EA%B8%80%20%EC%A3%BC%EC%86%8C/' },
      { locale: 'en', path: 'about/' },
    ],
  });
});

test('each topic has a label in each language, in another where it has none of its own', () => {
  expect(toSearchSettings(content).topics).toEqual([
    { id: 'words', label: { ko: '낱말', en: 'Words' } },
    { id: 'alone', label: { ko: '하나', en: '하나' } },
  ]);
});

test('all that the glossary calls a thing stands together, each name once', () => {
  expect(toSearchSettings(content).names).toEqual([['탑', 'top', 'procps']]);
});
