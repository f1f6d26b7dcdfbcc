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

test('settings list the address of each page', () => {
  expect(toSearchSettings(content)).toMatchObject({
    base: '/kb/',
    locales: ['ko', 'en'],
    pages: [
      { locale: 'ko', path: 'articles/%ED%95%9C%EA%B8%80%20%EC%A3%BC%EC%86%8C/' },
      { locale: 'en', path: 'about/' },
    ],
  });
});

test('each topic has a label in each language, falling back to another one', () => {
  expect(toSearchSettings(content).topics).toEqual([
    { id: 'words', label: { ko: '낱말', en: 'Words' } },
    { id: 'alone', label: { ko: '하나', en: '하나' } },
  ]);
});

test('all names of a glossary term are grouped, each once', () => {
  expect(toSearchSettings(content).names).toEqual([['탑', 'top', 'procps']]);
});
