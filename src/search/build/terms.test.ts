import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { normalize } from '../contract/index.ts';
import { createAnalyzer, type Analyzer } from './morphology.ts';
import { addNumbers, findTerms, splitIntoRuns } from './terms.ts';

let analyzer: Analyzer;

beforeAll(async () => {
  analyzer = await createAnalyzer();
});

/** Returns the terms of a word on a site with these other words and these glossary names. */
function termsOf(
  word: string,
  others: readonly string[] = [],
  names: readonly string[] = [],
): readonly string[] {
  return findTerms(splitIntoRuns([word, ...others]), names, analyzer.analyze)[0] ?? [];
}

describe('낱말의 색인어는', () => {
  test.each([
    ['조사를 뗀 줄기다', '클러스터를', ['클러스터']],
    ['어미를 뗀 줄기다', '차단했다', ['차단']],
    ['겹친 조사를 모두 뗀 줄기다', '작성에는', ['작성']],
    ['합성어와 그 부분이다', '음성사서함', ['음성사서함', '음성', '사서함']],
    ['분석기가 잘못 나눈 말도 온말을 앞세운다', '토폴로지', ['토폴로지', '토폴', '로지']],
    ['어미와 녹아 붙은 꼴이면 쓴 그대로와 줄기 둘 다다', '만든', ['만든', '만들']],
    ['라틴 글자 뒤의 조사를 빼고 소문자로 쓴다', 'RTP를', ['rtp']],
    ['라틴 글자 뒤의 긴 조사도 뺀다', 'Astro에서', ['astro']],
    ['판 번호와 그 앞부분이다', 'v3.0으로', ['v3.0', 'v3', '3.0']],
    ['큰 글자로 나뉘는 부분을 함께 둔다', 'getStaticPaths', ['getstaticpaths', 'get', 'static', 'paths']],
    ['기호로 끝나는 언어 이름을 기호까지 안다', 'C++을', ['cplusplus']],
    ['둘레의 문장부호를 버린다', '(클러스터를),', ['클러스터']],
    ['문장부호로 갈린 것은 저마다의 말이다', '어린이집(보육원)', ['어린이집', '보육원']],
    ['홀로 선 자모는 그대로 둔다', 'ㅋㅋ', ['ㅋㅋ']],
    ['글자가 없으면 없다', '—', []],
    ['그림 글자에는 없다', '😀', []],
  ])('%s', (_rule, word, terms) => {
    expect(termsOf(word)).toEqual(terms);
  });

  test('축약된 활용형은 어간도 색인한다', () => {
    expect(termsOf('빨라졌다')).toEqual(expect.arrayContaining(['빨라졌다', '빠르']));
  });

  test.each([
    ['풀어쓴 유니코드', '클러스터를'.normalize('NFD')],
    ['사이에 낀 폭 없는 글자', '클러\u200b스터\u2060를'],
    ['반쪽 너비', 'ﾡ'],
  ])('%s에 흔들리지 않는다', (_what, word) => {
    const plain = word === 'ﾡ' ? 'ㄱ' : '클러스터를';
    expect(termsOf(word)).toEqual(termsOf(plain));
  });
});

describe('분석기의 잘못은', () => {
  test('여러 조사와 함께 쓰인 말로 바로잡는다', () => {
    expect(termsOf('쿠버네티스에서')).toEqual(['쿠버네티스에서']);
    const others = ['쿠버네티스', '쿠버네티스의', '쿠버네티스를', '쿠버네티스는'];
    expect(termsOf('쿠버네티스에서', others)).toEqual(['쿠버네티스']);
  });

  test('용어집의 이름으로 바로잡는다', () => {
    expect(termsOf('쿠버네티스에서', [], ['쿠버네티스'])).toEqual(['쿠버네티스']);
    expect(termsOf('쿠버네티스에서', [], ['쿠버네티스(K8s)'.normalize('NFD')])).toEqual(['쿠버네티스']);
  });
});

test('색인어는 어떤 낱말에서든 글자와 숫자로만 되어 있고 길지 않으며 두 번 나오지 않는다', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from('가나다를은에서했다ㅋㅏAbC09.+#-_\u200b\u0301\u01c0')) }),
  );
  fc.assert(
    fc.property(word, (written) => {
      const terms = termsOf(written);
      expect(new Set(terms).size).toBe(terms.length);
      for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}]+(?:\.\d+)*$/u);
      expect(Math.max(0, ...terms.map((term) => term.length))).toBeLessThanOrEqual(200);
      expect(terms.length > 0).toBe(/[\p{L}\p{N}]/u.test(normalize(written).replace(/[\u01c0-\u01c3]/g, '')));
    }),
    { numRuns: 300 },
  );
});

test('글자가 백만 개 이어져도 색인어는 짧다', () => {
  const terms = termsOf('가나'.repeat(500_000));
  expect(terms[0]).toBe('가나'.repeat(32));
  expect(terms.join('').length).toBeLessThan(1000);
});

test('한글 단위로 적은 수는 숫자로도 찾는다', () => {
  expect(addNumbers(['3만5천원', '하나'], [['3', '만', '5', '천원'], ['하나']])).toEqual([
    ['3', '만', '5', '천원', '35000'],
    ['하나'],
  ]);
});
