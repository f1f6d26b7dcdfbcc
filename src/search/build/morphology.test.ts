import { beforeAll, expect, test, vi } from 'vitest';
import { createAnalyzer, digestAnalyzer, type Analyzer } from './morphology.ts';

let analyzer: Analyzer;

beforeAll(async () => {
  analyzer = await createAnalyzer();
});

test.each([
  ['조사는 뜻을 지닌 부분이 아니다', '클러스터를', [{ text: '클러스터', kind: 'noun' }]],
  ['어미는 뜻을 지닌 부분이 아니다', '만든', [{ text: '만들', kind: 'verb' }]],
  [
    '합성어는 이름씨 여럿이다',
    '음성사서함',
    [
      { text: '음성', kind: 'noun' },
      { text: '사서함', kind: 'noun' },
    ],
  ],
  ['빈 글에는 부분이 없다', '', []],
])('%s', (_rule, run, parts) => {
  expect(analyzer.analyze(run)).toEqual({ parts });
});

test('같은 말은 항상 똑같이 나눈다', () => {
  const runs = ['배가', '빨라졌다', 'ㅋㅋ', '뷁쒦', '가'.repeat(64)];
  const analyses = runs.map(analyzer.analyze);
  expect([...runs].reverse().map(analyzer.analyze).reverse()).toEqual(analyses);
});

test('loading it logs nothing and restores the console', async () => {
  const { warn } = console;
  const spy = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const logged = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  (await createAnalyzer()).analyze('클러스터를');
  expect(spy).not.toHaveBeenCalled();
  expect(logged).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  expect(console.warn).toBe(warn);
});

test('its digest is stable', async () => {
  const digest = await digestAnalyzer();
  expect(digest).toMatch(/^[\da-f]{64}$/);
  expect(await digestAnalyzer()).toBe(digest);
});
