import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitCompound } from './compound.ts';

const terms = new Set([
  '음성',
  '사서함',
  '음성사서함',
  '확인',
  '설치',
  '방법',
  '서버',
  '가',
  '나',
  '꼬리',
  '지연',
  '시간',
  '지연시간',
]);
const cut = (word: string): readonly string[] | undefined =>
  splitCompound(word, (term) => terms.has(term))[0];

describe('붙여 쓴 말은 색인에 있는 낱말로 나뉜다', () => {
  test.each([
    ['두 낱말', '설치방법', ['설치', '방법']],
    ['조사가 사이에 있는 것', '서버의설치방법', ['서버', '설치', '방법']],
    ['조사로 끝나는 것', '설치방법을', ['설치', '방법']],
    ['하다가 사이에 있는 것', '설치하는방법', ['설치', '방법']],
    ['문장', '음성사서함을확인한다', ['음성사서함', '확인']],
    ['되도록 긴 낱말로', '꼬리지연시간', ['꼬리', '지연시간']],
    ['한 음절은 달리 안 될 때만', '가서버', ['가', '서버']],
  ])('%s: %s', (_kind, word, expected) => {
    expect(cut(word)).toEqual(expected);
  });

  test.each(['', '설치', '설치를', '뷁', '설치뷁', '뷁설치', '가'])('“%s”은(는) 나뉘지 않는다', (word) => {
    expect(cut(word)).toBeUndefined();
  });

  test('한 음절짜리가 든 두 낱말보다 세 낱말로 나누는 쪽을 택한다', () => {
    const known = ['무선', '통신', '망의', '무선통신망', '의'];
    expect(splitCompound('무선통신망의', (term) => known.includes(term))[0]).toEqual([
      '무선',
      '통신',
      '망의',
    ]);
  });

  test('다른 분할도 순서대로 돌려준다: 비용이 가장 낮은 분할이 어느 글에도 없을 수 있다', () => {
    const splits = splitCompound('음성사서함확인', (term) => terms.has(term));
    expect(splits).toEqual([
      ['음성사서함', '확인'],
      ['음성', '사서함', '확인'],
    ]);
  });

  test('나뉜 낱말은 모두 색인에 있고, 원래 말에 순서대로 들어 있다', () => {
    const word = fc
      .array(fc.constantFrom(...terms, '을', '에서', '했다'), { maxLength: 6 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(word, (typed) => {
        for (const split of splitCompound(typed, (term) => terms.has(term))) {
          let from = 0;
          for (const term of split) {
            expect(terms.has(term)).toBe(true);
            expect(typed.indexOf(term, from)).toBeGreaterThanOrEqual(from);
            from = typed.indexOf(term, from) + term.length;
          }
        }
      }),
    );
  });

  test('조회 횟수는 말의 길이에 비례하는 수를 넘지 않는다', () => {
    const asked = (length: number): number => {
      let count = 0;
      splitCompound('가나'.repeat(length / 2), (term) => {
        count += 1;
        return terms.has(term);
      });
      return count;
    };
    expect(asked(400)).toBeLessThanOrEqual(2 * asked(40));
    expect(splitCompound('가나'.repeat(5000), () => false)).toEqual([]);
  });
});
