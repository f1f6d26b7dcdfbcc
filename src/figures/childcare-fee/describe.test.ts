import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeState } from './describe.ts';
import { anyState } from './fixtures/arbitraries.ts';
import { computeBill, fragmentToState } from './model/index.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

describe('The description of a state', () => {
  test.each([
    [
      'preset=half-million',
      '연 소득이 500,000크로네일 때 코펜하겐에서 아이 하나를 둔 부부는 한 달에 전액 3,996크로네의 68%인 2,717크로네를 낸다. 1크로네를 더 벌 때마다 평균 10.4외레가 보육료로 나간다.',
      'At 500,000\u{a0}kr. a year, a couple with one child in Copenhagen pays 68% of 3,996: 2,717\u{a0}kr. a month. On average, 10.4 øre of each further krone earned go to the fee.',
    ],
    [
      'preset=free',
      '연 소득이 208,100크로네일 때 코펜하겐에서 아이 하나를 둔 부부는 보육료를 내지 않는다. 여기서 1크로네만 더 벌면 한 달에 200크로네를 낸다.',
      'At 208,100\u{a0}kr. a year, a couple with one child in Copenhagen pays nothing. The next krone earned costs 200\u{a0}kr. a month.',
    ],
    [
      'preset=first-fee',
      '연 소득이 208,101크로네일 때 코펜하겐에서 아이 하나를 둔 부부는 한 달에 전액 3,996크로네의 5%인 200크로네를 낸다. 1크로네만 덜 벌면 무료다.',
      'At 208,101\u{a0}kr. a year, a couple with one child in Copenhagen pays 5% of 3,996: 200\u{a0}kr. a month. At one krone less, the place would be free.',
    ],
    [
      'preset=account',
      '연 소득이 700,000크로네일 때 코펜하겐에서 아이 하나를 둔 부부는 한 달에 전액 3,996크로네를 낸다. 소득이 646,500크로네를 넘어도 요금은 더 오르지 않는다. 누구도 전액보다 더 내지 않는다.',
      'At 700,000\u{a0}kr. a year, a couple with one child in Copenhagen pays the full 3,996\u{a0}kr. a month. From 646,500\u{a0}kr. on, the fee no longer rises: nobody pays more than the full fee.',
    ],
    [
      'income=170000&children=3&parents=one&municipality=median',
      '연 소득이 170,000크로네일 때 요금이 중앙값인 코무네에서 아이 셋을 둔 한부모는 보육료를 내지 않는다. 소득이 0일 때만이 아니라 294,922크로네까지 무료다.',
      'At 170,000\u{a0}kr. a year, a single parent with three children in a municipality with the median fee pays nothing. A place is free up to 294,922\u{a0}kr., not just at an income of zero.',
    ],
    [
      'children=2&nursery=2&year=2026',
      '연 소득이 500,000크로네일 때 코펜하겐에서 아이 둘을 둔 부부는 한 아이는 전액 3,996크로네의 61%인 2,438크로네, 다른 아이는 그 절반으로 쳐서 한 달에 모두 3,657크로네를 낸다. 1크로네를 더 벌 때마다 평균 14.9외레가 보육료로 나간다. 2026년 기준은 확인되지 않았고, 전액은 2025년 요금이다.',
      'At 500,000\u{a0}kr. a year, a couple with two children in Copenhagen pays 61% of 3,996: 2,438\u{a0}kr. a month for one place and half of that for the other, 3,657\u{a0}kr. in all. On average, 14.9 øre of each further krone earned go to the fee. The limits for 2026 are unconfirmed, and the full fee is that of 2025.',
    ],
  ])('for %s is exactly this text', (pairs, inKorean, inEnglish) => {
    const state = fragmentToState(pairs);
    expect(describeState(state, ko)).toBe(inKorean);
    expect(describeState(state, en)).toBe(inEnglish);
  });

  test('contains the income, the percentage and the fee that the model computes, and marks unconfirmed limits', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { percent, total } = computeBill(state);
        for (const words of [ko, en]) {
          const { description, picture } = words;
          const text = describeState(state, words);
          expect(text).toContain(picture.kroner(state.income));
          if (percent > 0) expect(text).toContain(picture.kroner(total));
          if (percent > 0 && percent < 100) expect(text).toContain(`${percent}%`);
          expect(text.includes(description.unconfirmed(2026))).toBe(state.year === 2026);
          expect(text).not.toMatch(/undefined|NaN/);
        }
      }),
    );
  });
});
