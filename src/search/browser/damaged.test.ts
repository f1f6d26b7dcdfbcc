import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Question } from './answer.ts';
import { createIndexReader, type IndexSource } from './index/reader.ts';
import { createSearchOn } from './search.ts';
import { createSmallIndex, type SmallSite } from './testing/small-index.ts';

const site: SmallSite = {
  topics: [{ id: 'network', label: { ko: '네트워크', en: 'Networks' } }],
  names: [['꼬리 지연', 'tail latency', 'p99']],
  terms: { 음성사서함: ['음성사서함', '음성', '사서함'] },
  texts: [
    {
      locale: 'ko',
      slug: 'tail',
      title: '꼬리 지연은 평균에 숨는다',
      topics: ['network'],
      blocks: [
        '꼬리 지연이란 무엇인가',
        '## RTP 패킷을 보낸다',
        '음성사서함에서 RTP를 보낸다.',
        '덴마크 날씨',
      ],
    },
    {
      locale: 'en',
      slug: 'tail',
      title: 'Tail latency hides in the mean',
      topics: ['network'],
      blocks: ['What tail latency is', '## Sending packets', 'RTP packets are sent to a mailbox.'],
    },
    { locale: 'ko', slug: 'other', title: '어린이집', blocks: ['덴마크의 어린이집은 vuggestue다.'] },
  ],
};

const whole = createSmallIndex(site);
const names = await listFiles();
const queries = [
  '꼬리',
  '덴마크',
  'mailbox',
  '음성 사서함',
  'RTP packets',
  '"덴마크 날씨"',
  '없는낱말',
  'epsakzm',
  // Found by their tails.
  '턴마크',
  '칼씨',
  '거린이집',
  'vackets',
  'nailbox',
  'wuggestue',
  'pides',
];

/** Lists the files of the index by asking for each. */
async function listFiles(): Promise<string[]> {
  const reader = createIndexReader(whole);
  const { locales, lexicon, tails } = await reader.manifest();
  await reader.subjects();
  for (const locale of locales) {
    await reader.lines('outlines', locale, 0);
    for (const [, , hash] of await reader.cards(locale, 0)) await reader.text(hash);
  }
  for (const piece of lexicon.firsts.keys()) await reader.terms('lexicon', piece);
  for (const piece of tails.firsts.keys()) await reader.terms('tails', piece);
  return [...new Set(whole.reads)];
}

/** The index with one damaged file, until it is repaired. */
function damage(name: string, change: (bytes: Uint8Array) => Uint8Array) {
  let isDamaged = true;
  const source: IndexSource = {
    ...whole,
    read: async (each) => {
      const bytes = await whole.read(each);
      return isDamaged && each === name ? change(bytes) : bytes;
    },
  };
  return {
    source,
    repair: () => {
      isDamaged = false;
    },
  };
}

const html = new TextEncoder().encode('<!doctype html>\n<title>Not found</title>\n<p>Sorry 1\n');

const damages = fc.oneof(
  fc.constant({ what: 'empty', change: () => new Uint8Array() }),
  fc.constant({ what: 'HTML', change: () => html }),
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((share) => ({
    what: `cut at ${share}`,
    change: (bytes: Uint8Array) => bytes.subarray(0, Math.floor(share * bytes.length)),
  })),
);

test('A damaged file of the index makes a query fail or leaves its answer unchanged, and a retry after a repair succeeds', async () => {
  const healthy = createSearchOn(whole, '/');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      damages,
      fc.constantFrom(...queries),
      fc.constantFrom('ko', 'en'),
      fc.boolean(),
      async (name, { change }, query, locale, isTyping) => {
        const question: Question = { query, locale, isTyping };
        const expected = await healthy.ask(question);
        const { source, repair } = damage(name, change);
        const search = createSearchOn(source, '/');
        const answer = await search.ask(question).catch((error: unknown) => error);
        if (answer instanceof Error) expect(answer.name).toBe('SearchError');
        else expect(answer as Answer).toEqual(expected);
        repair();
        expect(await search.ask(question)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test('Each file of the index, when damaged, makes some query fail', async () => {
  for (const name of names) {
    const failures = await Promise.all(
      queries.map(async (query) => {
        const search = createSearchOn(damage(name, () => html).source, '/');
        return search.ask({ query, locale: 'ko' }).then(
          () => false,
          () => true,
        );
      }),
    );
    expect(failures, name).toContain(true);
  }
});

test('Postings that Pagefind could not load make a query fail, not find nothing, and are opened again for a retry', async () => {
  let openings = 0;
  const source: IndexSource = {
    ...whole,
    openPostings: async (folder, build, files) => {
      openings += 1;
      return openings === 1 ? async () => Promise.resolve([]) : whole.openPostings(folder, build, files);
    },
  };
  const search = createSearchOn(source, '/');
  const question = { query: '덴마크', locale: 'ko' };
  await expect(search.ask(question)).rejects.toMatchObject({ failure: 'unreachable' });
  expect((await search.ask(question)).hits).toHaveLength(2);
});

test('A retry reads every file without the HTTP cache, which may hold the damaged one', async () => {
  const modes: (RequestCache | undefined)[] = [];
  let isDown = true;
  const source: IndexSource = {
    ...whole,
    read: async (name, cache) => {
      if (isDown) throw new TypeError('Failed to fetch');
      modes.push(cache);
      return whole.read(name);
    },
  };
  const search = createSearchOn(source, '/');
  await expect(search.ask({ query: '덴마크', locale: 'ko' })).rejects.toThrow();
  isDown = false;
  await search.ask({ query: '덴마크', locale: 'ko' });
  expect(new Set(modes)).toEqual(new Set(['reload']));
});
