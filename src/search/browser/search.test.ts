import { describe, expect, test } from 'vitest';
import { contractVersion, manifestName } from '../contract/index.ts';
import { SearchError, type Answer, type MarkedText, type Question } from './answer.ts';
import { createOutlines } from './outline/outlines.ts';
import { createIndexReader, type IndexSource } from './index/reader.ts';
import { createSearchOn } from './search.ts';
import { createSmallIndex, type SmallSite } from './testing/small-index.ts';

const site: SmallSite = {
  topics: [
    { id: 'voip', label: { ko: '인터넷 전화', en: 'VoIP' } },
    { id: 'denmark', label: { ko: '덴마크', en: 'Denmark' } },
  ],
  names: [['어린이집', 'daycare', '데이케어']],
  terms: { 음성사서함: ['음성사서함', '음성', '사서함'] },
  texts: [
    {
      locale: 'ko',
      slug: 'voicemail',
      title: '소리 없는 메시지',
      description: '녹음이 비어 있었다.',
      topics: ['voip'],
      blocks: [
        '음성사서함에 남긴 말이 없다.',
        '## 캡처 읽기',
        'RTP 패킷을 하나씩 센다.',
        '## 배운 것',
        '로그를 본다.',
      ],
    },
    {
      locale: 'en',
      slug: 'voicemail',
      title: 'A message without a voice',
      description: 'The recording was empty.',
      topics: ['voip'],
      blocks: [
        'Nothing was said.',
        '## Reading a capture',
        'Count the packets.',
        '## What it taught',
        'Jitter buffers.',
      ],
    },
    {
      locale: 'ko',
      slug: 'childcare',
      title: '덴마크 어린이집',
      description: '보육료와 대기',
      topics: ['denmark'],
      blocks: ['아이를 맡긴다.', '## 보육료', '요금은 코뮌마다 다르다.'],
    },
    ...['가', '나', '다', '라', '마', '바'].map((letter, number) => ({
      locale: 'ko',
      slug: `tea-${number}`,
      title: `보리차 ${letter}`,
      blocks: ['물을 끓인다.'],
    })),
  ],
};

const search = createSearchOn(createSmallIndex(site), '/kb/');

const ask = async (query: string, more: Partial<Question> = {}): Promise<Answer> =>
  search.ask({ query, locale: 'ko', ...more });

const plain = (marked: MarkedText): string => marked.map(({ text }) => text).join('');
const matched = (marked: MarkedText): string[] =>
  marked.filter(({ isMatch }) => isMatch).map(({ text }) => text);

