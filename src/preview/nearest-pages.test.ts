import { expect, test } from 'vitest';
import { findNearestPages } from './nearest-pages.ts';

const pages = [
  '/ko/',
  '/ko/404/',
  '/ko/articles/kettle/',
  '/en/articles/kettle/',
  encodeURI('/ko/articles/한글/'),
];

test('Pages whose addresses differ by a slip are found, nearest first', () => {
  expect(findNearestPages('/ko/articles/ketle/', pages)).toEqual([
    '/ko/articles/kettle/',
    '/en/articles/kettle/',
    encodeURI('/ko/articles/한글/'),
  ]);
});

test('한글 주소는 글자 수로 견준다', () => {
  expect(findNearestPages(encodeURI('/ko/articles/한굴/'), pages)[0]).toBe(encodeURI('/ko/articles/한글/'));
});

test('Nothing is suggested for what resembles no page, nor the page for missing ones', () => {
  expect(findNearestPages('/zz/40/', pages)).toEqual([]);
  expect(findNearestPages('/%E0%A4%A/', ['/somewhere/else/'])).toEqual([]);
});
