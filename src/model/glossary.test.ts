import { expect, test } from 'vitest';
import { glossarySchema } from './glossary.ts';

const schema = glossarySchema(['ko', 'en']);
const term = { ko: '꼬리 지연', en: 'tail latency', definition: { ko: '가장 느린 요청의 지연이다.' } };

test('a term needs a definition; aliases and a reading are optional', () => {
  expect(schema.parse({ 'tail-latency': term })).toEqual({ 'tail-latency': { ...term, aliases: [] } });
});

test.each([
  ['tail-latency', true],
  ['p99', true],
  ['Tail-Latency', false],
  ['tail latency', false],
  ['꼬리-지연', false],
  ['tail-', false],
])('“%s” can be the id of a term: %s', (id, isId) => {
  expect(schema.safeParse({ [id]: term }).success).toBe(isId);
});

test.each([
  ['탑', true],
  ['테일 레이턴시', true],
  ['top', false],
  ['탑(top)', false],
  ['', false],
])('“%s”로 읽는다고 적을 수 있다: %s', (reading, isReading) => {
  expect(schema.safeParse({ top: { ...term, reading } }).success).toBe(isReading);
});

test.each([
  ['no definition', { ko: '꼬리 지연' }],
  ['an empty term', { ...term, ko: '' }],
  ['an empty alias', { ...term, aliases: [''] }],
  ['a language the site does not have', { ...term, da: 'halelatens' }],
  ['a definition in such a language', { ...term, definition: { da: 'Den langsomste.' } }],
])('a term with %s is rejected', (_, data) => {
  expect(schema.safeParse({ 'tail-latency': data }).success).toBe(false);
});

test('a term can have a name in any language of the site', () => {
  expect(
    glossarySchema(['da']).safeParse({ p99: { da: 'p99', definition: { da: 'Den langsomste.' } } }).success,
  ).toBe(true);
});
