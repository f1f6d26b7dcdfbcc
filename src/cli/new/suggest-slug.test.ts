import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestSlug } from './suggest-slug.ts';

test.each([
  ['꼬리 지연', 'kkori-jiyeon'],
  ['왕십리에서 독립문까지', 'wangsimnieseo-dongnimmunkkaji'],
  ['꼬리 지연과 p99'.normalize('NFD'), 'kkori-jiyeongwa-p99'],
  ['What’s new in Node.js 24?', 'whats-new-in-node-js-24'],
  ['Crème brûlée', 'creme-brulee'],
  ['😀', ''],
  ['日本語', ''],
])('the address of “%s” is %s', (title, slug) => {
  expect(suggestSlug(title)).toBe(slug);
});

test('한글 제목의 주소는 언제나 짧은 ASCII다', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      expect(suggestSlug(title)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(suggestSlug(title).length).toBeLessThanOrEqual(60);
    }),
  );
});
