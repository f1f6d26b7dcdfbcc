import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeState, readOut } from './describe.ts';
import { anyState } from './fixtures/arbitraries.ts';
import { danishCareAt, fragmentToState, minutesLate } from './model/index.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

describe('The description of a state', () => {
  test.each([
    [
      '',
      '월~목요일 18:00에 데리러 간다. 덴마크 어린이집에는 1시간 늦었고, 한국에서는 19:30까지 연장 보육이다. 직원은 주 37시간 일하고 문은 51.5시간 여니, 법의 3명이 현장에서는 4.2명이다.',
      'Pick-up at 18:00, Monday to Thursday. At the Danish nursery you are 1\u{a0}h late; in Korea the extended class runs until 19:30. Open 51.5 hours a week with staff who work 37, the law’s 3 children per adult become 4.2 on the floor.',
    ],
    [
      'pickup=16:30&open=48',
      '월~목요일 16:30에 데리러 간다. 덴마크 어린이집에서는 교사 한두 명이 남은 아이를 모두 보지만 법에 어긋나지 않고, 한국에서는 19:30까지 연장 보육이다. 직원은 주 37시간 일하고 문은 48시간 여니, 법의 3명이 현장에서는 3.9명이다.',
      'Pick-up at 16:30, Monday to Thursday. In the Danish nursery one or two teachers look after all who are left, and break no law; in Korea the extended class runs until 19:30. Open 48 hours a week with staff who work 37, the law’s 3 children per adult become 3.9 on the floor.',
    ],
    [
      'day=friday&pickup=19:45',
      '금요일 19:45에 데리러 간다. 덴마크 어린이집에는 3시간 15분~3시간 45분 늦었고, 한국에서는 24:00까지 야간 연장이다. 직원은 주 37시간 일하고 문은 51.5시간 여니, 법의 3명이 현장에서는 4.2명이다.',
      'Pick-up at 19:45 on a Friday. At the Danish nursery you are 3\u{a0}h\u{a0}15\u{a0}min to 3\u{a0}h\u{a0}45\u{a0}min late; in Korea night care runs until 24:00. Open 51.5 hours a week with staff who work 37, the law’s 3 children per adult become 4.2 on the floor.',
    ],
  ])('for “%s” is exactly this text', (pairs, inKorean, inEnglish) => {
    const state = fragmentToState(pairs);
    expect(describeState(state, ko)).toBe(inKorean);
    expect(describeState(state, en)).toBe(inEnglish);
  });

  test.each([
    ['pickup=17:00', '17:00에 닫고', 'closes at 17:00;'],
    ['day=friday&pickup=16:15', '16:00 또는 16:30에 닫고', 'closes at 16:00 or 16:30;'],
    ['pickup=11:00', '노래하고 산책할 시간이고', 'time for songs and walks;'],
    ['pickup=06:00', '7:30에 연다', 'the Korean one opens at 7:30.'],
  ])('for %s contains “%s” and “%s”', (pairs, korean, english) => {
    expect(describeState(fragmentToState(pairs), ko)).toContain(korean);
    expect(describeState(fragmentToState(pairs), en)).toContain(english);
  });
});

test('The readout of Denmark states how late the pick-up is, or that it is not', () => {
  fc.assert(
    fc.property(anyState, ({ day, pickup, open }) => {
      const { least } = minutesLate(day, pickup);
      for (const words of [ko, en]) {
        const { denmark } = readOut({ day, pickup, open }, words);
        expect(denmark.isLate === true).toBe(danishCareAt(day, pickup) === 'closed');
        if (least > 0) expect(denmark.value).toContain(words.duration(least));
      }
    }),
  );
});

test('A length of time has hours and minutes, but no zeros', () => {
  expect([15, 60, 75].map(en.duration)).toEqual(['15\u{a0}min', '1\u{a0}h', '1\u{a0}h\u{a0}15\u{a0}min']);
  expect([15, 60, 75].map(ko.duration)).toEqual(['15분', '1시간', '1시간 15분']);
});