describe('An answer', () => {
  test('links to the article and the matching section, in the reader’s language', async () => {
    const { hits } = await ask('패킷이');
    expect(hits.map(({ href, locale, matchLocale }) => ({ href, locale, matchLocale }))).toEqual([
      { href: '/kb/ko/articles/voicemail/', locale: 'ko', matchLocale: 'ko' },
    ]);
    const [section] = hits[0]?.sections ?? [];
    expect(section?.href).toBe('/kb/ko/articles/voicemail/#section-1');
    expect(plain(section?.heading ?? [])).toBe('캡처 읽기');
    expect(plain(section?.excerpt ?? [])).toBe('RTP 패킷을 하나씩 센다.');
    expect(matched(section?.excerpt ?? [])).toEqual(['패킷']);
  });

  test('has no explanation if everything was found as typed', async () => {
    expect(await ask('캡처 읽기')).toMatchObject({ rewritings: [], leftOut: [], suggestions: [] });
    expect(await ask('음성사서함')).toMatchObject({ rewritings: [], leftOut: [], suggestions: [] });
  });

  test.each([
    ['자판이 영문인 채로 친 말', 'epsakzm djflsdlwlq', 'layout', '덴마크 어린이집'],
    ['초성', 'ㄷㅁㅋ ㅇㄹㅇㅈ', 'choseong', '덴마크 어린이집'],
    ['한 글자를 잘못 친 말', '데마크 어린이집', 'spelling', '덴마크 어린이집'],
    ['다른 이름', 'daycare', 'name', '어린이집'],
    ['로마자로 적은 소리', 'eorinijip', 'sound', '어린이집'],
  ])('은 %s을 무엇으로 읽었는지 말한다', async (_how, query, kind, text) => {
    const { hits, rewritings } = await ask(query);
    expect(hits[0]?.slug).toBe('childcare');
    expect(rewritings).toEqual([{ kind, text }]);
  });

  test('finds a page in one language by a word of the other that translations taught', async () => {
    const site = {
      texts: [
        { locale: 'ko', slug: 'list', title: '자리', blocks: ['대기 순번을 본다.'] },
        { locale: 'en', slug: 'other', title: 'Place', blocks: ['A waiting room, waiting.'] },
      ],
      meanings: [['waiting', '대기']] as const,
    };
    const { hits } = await createSearchOn(createSmallIndex(site), '/').ask({
      query: 'waiting',
      locale: 'ko',
    });
    expect(hits.map(({ slug }) => slug)).toEqual(['other', 'list']);
    const literal = await createSearchOn(createSmallIndex(site), '/').ask({
      query: 'waiting',
      locale: 'ko',
      isLiteral: true,
    });
    expect(literal.hits.map(({ slug }) => slug)).toEqual(['other']);
  });

  test('splits a word of unknown parts only where a text has the parts, in either script', async () => {
    const texts = [
      { locale: 'ko', slug: 'tree', title: '나무', blocks: ['Red-Black 트리를 그린다. 한 행 아래.'] },
      { locale: 'ko', slug: 'parts', title: '조각', blocks: ['토폴 하나. 레드 하나.', '지컬 하나.'] },
      { locale: 'ko', slug: 'sort', title: '정렬', blocks: ['Topological 정렬을 한다. 블랙 하나.'] },
    ];
    const search = createSearchOn(createSmallIndex({ texts }), '/');
    const first = async (query: string): Promise<string | undefined> =>
      (await search.ask({ query, locale: 'ko' })).hits[0]?.slug;
    expect(await first('레드블랙 트리')).toBe('tree');
    expect(await first('토폴로지컬 정렬')).toBe('sort');
    // 여행 is in no text, and a single syllable of it says nothing.
    expect(await first('트리여행')).toBe(undefined);
  });

  test('keeps an article that has all words, however far below the best', async () => {
    const filler = Array.from({ length: 40 }, () => '다른 이야기를 한참 적는다.');
    const texts = [
      { locale: 'ko', slug: 'titled', title: '물시계', blocks: ['물시계 물시계.'] },
      { locale: 'ko', slug: 'both', title: '긴 글', blocks: ['물시계 하나.', ...filler, '톱니 하나.'] },
    ];
    const { hits } = await createSearchOn(createSmallIndex({ texts }), '/').ask({
      query: '물시계 톱니',
      locale: 'ko',
    });
    expect(hits.map(({ slug }) => slug)).toContain('both');
  });

  test.each([
    ['lodz', 'Łódź'],
    ['Łódź', 'Łódź'],
    ['oeuvre', 'œuvre'],
    ['file', 'ﬁle'],
    ['strasse', 'Straße'],
    ['istanbul', 'İstanbul'],
    ['35000', '35,000'],
    ['3만5천', '35,000'],
    ['3만 5천', '35,000'],
    ['2500 DKK', '2,500'],
    ['1.2.3', '1.2.3'],
    ['v1.2', 'v1.2.3'],
    ['憲法', '憲法'],
    ['民國憲', '民國憲'],
    ['ビルド', 'アプリをビルドする'],
    ['C++', 'C'],
    ['.NET', 'NET'],
    ['--help', 'help'],
    ['귤', '귤'],
    ['84㎡', '84'],
    ['84', '84'],
  ])('to %s finds and marks %s', async (query, mark) => {
    const written = 'Łódź œuvre ﬁle Straße İstanbul 35,000원 2,500 DKK v1.2.3 大韓民國憲法';
    const blocks = [`${written} アプリをビルドする C++ .NET --help 귤 84㎡ 끝`];
    const texts = [{ locale: 'ko', slug: 'odd', title: '글자', blocks }];
    const { hits } = await createSearchOn(createSmallIndex({ texts }), '/').ask({ query, locale: 'ko' });
    expect(matched(hits[0]?.sections[0]?.excerpt ?? [])).toContain(mark);
  });

  test('lists the words that no text contains besides the others', async () => {
    const { hits, leftOut } = await ask('덴마크 여행');
    expect(hits.map(({ slug }) => slug)).toEqual(['childcare']);
    expect(leftOut).toEqual(['여행']);
  });

  test('from another language links to the reader’s, at the same anchor, and names the language of the match', async () => {
    const { hits } = await ask('jitter');
    expect(hits[0]).toMatchObject({ slug: 'voicemail', locale: 'ko', matchLocale: 'en' });
    const [section] = hits[0]?.sections ?? [];
    expect(section).toMatchObject({ href: '/kb/ko/articles/voicemail/#section-2', locale: 'ko' });
    expect(plain(section?.heading ?? [])).toBe('배운 것');
    expect(plain(section?.excerpt ?? [])).toBe('Jitter buffers.');
  });

  test('lists the footnotes after all other sections of an article', async () => {
    const text = {
      locale: 'en',
      slug: 'calls',
      title: 'Calls',
      blocks: ['## Lab', 'A packet.', '## Footnotes', 'The packet counter counts packet by packet.'],
    };
    const { hits } = await createSearchOn(createSmallIndex({ texts: [text] }), '/').ask({
      query: 'packet counter',
      locale: 'en',
    });
    expect(hits[0]?.sections.map(({ href }) => href)).toEqual([
      '/en/articles/calls/#section-1',
      '/en/articles/calls/#footnote-label',
    ]);
  });

  test('lists a section whose prose has the words before one whose code has them, and prefers prose in excerpts', async () => {
    const blocks = [
      '## Listing',
      '    packet counter packet counter',
      '## Meaning',
      '    packet counter',
      'A packet counter counts.',
    ];
    const text = { locale: 'en', slug: 'calls', title: 'Calls', blocks };
    const { hits } = await createSearchOn(createSmallIndex({ texts: [text] }), '/').ask({
      query: 'packet counter',
      locale: 'en',
    });
    const sections = hits[0]?.sections ?? [];
    expect(sections.map(({ href }) => href)).toEqual([
      '/en/articles/calls/#section-2',
      '/en/articles/calls/#section-1',
    ]);
    expect(plain(sections[0]?.excerpt ?? [])).toBe('A packet counter counts.');
  });

  test('has excerpts for five hits, and titles for the others', async () => {
    const { hits } = await ask('물을');
    expect(hits.map(({ sections }) => sections.length)).toEqual([1, 1, 1, 1, 1, 0]);
  });

  test('counts topics among all hits, and limits hits to one', async () => {
    const all = await ask('로그');
    expect(all.topics).toEqual([{ id: 'voip', label: '인터넷 전화', count: 1 }]);
    expect((await ask('로그', { topic: 'denmark' })).hits).toEqual([]);
    expect((await ask('로그', { topic: 'voip' })).hits).toHaveLength(1);
  });

  test('to an empty query has no hits and all topics', async () => {
    for (const query of ['', '  ', '?!', '🍜']) {
      const { hits, topics } = await ask(query);
      expect(hits).toEqual([]);
      expect(topics.map(({ id }) => id)).toEqual(['voip', 'denmark']);
    }
  });

  test('without hits suggests similar terms', async () => {
    const { hits, suggestions } = await ask('어린이날개');
    expect(hits).toEqual([]);
    expect(suggestions).toContain('어린이집');
  });
});

