import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from './diff-words.ts';

test.each([
  ['우리는 세 번 걸었다', '우리는 네 번 걸었다', '우리는 [-세-]{+네+} 번 걸었다'],
  ['같은 글', '같은  글', '같은 글'],
  ['가 나', '가', '가 [-나-]'],
  ['가', '새로 가', '{+새로+} 가'],
  ['가', '나', '[-가-]{+나+}'],
  ['', '나 다', '{+나 다+}'],
  [
    'a b c d e old f g h i j k l last',
    'a b c d e new f g h i j k l end',
    '… c d e [-old-]{+new+} f g h … j k l [-last-]{+end+}',
  ],
])('from “%s” to “%s” is “%s”', (before, now, expected) => {
  expect(diffWords(before, now)).toBe(expected);
});

test('contains each word that only one of the texts has, marked as removed or added', () => {
  const words = fc.array(fc.constantFrom('가', '나', '다', '라', 'a', 'b'), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (before, now) => {
      const diff = diffWords(before.join(' '), now.join(' '));
      const marked = (pattern: RegExp) =>
        [...diff.matchAll(pattern)].flatMap(([, text = '']) => text.split(' '));
      for (const word of before) if (!now.includes(word)) expect(marked(/\[-(.*?)-\]/g)).toContain(word);
      for (const word of now) if (!before.includes(word)) expect(marked(/\{\+(.*?)\+\}/g)).toContain(word);
    }),
  );
});
