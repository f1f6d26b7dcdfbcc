import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize, splitWords } from '../contract/index.ts';
import type { Answer, MarkedText, Question } from './answer.ts';
import { createSearchOn } from './search.ts';
import { createSmallIndex, type SmallSite } from './testing/small-index.ts';

const site: SmallSite = {
  topics: [
    { id: 'network', label: { ko: '네트워크', en: 'Networks' } },
    { id: '__proto__', label: { ko: '원형', en: 'Prototypes' } },
  ],
  names: [
    ['꼬리 지연', 'tail latency', 'p99'],
    ['어린이집', 'daycare', 'vuggestue'],
    ['?!', '…'],
    ['constructor', '생성자'],
  ],
  terms: { 음성사서함: ['음성사서함', '음성', '사서함'] },
  texts: [
    {
      locale: 'ko',
      slug: 'tail',
      title: '꼬리 지연은 평균에 숨는다',
      description: '평균만 보면 (p99가) 보이지 않는다.',
      topics: ['network'],
      blocks: [
        '꼬리 지연이란',
        '## RTP 패킷을 보낸다',
        '음성사서함에서 RTP를 보낸다.',
        '## ^ | / -',
        '^ | / - ^ | / -',
      ],
    },
    {
      locale: 'en',
      slug: 'tail',
      title: 'Tail latency hides in the mean',
      description: 'The mean of lost packets & <b>jitter</b>',
      topics: ['network'],
      blocks: [
        'What tail latency is',
        '## Sending packets',
        'RTP packets, sent in C++ 11.',
        '## Signs',
        'a.*b [^c]+ $1',
      ],
    },
    {
      locale: 'ko',
      slug: 'hostile',
      title: '<script>alert("덴마크")</script>',
      description: '덴\u200b마크 날씨'.normalize('NFD'),
      topics: ['__proto__'],
      blocks: [
        '## __proto__',
        `${'가'.repeat(3000)}꼬리${'나'.repeat(3000)} 덴마크`,
        'ＲＴＰ　ㄷㅁㅋ ㅏ 뷁 시간ㆍ장소',
        '##  ',
        '',
      ],
    },
    {
      locale: 'en',
      slug: 'constructor',
      title: 'constructor',
      blocks: ['toString hasOwnProperty __proto__ valueOf then'],
    },
    { locale: 'ko', slug: '빈 글', title: '', blocks: [] },
    {
      locale: 'en',
      slug: 'שלום',
      title: '\u202eשלום עולם\u202c',
      blocks: ['👍🏽 🇰🇷 🐾 日本語の文章 Århus İstanbul ﬁle'],
    },
  ],
};

/** Returns an answer, and the terms that a fresh engine looked up for it. */
async function ask(
  question: Partial<Question>,
): Promise<{ answer: Answer; lookups: string[]; reads: string[] }> {
  const index = createSmallIndex(site);
  const answer = await createSearchOn(index, '/').ask({ query: '', locale: 'ko', ...question });
  return { answer, lookups: index.lookups, reads: index.reads };
}

const { written } = createSmallIndex(site);

const words = fc.constantFrom(
  ...[
    '꼬리',
    '지연',
    '꼬리지연',
    '음성',
    '사서함',
    'RTP',
    '패킷',
    '덴마크',
    '평균',
    '어린이집',
    'constructor',
    '생성자',
  ],
  ...[
    'tail',
    'latency',
    'packets',
    'daycare',
    'p99',
    'C++',
    'epsakzm',
    '새ㅔ',
    'ㄷㅁㅋ',
    'ㄲㄹ',
    'ㅏ',
    'ㄳ',
    '덴맠',
    '덴미크',
  ],
);

const between = fc.constantFrom(
  ' ',
  '',
  '를',
  '에서는',
  '했다',
  's',
  '"',
  '\u0301',
  '\u3000',
  '.',
  '(',
  '\u200b',
);

/** Arbitrary queries, biased toward hostile input. */
const anyQuery = fc.oneof(
  fc.array(fc.tuple(words, between), { maxLength: 8 }).map((all) => all.flat().join('')),
  fc.array(fc.tuple(words, between), { maxLength: 8 }).map((all) => all.flat().join('').normalize('NFD')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 60,
  }),
);

const anyQuestion = fc.record({
  query: anyQuery,
  locale: fc.constantFrom('ko', 'en'),
  topic: fc.constantFrom(undefined, undefined, 'network', '__proto__', 'constructor', ''),
  isLiteral: fc.boolean(),
  isTyping: fc.boolean(),
});

describe('Any query', () => {
  test('gets an answer that quotes only text of the site', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const { answer } = await ask(question);
        expectHonest(answer);
        if (question.isLiteral) expect(answer.rewritings).toEqual([]);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('gets the same answer when repeated', async () => {
    const search = createSearchOn(createSmallIndex(site), '/');
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        expect(await search.ask(question)).toEqual(await search.ask(question));
      }),
    );
  }, 60_000);
});

