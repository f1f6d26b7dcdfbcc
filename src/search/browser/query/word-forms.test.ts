import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LexiconTerm } from '../../contract/index.ts';
import { corrections } from './corrections.ts';
import { completions, hangulForms, latinForms, type Form } from './word-forms.ts';

function lexicon(...terms: string[]): LexiconTerm[] {
  return terms.map((term) => ({ term, texts: 1 }));
}

function termsOf(forms: readonly Form[]): string[] {
  return forms.map(({ term }) => term);
}

describe('한글 낱말의 형태', () => {
  test.each([
    ['조사', '클러스터에서는', ['클러스터']],
    ['하다', '차단했습니다', ['차단']],
    ['어미', '숨는다', ['숨']],
    ['준말', '가져왔다', ['가져오']],
    ['불규칙 활용', '도와주세요', ['돕']],
    ['불규칙 활용', '들어서', ['듣']],
    ['색인에 조사와 함께 있는 것', '작성', ['작성에는', '작성']],
  ])('%s: %s', (_kind, word, expected) => {
    const terms = lexicon('클러스터', '차단', '숨', '가져오', '돕', '듣', '작성에는', '작성', '방법');
    expect(termsOf(hangulForms(word, terms))).toEqual(expect.arrayContaining(expected));
    expect(termsOf(hangulForms(word, terms))).not.toContain('방법');
  });

  test('중에서 입력한 그대로인 것이 첫 번째이다', () => {
    expect(termsOf(hangulForms('작성에는', lexicon('작성', '작성에는')))).toEqual(['작성에는', '작성']);
  });

  test.each([
    ['메모리할당', '메모리'],
    ['자원해석', '자원'],
    ['연결', '연기'],
    ['지원', '지우'],
    ['서버실', '서버'],
    ['가방', '가'],
  ])('“%s”은(는) “%s”의 활용형이 아니다', (word, term) => {
    expect(hangulForms(word, lexicon(term))).toEqual([]);
  });

  test.each([
    ['사용자', '사용'],
    ['검색어', '검색'],
    ['목적지', '목적'],
    ['회의', '회'],
  ])('“%s”이(가) “%s”의 활용형인지 확실하지 않다', (word, term) => {
    const [form] = hangulForms(word, lexicon(term));
    expect(form?.quality).toBeLessThan(0.6);
  });

  test('확신도는 0보다 크고 1 이하이며, 입력한 그대로일 때만 1이다', () => {
    const word = fc.string({
      unit: fc.constantFrom('가', '만', '드', '는', '에', '서', '했', '다', 'ㄴ'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(word, fc.array(word), (typed, terms) => {
        for (const { term, quality } of hangulForms(typed, lexicon(...terms))) {
          expect(quality).toBeGreaterThan(0);
          expect(quality).toBeLessThanOrEqual(1);
          expect(quality === 1).toBe(term === typed);
        }
      }),
    );
  });
});

describe('Forms of a word in Latin letters', () => {
  test.each([
    ['packets', ['packets', 'packet']],
    ['packet', ['packet', 'packets']],
    ['indexing', ['index', 'indexed']],
    ['policies', ['policy']],
    ['is', []],
  ])('%s', (word, expected) => {
    const terms = lexicon('packet', 'packets', 'package', 'index', 'indexed', 'policy', 'police', 'issue');
    expect(termsOf(latinForms(word, terms))).toEqual(expected);
  });

  test('never throw, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (word, terms) => {
        expect(() => latinForms(word, lexicon(...terms, 'constructor', '__proto__'))).not.toThrow();
      }),
    );
  });
});

describe('Completions of a word', () => {
  test.each([
    ['덴맠', ['덴마크']],
    ['덴마ㅋ', ['덴마크']],
    ['데', ['덴마크']],
    ['패키', ['패킷', '패키지']],
    ['패킷', []],
    ['마크', []],
    ['pag', ['pagefind']],
  ])('%s', (word, expected) => {
    const terms = lexicon('덴마크', '패킷', '패키지', 'pagefind');
    expect(termsOf(completions(word, terms)).sort()).toEqual([...expected].sort());
  });

  test('start with the term of the higher document frequency', () => {
    const terms = [
      { term: '패키징', texts: 1 },
      { term: '패키지', texts: 9 },
    ];
    expect(termsOf(completions('패키', terms))).toEqual(['패키지', '패키징']);
  });
});

describe('Corrections of a word', () => {
  test.each([
    ['자모 하나가 다르다', '덴미크', ['덴마크']],
    ['자모 하나가 빠졌다', '덴마ㅋ', ['덴마크']],
    ['한 음절에 둘이 다르다', '덴멈크', []],
    ['긴 낱말에서 둘이 다르다', '프로메태우수', ['프로메테우스']],
    ['짧다', '탑', []],
    ['맞게 쳤다', '덴마크', []],
    ['a wrong letter', 'latancy', ['latency']],
    ['transposed neighbors', 'latnecy', ['latency']],
  ])('%s: %s', (_typo, word, expected) => {
    expect(termsOf(corrections(word, lexicon('덴마크', '프로메테우스', '톱', 'latency', 'patents')))).toEqual(
      expected,
    );
  });

  test('are sorted by edit distance, then by document frequency', () => {
    const terms = [
      { term: '프로메테우서', texts: 1 },
      { term: '프로메테우소', texts: 9 },
      { term: '프로메타우스', texts: 5 },
    ];
    expect(termsOf(corrections('프로메테우수', terms))).toEqual([
      '프로메테우소',
      '프로메테우서',
      '프로메타우스',
    ]);
  });
});
