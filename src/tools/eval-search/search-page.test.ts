import { expect, test } from 'vitest';
import { linksToHits } from './search-page.ts';

test('an article is listed once, where it first appears, with all its sections', () => {
  const links = [
    '/kb/ko/articles/a/',
    '/kb/en/articles/b/?q=x#one',
    '/kb/ko/articles/a/#two',
    '/kb/ko/articles/a/#three',
  ];
  expect(linksToHits(links)).toEqual([
    { slug: 'a', sections: ['two', 'three'] },
    { slug: 'b', sections: ['one'] },
  ]);
});

test('slugs and anchors are percent-decoded', () => {
  expect(linksToHits([`/ko/articles/${encodeURIComponent('한글')}/#${encodeURIComponent('절')}`])).toEqual([
    { slug: '한글', sections: ['절'] },
  ]);
});

test('links to other pages are not hits', () => {
  expect(linksToHits(['/ko/', '/ko/articles/', '/ko/topics/linux/', '/ko/articles/a.md'])).toEqual([]);
});
