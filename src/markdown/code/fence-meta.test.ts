import { describe, expect, test } from 'vitest';
import { parseFenceMeta, type FenceMeta } from './fence-meta.ts';

const nothing: FenceMeta = { marked: [], inserted: [], deleted: [], unknown: [] };

describe('The words after the language of a fence', () => {
  test.each<[meta: string, found: Partial<FenceMeta>]>([
    ['', {}],
    ['title="main.c"', { title: 'main.c' }],
    ["title='설정 파일'", { title: '설정 파일' }],
    ['title="it\'s"', { title: "it's" }],
    ['title=""', { title: '' }],
    ['{2}', { marked: [2] }],
    ['{2,4-6}', { marked: [2, 4, 5, 6] }],
    ['{ 2, 4 - 5 }', { marked: [2, 4, 5] }],
    ['{2} {7}', { marked: [2, 7] }],
    ['{5-3}', {}],
    ['{}', {}],
    ['ins={1} del={2-3}', { inserted: [1], deleted: [2, 3] }],
    ['title="main.c" {2,4-5} ins={7}', { title: 'main.c', marked: [2, 4, 5], inserted: [7] }],
    ['{1}title="a"', { marked: [1], title: 'a' }],
  ])('%s is parsed', (meta, found) => {
    expect(parseFenceMeta(meta)).toEqual({ ...nothing, ...found });
  });

  test.each([
    ['wrap', ['wrap']],
    ['title=main.c', ['title=main.c']],
    ['title="main.c', ['title="main.c']],
    ['{a}', ['{a}']],
    ['{1,b}', ['{1,b}']],
    ['{{1}}', ['{{1}}']],
    ['mark={1}', ['mark={1}']],
    ['{1} 한글 ins={x}', ['한글', 'ins={x}']],
  ])('%s is returned as unknown', (meta, unknown) => {
    expect(parseFenceMeta(meta).unknown).toEqual(unknown);
  });

  test('an enormous range does not use up the memory', () => {
    expect(parseFenceMeta('{1-999999999999}').marked).toHaveLength(10_000);
  });
});
