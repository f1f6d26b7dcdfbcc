import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isChoseong, isHangul, toChoseong, toJamo } from './jamo.ts';

describe('한글을 자모로 풀어 쓰면', () => {
  test.each([
    ['덴마크', 'ㄷㅔㄴㅁㅏㅋㅡ'],
    ['덴맠', 'ㄷㅔㄴㅁㅏㅋ'],
    ['값', 'ㄱㅏㅂㅅ'],
    ['과', 'ㄱㅗㅏ'],
    ['뷁', 'ㅂㅜㅔㄹㄱ'],
    ['까', 'ㄲㅏ'],
    ['ㄳ', 'ㄱㅅ'],
    ['ㅘ', 'ㅗㅏ'],
    ['RTP 패킷!', 'RTP ㅍㅐㅋㅣㅅ!'],
    ['', ''],
  ])('“%s”은(는) “%s”이다', (text, jamo) => {
    expect(toJamo(text)).toBe(jamo);
  });

  test('두 문자열을 이어 붙인 것의 자모는 각각의 자모를 이어 붙인 것이다', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(toJamo(one) + toJamo(other)).toBe(toJamo(one + other));
      }),
    );
  });

  test('다 입력한 음절의 자모는 입력 중인 음절의 자모로 시작한다', () => {
    fc.assert(
      fc.property(syllable(), (whole) => {
        const [initial = '', vowel = '', final = ''] = whole.normalize('NFD');
        const open = (initial + vowel).normalize('NFC');
        expect(toJamo(whole).startsWith(toJamo(open))).toBe(true);
        expect(final === '' ? whole : open).toBe(open);
      }),
    );
  });
});

describe('초성만 남기면', () => {
  test.each([
    ['덴마크', 'ㄷㅁㅋ'],
    ['RTP 패킷', 'RTP ㅍㅋ'],
    ['꼬리 지연', 'ㄲㄹ ㅈㅇ'],
    ['ㅋ', 'ㅋ'],
    ['top', 'top'],
    ['', ''],
  ])('“%s”은(는) “%s”이다', (text, choseong) => {
    expect(toChoseong(text)).toBe(choseong);
  });

  test('글자 수는 그대로이고, 한글 음절이 아닌 글자도 그대로이다', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), syllable()),
        }),
        (text) => {
          const choseong = toChoseong(text);
          expect(choseong).toHaveLength(text.length);
          for (let at = 0; at < text.length; at += 1)
            if (/[^가-힣]/.test(text.charAt(at))) expect(choseong.charAt(at)).toBe(text.charAt(at));
        },
      ),
    );
  });

  test('음절마다 초성이 될 수 있는 자음이 남는다', () => {
    fc.assert(
      fc.property(fc.string({ unit: syllable(), minLength: 1 }), (text) => isChoseong(toChoseong(text))),
    );
  });
});

describe('글자의 종류를 구분할 때', () => {
  test.each([
    ['ㄷㅁㅋ', true, true],
    ['ㄳ', true, false],
    ['ㅏ', true, false],
    ['덴마크', true, false],
    ['덴ㅁ', true, false],
    ['RTP', false, false],
    ['덴 마크', false, false],
    ['', false, false],
  ])('“%s”: 한글 %s, 초성 %s', (text, hangul, choseong) => {
    expect([isHangul(text), isChoseong(text)]).toEqual([hangul, choseong]);
  });
});

/** Generates one of the 11,172 Hangul syllables. */
function syllable(): fc.Arbitrary<string> {
  return fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
}
