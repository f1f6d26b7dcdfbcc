import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

const paragraph = (text: string, containers = '') => ({ type: 'paragraph' as const, containers, text });

describe('The excerpt of a text', () => {
  test.each([
    ['is its first paragraph', [paragraph('한 문장이다.'), paragraph('다음 문단이다.')], '한 문장이다.'],
    [
      'is the first paragraph outside callouts and quotes',
      [paragraph('참고.', 'note/'), paragraph('글.')],
      '글.',
    ],
    ['is a paragraph in a list if there is no other', [paragraph('항목.', 'list/')], '항목.'],
    [
      'has whole sentences only',
      [paragraph(`${'가'.repeat(50)}다. ${'나'.repeat(40)}다.`)],
      `${'가'.repeat(50)}다.`,
    ],
    [
      'has words only if a sentence is too long',
      [paragraph(`${'가나다 '.repeat(30)}끝.`)],
      `${'가나다 '.repeat(21)}가나다…`,
    ],
    ['has a part of a word that is too long', [paragraph('a'.repeat(500))], `${'a'.repeat(159)}…`],
    ['is on one line', [paragraph('두 줄\n문장이다.')], '두 줄 문장이다.'],
    ['is empty if there is no paragraph', [{ type: 'code' as const, containers: '', text: 'x' }], ''],
  ])('%s', (_, blocks, expected) => {
    expect(excerpt(blocks, 'ko')).toBe(expected);
  });

  test('never has more than 160 columns, and begins as the paragraph does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
        const found = excerpt([paragraph(text)], 'en');
        expect(Array.from(found).length).toBeLessThanOrEqual(160);
        expect(text.replace(/\s+/g, ' ').trim().startsWith(found.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});