describe('A hostile query', () => {
  test.each([
    ['nothing', ''],
    ['spaces', ' \t\n\u3000'],
    ['punctuation', '?!…—'.repeat(50)],
    ['emoji', '👍🏽🇰🇷🐾'],
    ['a script', '<script>alert(1)</script>'],
    ['markup in quotes', '"><img src=x onerror=alert(1)>'],
    ['a regular expression', '(a+)+$ [^c]+ .* \\ $1 (?:'],
    ['names of object properties', '__proto__ constructor toString hasOwnProperty valueOf then'],
    ['right-to-left', '\u202eשלום\u202c'],
    ['half of a character', '\ud800 \udfff덴마크\ud83d'],
    ['bytes that were no UTF-8', '\ufffd\ufffd덴마크'],
    ['null', '덴마크\u0000'],
    ['combining marks without a base letter', '\u0301\u0301 \u20dd'],
    ['thousands of combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['lone jamo', 'ㅏ ㅋ ㄳ ㅀ ㆎ'],
    ['jamo that only Unicode has', '\u1100\u1160\u11ff\ua960\ud7b0'],
    ['a syllable 10,000 times', '가'.repeat(10_000)],
    ['a letter 10,000 times', 'a'.repeat(10_000)],
    ['a choseong 10,000 times', 'ㅋ'.repeat(10_000)],
    ['vowel keys', 'hknlmjbyu'.repeat(1000)],
    ['josa 5,000 times', '에서'.repeat(5000)],
    ['digits and periods', '1.'.repeat(5000)],
    ['400 words', '덴마크 '.repeat(400)],
    ['400 words with typos', '덴미크 latancy '.repeat(200)],
    ['400 names', '꼬리 지연 어린이집 '.repeat(200)],
    ['quotation marks', '"'.repeat(400)],
    ['400 quotations', '"덴마크" '.repeat(400)],
  ])('is answered with little work: %s', async (_what, query) => {
    for (const question of [
      { query },
      { query, isLiteral: true },
      { query, isTyping: true },
      { query, locale: 'en' },
    ]) {
      const { answer, lookups, reads } = await ask(question);
      expectHonest(answer);
      expect(lookups.length).toBeLessThanOrEqual(100);
      expect(new Set(reads).size).toBe(reads.length);
    }
  });

  test.each(['__proto__', 'constructor', 'toString', 'fr', ''])(
    'gets an answer in the locale “%s”',
    async (locale) => {
      for (const query of ['', '덴마크', 'tail']) expectHonest((await ask({ query, locale })).answer);
    },
  );

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'then'])(
    'finds “%s”',
    async (query) => {
      const { answer } = await ask({ query, locale: 'en' });
      expect(answer.hits.map(({ slug }) => slug)).toContain('constructor');
      expect(answer.rewritings).toEqual([]);
    },
  );
});

describe('An ordinary query', () => {
  test.each([
    ['적힌 그대로', '꼬리 지연', 'tail'],
    ['조사가 붙은 것', '사서함에서는', 'tail'],
    ['붙여 쓴 것', '꼬리지연', 'tail'],
    ['NFD', '음성사서함'.normalize('NFD'), 'tail'],
    ['전각', 'ＲＴＰ', 'tail'],
    ['초성', 'ㄲㄹㅈㅇ', 'tail'],
    ['다른 자판', 'Rhfl wldus', 'tail'],
    ['잘못 친 것', '꼬리 지영', 'tail'],
    ['용어집의 다른 이름', 'p99', 'tail'],
    ['다른 언어', 'jitter', 'tail'],
    ['본문의 낱말', '뷁', 'hostile'],
    ['가운뎃점 뒤의 낱말', '장소', 'hostile'],
    ['따옴표', '"RTP를 보낸다"', 'tail'],
    ['언어 이름', 'C++', 'tail'],
  ])('%s: “%s”', async (_how, query, slug) => {
    expect((await ask({ query })).answer.hits[0]?.slug).toBe(slug);
  });

  test('for C++ finds it literally, too', async () => {
    expect((await ask({ query: 'C++', isLiteral: true })).answer.hits[0]?.slug).toBe('tail');
  });

  test('of nonsense finds nothing', async () => {
    for (const query of ['xqzptkw', '뷁꿹쒧', 'ㅋㅌㅍㅎㅊ', '"지연 꼬리"'])
      expect((await ask({ query })).answer.hits).toEqual([]);
  });
});

/** Asserts that everything an answer quotes occurs in the site's texts. */
function expectHonest({ query, hits, topics, rewritings, leftOut, suggestions }: Answer): void {
  for (const { title, description, href, sections, slug } of hits) {
    expect(written).toContain(textOf(title));
    expect(['', ...written]).toContain(textOf(description));
    expect(href.startsWith('/')).toBe(true);
    expect(site.texts.map((text) => text.slug)).toContain(slug);
    for (const { heading, excerpt, words: marked } of sections) {
      expect(['', ...written]).toContain(textOf(heading));
      const shown = textOf(excerpt).replace(/^… | …$/g, '');
      expect(written.some((block) => block.includes(shown))).toBe(true);
      for (const word of marked) expect(written.some((block) => block.includes(word))).toBe(true);
      for (const piece of [...heading, ...excerpt]) expect(piece.text).not.toBe('');
    }
  }
  expect(new Set(hits.map(({ slug }) => slug)).size).toBe(hits.length);
  for (const { label, count } of topics) {
    expect(typeof label).toBe('string');
    expect(count).toBeGreaterThan(0);
  }
  for (const { text } of rewritings) expect(text).not.toBe('');
  for (const word of leftOut) expect(splitWords(normalize(query)).join(' ')).toContain(word);
  for (const suggestion of suggestions) expect(suggestion).not.toBe('');
}

function textOf(marked: MarkedText): string {
  return marked.map(({ text }) => text).join('');
}
