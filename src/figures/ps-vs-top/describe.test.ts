import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeState } from './describe.ts';
import { anyState } from './fixtures/arbitraries.ts';
import { fragmentToState, computeReading, releases } from './model/index.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

describe('The description of a state', () => {
  test.each([
    [
      'preset=woke-up-late',
      '30초 동안 자다가 깨어나 쉬지 않고 도는 프로세스다. 나이가 40초일 때 ps는 CPU 10초 ÷ 나이 40초로 25.0%를, top은 CPU 3초 ÷ 최근 3초로 100.0%를 찍는다.',
      'This process sleeps for 30\u{a0}s, then wakes up and never rests. At the age of 40\u{a0}s, ps prints 25.0% (10\u{a0}s of CPU ÷ 40\u{a0}s of life) and top prints 100.0% (3\u{a0}s of CPU ÷ last 3\u{a0}s).',
    ],
    [
      'preset=four-threads&mode=solaris',
      '스레드 넷이 CPU 4개에서 쉬지 않고 도는 프로세스다. 나이가 30초일 때 ps는 CPU 120초 ÷ 나이 30초로 400%를, top은 CPU 12초 ÷ 최근 3초 ÷ CPU 4개로 99.9%를 찍는다. top의 값은 작업 하나에 두는 상한에서 잘린다.',
      'This process keeps four threads busy on 4 CPUs. At the age of 30\u{a0}s, ps prints 400% (120\u{a0}s of CPU ÷ 30\u{a0}s of life) and top prints 99.9% (12\u{a0}s of CPU ÷ last 3\u{a0}s ÷ 4 CPUs). This is the most that top shows for one task.',
    ],
    [
      'load=100x2.5,0x57.5&at=5.5&every=0.5&procps=4.0.0',
      '나이가 5.5초일 때 ps는 CPU 2.5초 ÷ 나이 5초로 50.0%를, top은 CPU 0초 ÷ 최근 0.5초로 0.0%를 찍는다. 이 버전의 ps는 나이를 초 단위 정수로 세며, 0이면 0.0을 찍는다.',
      'At the age of 5.5\u{a0}s, ps prints 50.0% (2.5\u{a0}s of CPU ÷ 5\u{a0}s of life) and top prints 0.0% (0\u{a0}s of CPU ÷ last 0.5\u{a0}s). This ps counts the age in whole seconds and prints 0.0 while it is 0.',
    ],
    [
      'preset=steady',
      '줄곧 60%로 일하는 프로세스다. 나이가 30초일 때 ps는 CPU 18초 ÷ 나이 30초로, top은 CPU 1.8초 ÷ 최근 3초로 똑같이 60.0%를 찍는다.',
      'This process works at a steady 60%. At the age of 30\u{a0}s, both print 60.0%: ps (18\u{a0}s of CPU ÷ 30\u{a0}s of life) and top (1.8\u{a0}s of CPU ÷ last 3\u{a0}s).',
    ],
    [
      'preset=burst-then-idle&at=0.1&mode=solaris&cpus=1&procps=4.0.0',
      '6초 동안 몰아서 일하고 쉬는 프로세스다. 나이가 0.1초일 때 ps는 CPU 0.1초 ÷ 나이 0초로 0.0%를, top은 CPU 0.1초 ÷ 최근 3초로 3.3%를 찍는다. 이 버전의 ps는 나이를 초 단위 정수로 세며, 0이면 0.0을 찍는다.',
      'This process is busy for 6\u{a0}s, then idle. At the age of 0.1\u{a0}s, ps prints 0.0% (0.1\u{a0}s of CPU ÷ 0\u{a0}s of life) and top prints 3.3% (0.1\u{a0}s of CPU ÷ last 3\u{a0}s). This ps counts the age in whole seconds and prints 0.0 while it is 0.',
    ],
    [
      'preset=steady&at=0',
      '줄곧 60%로 일하는 프로세스다. 갓 시작되어 나이도 CPU 시간도 0이므로 ps와 top 모두 0.0%를 찍는다.',
      'This process works at a steady 60%. It has just started and has neither age nor CPU time yet, so ps and top both print 0.0%.',
    ],
  ])('for %s is exactly this text', (pairs, inKorean, inEnglish) => {
    const state = fragmentToState(pairs);
    expect(describeState(state, ko)).toBe(inKorean);
    expect(describeState(state, en)).toBe(inEnglish);
  });

  test.each(releases)(
    'mentions that ps since $from counts whole seconds only if it does: $age',
    ({ from, age }) => {
      const text = describeState(fragmentToState(`preset=steady&at=5.7&procps=${from}`), en);
      expect(text.includes('counts the age in whole seconds')).toBe(age.startsWith('seconds'));
    },
  );

  test('names dividends and divisors that give the printed percentages, truncated by ps and rounded by top', () => {
    const divided =
      /\(([\d.]+)\u{a0}s of CPU ÷ ([\d.]+)\u{a0}s of life\) .* \(([\d.]+)\u{a0}s of CPU ÷ last ([\d.]+)\u{a0}s(?: ÷ (\d+) CPUs)?\)/u;
    fc.assert(
      fc.property(anyState, (state) => {
        const { ps, top, moment } = computeReading(state);
        if (moment === 0) return;
        const text = describeState(state, en);
        const [used = NaN, age = NaN, usedLately = NaN, interval = NaN, cpus = 1] = (
          divided.exec(text)?.slice(1) ?? []
        ).flatMap((number: string | undefined) => (number === undefined ? [] : [Number(number)]));
        const ticks = Math.round(100 * used);
        const perMille = age === 0 ? 0 : Math.floor((1000 * ticks) / Math.round(100 * age));
        expect(ps.cpu).toBe(perMille < 1000 ? (perMille / 10).toFixed(1) : `${Math.floor(perMille / 10)}`);
        const share = (100 * usedLately) / (interval * cpus);
        expect(text.includes(en.capped)).toBe(top.isCapped);
        if (top.isCapped) expect(Number(top.cpu)).toBeLessThan(share);
        else expect(Math.abs(Number(top.cpu) - share)).toBeLessThan(0.0501);
      }),
    );
  });

  test('has an age of 2.29 s instead of 2.3 s for releases whose ps loses a tick to binary fractions', () => {
    const describeIn = (release: string): string =>
      describeState(fragmentToState(`preset=steady&at=2.3&procps=${release}`), en);
    expect(describeIn('4.0.1')).toContain('ps prints 60.2% (');
    expect(describeIn('4.0.1')).toContain('÷ 2.29\u{a0}s of life)');
    expect(describeIn('4.0.1')).toContain(en.lostTick);
    expect(describeIn('4.0.5')).toContain('ps prints 60.0% (');
    expect(describeIn('4.0.5')).toContain('÷ 2.3\u{a0}s of life)');
    expect(describeIn('4.0.5')).not.toContain(en.lostTick);
    expect(describeIn('4.0.0')).not.toContain(en.lostTick);
  });

  test('contains the percentages that the model computes', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { ps, top } = computeReading(state);
        for (const words of [ko, en]) {
          const text = describeState(state, words);
          expect(text).toContain(`${ps.cpu}%`);
          expect(text).toContain(`${top.cpu}%`);
          expect(text).not.toMatch(/undefined|NaN/);
        }
      }),
    );
  });
});