describe('Quoted and literal queries', () => {
  test('match only text that contains them literally', async () => {
    expect((await ask('"패킷을 하나씩"')).hits.map(({ slug }) => slug)).toEqual(['voicemail']);
    expect((await ask('"패킷이 하나씩"')).hits).toEqual([]);
    expect((await ask('“하나씩 패킷을”')).hits).toEqual([]);
  });

  test('are not read in any other way', async () => {
    expect((await ask('epsakzm', { isLiteral: true })).hits).toEqual([]);
    expect((await ask('패킷이', { isLiteral: true })).hits).toEqual([]);
    expect((await ask('패킷을', { isLiteral: true })).hits).toHaveLength(1);
  });
});

describe('An answer on a slow network', () => {
  /** Delays files and lookups until they are let through. */
  function slowIndex() {
    const source = createSmallIndex(site);
    const gates = { postings: Promise.withResolvers<undefined>(), texts: Promise.withResolvers<undefined>() };
    const slow: IndexSource = {
      read: async (name) => {
        if (name.startsWith('text/')) await gates.texts.promise;
        return source.read(name);
      },
      openPostings: async (...all) => {
        await gates.postings.promise;
        return source.openPostings(...all);
      },
    };
    return { slow, gates };
  }

  test('comes in steps: titles before postings, then all hits before their excerpts', async () => {
    const { slow, gates } = slowIndex();
    const steps: string[] = [];
    const next = { titles: Promise.withResolvers<undefined>(), hits: Promise.withResolvers<undefined>() };
    const whole = createSearchOn(slow, '/').ask({ query: '캡처', locale: 'ko' }, ({ hits }) => {
      steps.push(hits.map(({ slug, sections }) => `${slug} ${sections.length}`).join());
      next[steps.length === 1 ? 'titles' : 'hits'].resolve(undefined);
    });
    await next.titles.promise;
    gates.postings.resolve(undefined);
    await next.hits.promise;
    gates.texts.resolve(undefined);
    const { hits } = await whole;
    expect(steps[0]).toContain('voicemail 0');
    expect(steps[1]?.split(',').map((hit) => hit.split(' ')[0])).toEqual(hits.map(({ slug }) => slug));
    expect(hits[0]?.sections.length).toBeGreaterThan(0);
  });

  test('has no steps if it comes at once', async () => {
    const steps: unknown[] = [];
    const search = createSearchOn(createSmallIndex(site), '/');
    await search.ask({ query: '캡처', locale: 'ko' }, (answer) => steps.push(answer));
    expect(steps).toEqual([]);
  });
});

