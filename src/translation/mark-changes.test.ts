import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts, type AlignableBlock } from '../alignment/index.ts';
import { parseMarkdown, surveyMarkdown } from '../markdown/index.ts';
import {
  editLines,
  createTranslationRecord,
  findUneditedChanges,
  markChanges,
  quoteBlocks,
} from './index.ts';

function blocksOf(markdown: string): AlignableBlock[] {
  return [...surveyMarkdown(parseMarkdown(markdown)).blocks];
}

/** Marks a translation of `was` after the source has changed to `now`. `recorded` is the translation at the time of recording. */
function mark(
  was: string,
  now: string,
  body: string,
  recorded = body,
  earlier?: Map<string, string>,
): string {
  const align = (source: string, translation: string) =>
    alignTexts({ locale: 'ko', blocks: blocksOf(source) }, { locale: 'en', blocks: blocksOf(translation) });
  const record = createTranslationRecord({
    source: { locale: 'ko', blocks: blocksOf(was) },
    translation: { blocks: blocksOf(recorded) },
    alignment: align(was, recorded),
    anchors: [],
  });
  const changes = findUneditedChanges({
    source: blocksOf(now),
    translation: blocksOf(body),
    record,
    alignment: align(now, body),
  });
  const result = markChanges({ source: { locale: 'ko', body: now }, body, changes, earlier });
  return result.type === 'marked' ? editLines(body, result.edits) : result.type;
}

describe('번역문에 원문의 변경을 표시한다', () => {
  test.each<[what: string, was: string, now: string, body: string, marked: string]>([
    [
      '고친 문단 바로 앞에, 지금 무엇이라 적혀 있는지',
      '가\n\n나\n',
      '가\n\n나는 **새로**\n썼다.\n',
      'A\n\nB\n',
      'A\n\n<!-- revisit: ko.md now reads: 나는 **새로**\n썼다. -->\nB\n',
    ],
    [
      '없앤 문단 앞에',
      '가\n\n나\n',
      '가\n',
      'A\n\nB\n',
      'A\n\n<!-- revisit: ko.md no longer says this. -->\nB\n',
    ],
    [
      '더한 문단이 들어갈 자리에',
      '가\n\n나\n',
      '가\n\n다\n\n나\n',
      'A\n\nB\n',
      'A\n\n<!-- added: 다 -->\n\nB\n',
    ],
    ['맨 앞에 더한 것은 맨 앞에', '가\n', '## 나\n\n가\n', 'A\n', '<!-- added: ## 나 -->\n\nA\n'],
    ['맨 뒤에 더한 것은 맨 뒤에', '가\n', '가\n\n나', 'A', 'A\n\n<!-- added: 나 -->\n'],
    [
      '목록은 한 목록으로 남긴 채',
      '- 가\n- 나\n- 다\n',
      '- 가\n- 라\n- 나중에 더한 항목은 훨씬 길다\n- 다\n',
      '- A\n- B\n- C\n',
      '- A\n  <!-- revisit: ko.md now reads: - 라 -->\n- B\n  <!-- added: - 나중에 더한 항목은 훨씬 길다 -->\n- C\n',
    ],
    [
      '목록의 첫 항목이면 목록 앞에',
      '- 가\n- 나\n',
      '- 다\n- 나\n',
      'X:\n\n- A\n- B\n'.slice(4),
      '<!-- revisit: ko.md now reads: - 다 -->\n- A\n- B\n',
    ],
    [
      '중첩된 목록 안에서',
      '1. 가\n   - 나\n   - 다\n2. 라\n',
      '1. 가\n   - 마\n   - 바\n2. 라\n',
      '1. A\n   - B\n   - C\n2. D\n',
      '1. A\n   <!-- revisit: ko.md now reads: - 마 -->\n   - B\n     <!-- revisit: ko.md now reads: - 바 -->\n   - C\n2. D\n',
    ],
    [
      '인용문 안에서',
      '> 가\n>\n> 나\n',
      '> 가\n>\n> 다\n> 라\n',
      '> A\n>\n> B\n',
      '> A\n>\n> <!-- revisit: ko.md now reads: 다\n> 라 -->\n> B\n',
    ],
    [
      '콜아웃 안에서',
      ':::note[제목]\n가\n\n나\n:::\n',
      ':::note[제목]\n가\n\n다\n\n나중에 더한 문단은 훨씬 길다\n:::\n',
      ':::note[Title]\nA\n\nB\n:::\n',
      ':::note[Title]\nA\n\n<!-- revisit: ko.md now reads: 다 -->\nB\n\n<!-- added: 나중에 더한 문단은 훨씬 길다 -->\n:::\n',
    ],
    [
      '인용처럼 적은 콜아웃 안에서',
      '> [!NOTE] 제목\n> 가\n>\n> 나\n',
      '> [!NOTE] 제목\n> 다\n>\n> 나\n>\n> 나중에 더한 문단은 훨씬 길다\n',
      '> [!NOTE] Title\n> A\n>\n> B\n',
      '> [!NOTE] Title\n> <!-- revisit: ko.md now reads: 다 -->\n> A\n>\n> B\n>\n> <!-- added: 나중에 더한 문단은 훨씬 길다 -->\n',
    ],
    [
      '각주 안에서, 추가된 각주는 다른 각주 밖에',
      '가[^a]\n\n[^a]: 나\n',
      '가[^a]\n\n[^a]: 다\n\n[^b]: 라\n',
      'A[^a]\n\n[^a]: B\n',
      'A[^a]\n\n<!-- revisit: ko.md now reads: [^a]: 다 -->\n[^a]: B\n\n<!-- added: [^b]: 라 -->\n',
    ],
    [
      '주석을 끝내는 문자가 있으면 이스케이프해서',
      '```mermaid\nflowchart LR\n  a --> b\n```\n',
      '```mermaid\nflowchart LR\n  a --> c\n```\n',
      '```mermaid\nflowchart LR\n  a --> b\n```\n',
      '<!-- revisit: ko.md now reads: ```mermaid\nflowchart LR\n  a --&gt; c\n``` -->\n```mermaid\nflowchart LR\n  a --> b\n```\n',
    ],
    [
      '들여쓰기한 코드 앞에',
      '- 가\n\n      코드\n\n끝\n',
      '- 가\n\n      코드 둘\n\n끝\n',
      '- A\n\n      code\n\nEnd\n',
      '- A\n\n  <!-- revisit: ko.md now reads: ```\n  코드 둘\n  ``` -->\n      code\n\nEnd\n',
    ],
    [
      '저자가 단 주석과 블록 사이에',
      '가\n',
      '나\n',
      '<!-- pair: x -->\nA\n',
      '<!-- pair: x -->\n<!-- revisit: ko.md now reads: 나 -->\nA\n',
    ],
  ])('%s', (_, was, now, body, marked) => {
    expect(mark(was, now, body)).toBe(marked);
    // Marking is idempotent.
    expect(mark(was, now, marked, body)).toBe(marked);
  });

  test('앞선 표시가 인용을 벗어났으면 뒤따르는 표시도 벗어난다', () => {
    expect(mark('> 가\n', '> 가\n\n나\n\n> 다\n', '> A\n')).toBe(
      '> A\n\n<!-- added: 나 -->\n\n<!-- added: 다 -->\n',
    );
  });

  test('어느 위치에 넣어도 글의 구조가 바뀌면 글의 맨 앞에 표시한다', () => {
    // The parser reads “2.” after indented code as text, but after a comment as a list.
    const body = 'A\n\n    code\n\n2. B\n\nC\n';
    expect(mark('가\n\n    code\n\n2. 나\n\n다\n', '가\n\n    code\n\n2. 라\n\n마\n', body)).toBe(
      '<!-- revisit: ko.md now reads: 2. 라 -->\nA\n\n    code\n\n2. B\n\n<!-- revisit: ko.md now reads: 마 -->\nC\n',
    );
  });

  test('원문이 다시 바뀌면 이전 표시의 내용을 바꾼다', () => {
    const first = mark('가\n', '나\n', 'A\n');
    expect(mark('가\n', '다\n', first, 'A\n')).toBe('<!-- revisit: ko.md now reads: 다 -->\nA\n');
  });

  test('이미 수정한 블록에는 다시 표시하지 않는다', () => {
    expect(mark('가\n\n나\n', '다\n\n라\n', 'A, revised\n\nB\n', 'A\n\nB\n')).toBe(
      'A, revised\n\n<!-- revisit: ko.md now reads: 라 -->\nB\n',
    );
  });

  test('두 블록을 한 블록으로 번역했으면 한 번만 표시한다', () => {
    const changes = [0, 1].map((source) => ({
      kind: 'changed' as const,
      source,
      renders: [0],
      after: undefined,
    }));
    const result = markChanges({
      source: { locale: 'ko', body: '가\n\n나' },
      body: 'A\n',
      changes,
    });
    expect(result).toEqual({
      type: 'marked',
      edits: [
        {
          line: 1,
          remove: 0,
          insert: ['<!-- revisit: ko.md now reads: 가', 'ko.md now reads: 나 -->'],
        },
      ],
      revisit: 1,
      added: 0,
    });
  });
});

