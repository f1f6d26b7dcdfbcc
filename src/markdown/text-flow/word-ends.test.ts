import { describe, expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';
import { findSplitWords } from './word-ends.ts';

/** Returns a text with `|` where a line could break within a word. */
function mark(text: string): string {
  const offsets = findSplitWords(text);
  return [0, ...offsets].map((start, index) => text.slice(start, offsets[index])).join('|');
}

describe('낱말 안에서 줄이 바뀔 수 있는 곳을 찾는다', () => {
  test.each([
    ['단위 뒤의 조사', '50%에 이르고 3℃를 넘는다', '50%|에 이르고 3℃|를 넘는다'],
    ['괄호 뒤의 조사', 'ps(1)을 (CPU)입니다', 'ps(1)|을 (CPU)|입니다'],
    ['따옴표 뒤의 조사', '“네”라고 ‘예’는', '“네”|라고 ‘예’|는'],
    ['낫표 뒤의 조사', '「가」를 『나』의', '「가」|를 『나』|의'],
    ['닫는 기호 뒤의 다른 말', '50%짜리 (가)같은', '50%|짜리 (가)|같은'],
    ['문장 부호 뒤의 조사', '뭐?라고 어…라는 에—라고', '뭐?|라고 어…|라는 에—|라고'],
    ['물결표 뒤의 말', '3세~취학', '3세~|취학'],
    ['그림 문자 뒤의 조사', '🚀를', '🚀|를'],
  ])('%s', (_, text, marked) => {
    expect(mark(text)).toBe(marked);
  });
});

describe('줄이 바뀌어도 되거나 바뀌지 않는 곳은 두고 본다', () => {
  test.each([
    ['빈칸 뒤', '50% 에'],
    ['여는 괄호 뒤', '가(나)'.slice(0, 3)],
    ['가운뎃점으로 이은 낱말', '서울·부산'],
    ['쉼표로 이은 낱말', '서울,부산'],
    ['글자 뒤의 조사', 'CPU를 123을 C를'],
  ])('%s', (_, text) => {
    expect(mark(text)).toBe(text);
  });
});

describe('페이지에서 조사 앞에 빈 u이 들어간다', () => {
  test.each([
    ['문단', '50%에', '<p>50%<u></u>에</p>'],
    ['코드 뒤', '`f()`를', '<p><code>f()</code><u></u>를</p>'],
    ['강조 뒤', '**50%**에', '<p><strong>50%</strong><u></u>에</p>'],
    ['강조 안', '*(가)를*', '<p><em>(가)<u></u>를</em></p>'],
    ['소제목', '<h3>(가)를</h3>', expect.stringContaining('>(가)<u></u>를</h3>')],
    ['표', '| (가)를 |\n| - |', expect.stringContaining('<th>(가)<u></u>를</th>')],
    ['목록', '- (가)를', expect.stringContaining('<li>(가)<u></u>를</li>')],
    ['줄을 나눈 곳은 빼고', '(가)<br>를', '<p>(가)<br>를</p>'],
    ['코드는 빼고', '`(가)를`', '<p><code>(가)를</code></p>'],
    ['코드 블록은 빼고', '```text\n(가)를\n```', expect.not.stringContaining('<u></u>')],
  ])('%s', async (_, markdown, html) => {
    expect((await renderAlone(markdown, { locale: 'ko' })).html).toEqual(html);
  });
});

test('목록 항목 안의 블록을 빈 u과 함께 센 자리로 찾는다', async () => {
  const { html, blockPaths } = await renderAlone('- (가)를\n\n      나\n- 다', { locale: 'ko' });
  expect(html).toContain('<u></u>');
  expect(blockPaths).toEqual([
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ]);
});
