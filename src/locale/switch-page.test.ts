import { expect, test } from 'vitest';
import type { Page } from './address.ts';
import { switchPage } from './switch-page.ts';

const pair: Page = { type: 'side-by-side', slug: 'a', other: 'en' };
const written = ['ko', 'en', 'da'];

test.each<Page>([{ type: 'home' }, { type: 'article', slug: 'a' }, { type: 'topic', topic: 'b' }])(
  'the page %j is the same in every language',
  (page) => {
    expect(switchPage(page, 'ko', 'en', written)).toEqual(page);
  },
);

test('two languages side by side change sides', () => {
  expect(switchPage(pair, 'ko', 'en', written)).toEqual({ ...pair, other: 'ko' });
});

test('the language that is asked for anew leads to where the reader is', () => {
  expect(switchPage(pair, 'ko', 'ko', written)).toEqual(pair);
});

test('a third language stands beside the one that is not the page’s own', () => {
  expect(switchPage(pair, 'ko', 'da', written)).toEqual(pair);
});

test('in a language that the article is not written in, there is the page of the article', () => {
  expect(switchPage(pair, 'ko', 'da', ['ko', 'en'])).toEqual({ type: 'article', slug: 'a' });
});
