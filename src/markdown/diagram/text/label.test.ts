import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from './text-width.ts';
import { parseLabel, wrap } from './label.ts';

describe('A label', () => {
  test.each([
    ['가<br/>나<br>다', ['가', '나', '다']],
    ['"따옴표 안"', ['따옴표 안']],
    ['#35;1 #quot;a#quot; #amp; &lt;', ['#1 "a" & <']],
    ['#none; #0; #99999999;', ['#none; #0; #99999999;']],
    ['#1; #8238; #55296; #x;', ['#1; #8238; #55296; #x;']],
    ['', ['']],
  ])('%s is parsed', (source, lines) => {
    expect(parseLabel(source)).toEqual(lines);
  });

  test('is wrapped between words without losing text', () => {
    const words = fc.array(fc.stringMatching(/^[가-힣a-z]{1,30}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 300 }), (parts, width) => {
        const lines = wrap([parts.join(' ')], width);
        expect(lines.join('').replaceAll(' ', '')).toBe(parts.join(''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