describe('A query that is still being typed', () => {
  test('is answered from titles and headings, without loading anything else', async () => {
    const source = createSmallIndex(site);
    const { hits } = await createSearchOn(source, '/').ask({
      query: '캡처 읽',
      locale: 'ko',
      isTyping: true,
    });
    expect(hits.map(({ slug }) => slug)).toEqual(['voicemail']);
    expect(source.lookups).toEqual([]);
    expect(source.reads).toEqual(
      expect.arrayContaining([manifestName, 'subjects', 'cards-ko.0.json', 'outline-ko.0.json']),
    );
    expect(source.reads).toHaveLength(4);
  });
});

describe('An index', () => {
  const failing = (failures: Error[]): IndexSource => {
    const source = createSmallIndex(site);
    return {
      ...source,
      read: async (name) => {
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        return source.read(name);
      },
    };
  };

  test('that can’t be reached is reported, and requested again with the next query', async () => {
    const again = createSearchOn(failing([new TypeError('Failed to fetch')]), '/');
    const question = { query: '로그', locale: 'ko' };
    await expect(again.ask(question)).rejects.toMatchObject({ name: 'SearchError', failure: 'unreachable' });
    expect((await again.ask(question)).hits).toHaveLength(1);
  });

  test('of another version is not read', async () => {
    const source: IndexSource = {
      ...createSmallIndex(site),
      read: async () =>
        Promise.resolve(new TextEncoder().encode(JSON.stringify({ version: contractVersion + 1 }))),
    };
    await expect(createIndexReader(source).subjects()).rejects.toMatchObject({ failure: 'outdated' });
  });

  test('passes on the error of its source', async () => {
    const reader = createIndexReader(failing([new SearchError('outdated')]));
    await expect(reader.manifest()).rejects.toMatchObject({ failure: 'outdated' });
  });

  test('reads each of its files once, however many queries need it', async () => {
    const source = createSmallIndex(site);
    const reader = createIndexReader(source);
    const lines = () => reader.lines('outlines', 'ko', 0);
    await Promise.all([lines(), lines(), reader.manifest(), reader.subjects()]);
    expect([...source.reads].sort()).toEqual([manifestName, 'outline-ko.0.json', 'subjects'].sort());
  });

  test('has no texts in an unknown language, not even one named like a property of Object.prototype', async () => {
    const outlines = createOutlines(createIndexReader(createSmallIndex(site)));
    for (const locale of ['da', 'constructor', '__proto__'])
      expect((await outlines.find(locale, 'all', [['', '\uffff']])).lines).toEqual([]);
  });
});
