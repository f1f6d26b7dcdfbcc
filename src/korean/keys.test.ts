import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hangulToKeys, keysToHangul } from './keys.ts';

describe('한글 자판으로 입력한 글자를 영문 자판의 키로 바꾸면', () => {
  test.each([
    ['새ㅔ', 'top'],
    ['덴마크', 'epsakzm'],
    ['빨리', 'Qkffl'],
    ['ㅒㅖ', 'OP'],
    ['값이', 'rkqtdl'],
    ['왜', 'dho'],
    ['패킷 loss', 'vozlt loss'],
  ])('“%s”은(는) “%s”이다', (hangul, keys) => {
    expect(hangulToKeys(hangul)).toBe(keys);
  });
});

describe('영문 자판으로 입력한 글자를 한글 자판의 글자로 바꾸면', () => {
  test.each([
    ['epsakzm', '덴마크'],
    ['Epsakzm', '뗀마크'],
    ['EPSAKZM', '뗸마크'],
    ['rkqtdl', '값이'],
    ['rkqtl', '갑시'],
    ['top', '새ㅔ'],
    ['rR', 'ㄱㄲ'],
    ['hk', 'ㅘ'],
    ['vozlt 3', '패킷 3'],
    ['', ''],
  ])('“%s”은(는) “%s”이다', (keys, hangul) => {
    expect(keysToHangul(keys)).toBe(hangul);
  });

  test('바꿀 수 없으면 예외를 던지지 않고 undefined를 돌려준다', () => {
    expect(keysToHangul('HorizontalPodAutoscaler Walkthrough')).toBeUndefined();
  });

  test('어떤 한글이든 영문 키로 바꿨다가 다시 한글로 바꾸면 그대로이다', () => {
    const text = fc.string({
      unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(text, (hangul) => {
        expect(keysToHangul(hangulToKeys(hangul))).toBe(hangul);
      }),
      { numRuns: 2000 },
    );
  });

  test('어떤 문자열에도 예외를 던지지 않는다', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...Array.from('hknlmjbyuiopHKOPqwRT ')) }),
        ),
        (text) => {
          expect(() => [keysToHangul(text), hangulToKeys(text)]).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