test('marks change no block of any text, and marking is idempotent', () => {
  const piece = fc.constantFrom(
    '가\n나',
    '## 다',
    '- 라\n- 마\n  바',
    '1. 사\n\n   아\n2. 자',
    '> 차\n>\n> 카\n타',
    ':::note[파]\n하\n:::',
    '> [!NOTE] 거\n> 너\n더',
    '- > [!tip]\n  > 러',
    '- [ ] 갸\n- [x] 냐\n  - 댜',
    '| a |\n| - |\n| b |',
    '```js\n1 --> 2\n\n3\n```',
    '<div>\n\n랴\n\n</div>',
    '[^a]: 먀\n\n    뱌',
    '    샤',
    '* * *',
    '- > 야\n  > 쟈',
    '- - 챠\n  - 캬',
    '+ 탸\n\n\n+ 퍄',
  );
  const texts = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('\n\n'));
  fc.assert(
    fc.property(texts, texts, texts, (was, now, body) => {
      const marked = mark(was, now, body);
      expect(marked).not.toBe('unmarkable');
      expect(surveyMarkdown(parseMarkdown(marked)).blocks.map(({ digest }) => digest)).toEqual(
        surveyMarkdown(parseMarkdown(body)).blocks.map(({ digest }) => digest),
      );
      expect(mark(was, now, marked, body)).toBe(marked);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('고치거나 없앤 문단의 이전 내용을 알면 달라진 낱말을 보여 준다', () => {
  const was = '가 나 다\n\n라 마\n';
  expect(mark(was, '가 너 다\n\n라 마\n', 'A\n\nB\n', undefined, quoteBlocks(was))).toBe(
    '<!-- revisit: ko.md now reads: 가 너 다\nchanges: 가 [-나-]{+너+} 다 -->\nA\n\nB\n',
  );
  expect(mark(was, '가 나 다\n', 'A\n\nB\n', undefined, quoteBlocks(was))).toBe(
    'A\n\n<!-- revisit: ko.md no longer says: 라 마 -->\nB\n',
  );
});
