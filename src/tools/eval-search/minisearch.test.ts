import { expect, test } from 'vitest';
import { splitSections } from './minisearch.ts';

const heading = (text: string, depth: number) => ({ text, heading: { depth, id: text }, isCode: false });
const paragraph = (text: string) => ({ text, heading: undefined, isCode: false });

test('a page is split at its headings, and each section has the titles around it', () => {
  const blocks = [
    paragraph('앞'),
    heading('설치', 2),
    paragraph('하나'),
    paragraph('둘'),
    heading('리눅스', 3),
    paragraph('셋'),
    heading('사용', 2),
  ];
  expect(splitSections('/ko/articles/a/', { title: '글', description: '요약', topics: [], blocks })).toEqual([
    { id: '/ko/articles/a/', title: '글', titles: [], text: '요약\n앞' },
    { id: '/ko/articles/a/#설치', title: '설치', titles: ['글'], text: '\n하나\n둘' },
    { id: '/ko/articles/a/#리눅스', title: '리눅스', titles: ['글', '설치'], text: '\n셋' },
    { id: '/ko/articles/a/#사용', title: '사용', titles: ['글'], text: '' },
  ]);
});
