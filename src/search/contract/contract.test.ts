import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLexicon, encodeLexicon, fromTail, listTails } from './lexicon.ts';
import { normalize } from './normalize.ts';
import { readNumber } from './numbers.ts';
import { latinTerms, splitWords, toRuns } from './words.ts';
import { decodeOutline, encodeOutline, toPagefindTerm, type OutlineLine } from './index-files.ts';
import { keysOfLine } from './outline-keys.ts';
import { decodeSubjects, encodeSubjects } from './subjects.ts';

/** Arbitrary text, biased toward characters that are hard to normalize. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('가각ㄱㅏ각\u200b\u200d\ufe0f\u00ad\u3164ＡＲｱﾡﾾée\u0301ﬁİß𝐚😀🇰🇷אב\u202e \t\u3000'),
    ),
  }),
);

describe('정규화는', () => {
  test.each([
    ['풀어쓴 한글을 모은다', '한글'.normalize('NFD'), '한글'],
    ['자판에 있는 자모로 바꾼다', '\u1100\u1161\u11a8 \u1112', '각 ㅎ'],
    ['반쪽 너비 자모를 온 너비로 바꾼다', 'ﾡￂ', 'ㄱㅏ'],
    ['온 너비 라틴 글자와 빈칸을 반쪽 너비로 바꾼다', 'ＲＴＰ\u3000덴마크', 'RTP 덴마크'],
    ['폭 없는 글자를 없앤다', '음\u200b성\u2060사\ufeff서\u00ad함', '음성사서함'],
    ['글자로 치는 빈칸을 빈칸으로 바꾼다', '음성\u3164사서함\uffa0을', '음성 사서함 을'],
    ['가운뎃점으로 치는 아래아를 가운뎃점으로 바꾼다', '시간ㆍ장소', '시간·장소'],
    ['폭 없는 글자가 갈라놓은 글자도 모은다', '가\u200b\u11a8', '각'],
    ['온 너비 글자 뒤의 부호도 모은다', 'ｅ\u0301', 'é'],
    ['방향을 바꾸는 글자와 그림 글자를 고르는 글자를 없앤다', '\u202eab\u202c ☎\ufe0f', 'ab ☎'],
    ['한 글자로 그린 여러 글자를 푼다', 'ﬁle Ⅳ ① ㈜ 84㎡ 5㎏ ĳs', 'file IV 1 (주) 84m2 5kg ijs'],
    ['수의 쉼표를 없앤다', '5,359,036원 35,000', '5359036원 35000'],
    ['목록의 쉼표는 그대로 둔다', '1,2 1,200,30 1.2,345 12,3456', '1,2 1,200,30 1.2,345 12,3456'],
    ['대소문자는 그대로 둔다', 'getStaticPaths', 'getStaticPaths'],
  ])('%s', (_rule, from, to) => {
    expect(normalize(from)).toBe(to);
  });

  test('두 번 해도 한 번 한 것과 같다', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(normalize(normalize(any))).toBe(normalize(any));
      }),
    );
  });
});

describe('한글 단위로 적은 수의 값은', () => {
  test.each([
    ['3만5천', '35000'],
    ['3만5천원', '35000'],
    ['3만5000원', '35000'],
    ['1.5억', '150000000'],
    ['1억2천만', '120000000'],
    ['3천5백', '3500'],
    ['2조', '2000000000000'],
    ['10만', '100000'],
    ['3만~5만', '30000'],
    ['35000', undefined],
    ['만원', undefined],
    ['3번', undefined],
    ['삼만', undefined],
    ['v3만', undefined],
    ['9999999조', undefined],
  ])('%s에서 %s이다', (word, value) => {
    expect(readNumber(word)).toBe(value);
  });

  test('단위를 어떻게 나누어 적든 같다', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }), (high, low) => {
        expect(readNumber(`${high}만${low}원`)).toBe(String(high * 10_000 + low));
        expect(readNumber(`${high}억`)).toBe(String(high * 100_000_000));
      }),
    );
  });
});

describe('낱말은', () => {
  test('공백으로 나뉘고 그 순서가 위치이다', () => {
    expect(splitWords('  하나\t둘\u3000셋\u00a0| ^\n')).toEqual(['하나', '둘', '셋', '|', '^']);
    expect(splitWords(' \n')).toEqual([]);
  });

  test('다시 이어 붙여 나누어도 같다', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(splitWords(splitWords(any).join(' '))).toEqual(splitWords(any));
      }),
    );
  });
});

describe('낱말 속의 구간(run)은', () => {
  test.each([
    ['RTP를', ['RTP', '를']],
    ['C++', ['Cplusplus']],
    ['C#에서', ['Csharp', '에서']],
    ['a+b', ['a', 'b']],
    ['v3.0으로', ['v3.0', '으로']],
    ['1.2.x', ['1.2', 'x']],
    ['끝.', ['끝']],
    ['getStaticPaths()', ['getStaticPaths']],
    ['___PAGEFIND_ANCHOR___h2:0', ['PAGEFIND', 'ANCHOR', 'h2', '0']],
    ['^|/-—…', []],
    ['\u0301\u20e3', []],
    ['ㅋㅋ가', ['ㅋㅋ가']],
    ['café', ['café']],
    ['aǀbǂcǃ', ['a', 'b', 'c']],
    ['', []],
  ])('%j에서 %j다', (word, runs) => {
    expect(toRuns(word).map((run) => run.text)).toEqual(runs);
  });

  test('한글과 그 밖의 것이 섞이지 않는다', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const run of toRuns(normalize(any)))
          expect(/^[가-힣ㄱ-ㆎ]+$/.test(run.text)).toBe(run.script === 'hangul');
      }),
    );
  });

  test.each([
    ['한글', '가'.repeat(1_000_000), '가'.repeat(64)],
    ['라틴 글자', 'a'.repeat(1_000_000), 'a'.repeat(64)],
    ['두 단위로 된 글자', `x${'𝐚'.repeat(1000)}`, `x${'𝐚'.repeat(31)}`],
    ['판 번호', '1.'.repeat(100) + '1', `${'1.'.repeat(31)}1`],
  ])('%s가 길게 이어지면 앞의 64자까지다', (_what, word, run) => {
    expect(toRuns(word).map((each) => each.text)).toEqual([run]);
  });

  test('백만 자의 자료에서도 개수가 제한된다', () => {
    expect(toRuns('{"가":1,'.repeat(125_000)).length).toBeLessThan(2100);
  });
});

describe('라틴 글자의 색인어는', () => {
  test.each([
    ['getStaticPaths', ['getstaticpaths', 'get', 'static', 'paths']],
    ['XMLHttpRequest', ['xmlhttprequest', 'xml', 'http', 'request']],
    ['vLLM', ['vllm', 'llm']],
    ['v3.0', ['v3.0', 'v3', '3.0']],
    ['v1.2.3', ['v1.2.3', 'v1.2', 'v1', '1.2.3', '1.2']],
    ['1.2.3', ['1.2.3', '1.2']],
    ['3.14', ['3.14']],
    ['5kg', ['5kg', 'kg', '5']],
    ['84m2', ['84m2', 'm2', '84']],
    ['憲法', ['憲法']],
    ['大韓民國憲法', ['大韓民國憲法', '大韓', '韓民', '民國', '國憲', '憲法']],
    ['カタカナ', ['カタカナ', 'カタ', 'タカ', 'カナ']],
    ['Łódź', ['lodz']],
    ['Œuvre', ['oeuvre']],
    ['İstanbul', ['istanbul']],
    ['Đà', ['da']],
    ['Þór', ['thor']],
    ['ısı', ['isi']],
    ['Ærø', ['aero']],
    ['CAFÉ', ['cafe']],
    ['Straße', ['strasse']],
    ['ΟΔΟΣ', ['οδος']],
  ])('%s에서 %j다', (run, terms) => {
    expect(latinTerms(run)).toEqual(terms);
  });

  test('다시 변환해도 그대로이다', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const { text: run } of toRuns(normalize(any)).filter(({ script }) => script === 'other')) {
          const [whole = ''] = latinTerms(run);
          expect(latinTerms(whole)[0]).toBe(whole);
        }
      }),
    );
  });
});

describe('A term encoded for Pagefind', () => {
  const term = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('ab9.𝐚ℝ0𠀀𠀁')), minLength: 1 }),
    fc.string({ unit: fc.constantFrom(...Array.from('가각나')), minLength: 1 }),
  );

  test('is no prefix of another', () => {
    fc.assert(
      fc.property(term, term, (one, other) => {
        expect(toPagefindTerm(one).startsWith(toPagefindTerm(other))).toBe(one === other);
      }),
    );
  });

  test('has nothing at which Pagefind splits words: no punctuation, no digit next to a letter', () => {
    fc.assert(
      fc.property(term, (any) => {
        expect(toPagefindTerm(any)).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(toPagefindTerm(any)).not.toMatch(/\d[a-z]|[a-z]\d/);
      }),
    );
  });
});

describe('The lines of an outline', () => {
  const texts = fc.array(
    fc.record({
      title: fc.string(),
      headings: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.string())),
    }),
  );

  test('are restored, whichever of them a piece has', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (all, picks) => {
        const lines = all.flatMap(({ title, headings }, text): OutlineLine[] => [
          { text, heading: undefined, level: 0, written: title },
          ...headings.map(([level, written], heading) => ({ text, heading, level, written })),
        ]);
        const piece = lines.filter(() => picks.next().value);
        expect(decodeOutline(encodeOutline(piece))).toEqual(piece);
      }),
    );
  });

  test.each([
    ['음성 사서함', ['사서', '음성', 'ㅅㅅㅎ', 'ㅇㅅㅅ']],
    ['깃 설정하기', ['깃설', '설정', 'ㄱㅅㅈ', 'ㅅㅈㅎ']],
    ['RTP를 getStaticPaths', ['get', 'rtp', '를', 'ㄹge']],
    ['憲法', ['憲法']],
    ['…', []],
  ])('have the keys of the beginnings of their words: “%s”', (line, expected) => {
    expect([...keysOfLine(line, false)].sort()).toEqual([...expected].sort());
  });

  test('have, in a title, the keys of inner syllables', () => {
    expect([...keysOfLine('음성사서함', true)].sort()).toEqual(['ㅇㅅㅅ', '사서', '서함', '성사', '음성']);
  });
});

test('Subjects are restored, but for the precise number of words', () => {
  const locale = fc.constantFrom('en', 'ko');
  const text = fc.record({ locale, article: fc.nat(50), words: fc.integer({ min: 1, max: 1e6 }) });
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(9))), fc.array(text), (articles, all) => {
      const texts = all.sort((one, other) => (one.locale < other.locale ? -1 : 1));
      const subjects = {
        topics: [{ id: 'a', label: { ko: '가' } }],
        names: [['탑', 'top']],
        articles,
        texts,
      };
      const decoded = decodeSubjects(encodeSubjects(subjects));
      expect(decoded).toMatchObject({ topics: subjects.topics, names: subjects.names, articles });
      expect(decoded.texts.map(({ article }) => article)).toEqual(texts.map(({ article }) => article));
      for (const [at, { words }] of decoded.texts.entries()) {
        const exact = texts[at]?.words ?? 0;
        expect(Math.abs(words - exact)).toBeLessThanOrEqual(0.1 * exact + 0.5);
      }
    }),
  );
});

describe('A lexicon', () => {
  const terms = fc
    .array(
      fc.record({
        term: fc.oneof(
          fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\n')),
          fc.string({ unit: fc.constantFrom(...Array.from('가나𝐚𝐛a😀 ')), minLength: 30, maxLength: 80 }),
        ),
        texts: fc.nat(),
      }),
    )
    .map((each) => each.sort((one, other) => (one.term < other.term ? -1 : 1)));

  test('survives encoding and decoding, with astral characters and long terms', () => {
    fc.assert(
      fc.property(terms, (written) => {
        const bytes = new TextEncoder().encode(encodeLexicon(written));
        expect(decodeLexicon(new TextDecoder().decode(bytes))).toEqual(written);
      }),
    );
  });

  test('omits the prefix shared with the previous term', () => {
    const written = ['가공', '가공하', '나'].map((term, at) => ({ term, texts: at + 1 }));
    expect(encodeLexicon(written)).toBe('3\n0가공 1\n2하 2\n0나 3\n');
  });

  test('without terms has only their number', () => {
    expect(encodeLexicon([])).toBe('0\n');
    expect(decodeLexicon('0\n')).toEqual([]);
  });

  test('is not decoded if it is cut off anywhere, or is another file', () => {
    const whole = encodeLexicon([
      { term: '가공', texts: 1 },
      { term: '가공하', texts: 12 },
    ]);
    for (let length = 0; length < whole.length; length += 1)
      expect(() => decodeLexicon(whole.slice(0, length))).toThrow('not whole');
    expect(() => decodeLexicon('<!doctype html>\n<title>404</title>\n')).toThrow('not whole');
  });
});

test('a word of one run has the same run as one that needs more rules', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('가나다abAB09.+#-_,()\u0301é漢')) });
  fc.assert(
    // The reserved letter ends a run, as punctuation does.
    fc.property(word, (written) => {
      expect(toRuns(written)).toEqual(toRuns(`${written}\u01c0`));
    }),
    { numRuns: 1000 },
  );
});

describe('The tails of terms', () => {
  const tailsOf = (...terms: string[]) =>
    listTails(terms.map((term) => ({ term, texts: 1 }))).map(({ term }) => term);

  test('begin after each first syllable, or after the first and second letter of a Latin word', () => {
    expect(tailsOf('음성사서함')).toEqual(['사서함 음성', '서함 음성사', '성사서함 음']);
    expect(tailsOf('설치', '깃')).toEqual(['치 설']);
    expect(tailsOf('crontab', 'cat')).toEqual(['ontab cr', 'rontab c']);
  });

  test('restore their terms', () => {
    for (const tail of tailsOf('음성사서함', '데이터베이스', 'crontab'))
      expect(['음성사서함', '데이터베이스', 'crontab']).toContain(fromTail(tail));
  });
});
