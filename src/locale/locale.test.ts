import { expect, test } from 'vitest';
import { isLocaleTag, localeToLabel, localeToLang, localize } from './locale.ts';

test.each([
  ['ko', true],
  ['zh-hant', true],
  ['es-419', true],
  ['KO', false],
  ['zh-Hant', false],
  ['ko_kr', false],
  ['k', false],
  ['한국어', false],
  ['', false],
])('“%s” is a locale tag: %s', (word, isTag) => {
  expect(isLocaleTag(word)).toBe(isTag);
});

test.each([
  ['ko', 'ko'],
  ['zh-hant', 'zh-Hant'],
  ['pt-br', 'pt-BR'],
])('the locale %s has lang="%s"', (locale, lang) => {
  expect(localeToLang(locale)).toBe(lang);
});

test.each([
  ['ko', '한국어'],
  ['en', 'English'],
  ['da', 'Dansk'],
  ['zh-hant', '繁體中文'],
])('the language %s calls itself %s', (locale, label) => {
  expect(localeToLabel(locale)).toBe(label);
});

test.each([
  [{ ko: '나란히', en: 'Narani' }, 'Narani'],
  [{ ko: '나란히', da: 'Narani på dansk' }, 'Narani på dansk'],
  [{ fr: 'Narani en français' }, ''],
  [{}, ''],
])('%j in English, with Danish and Korean as fallbacks, is “%s”', (text, given) => {
  expect(localize(text, 'en', ['da', 'ko'])).toBe(given);
});
