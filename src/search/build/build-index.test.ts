import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPagefind, type PagefindModule } from '../browser/index/browser-source.ts';
import { createIndexReader, type IndexReader, type IndexSource } from '../browser/index/reader.ts';
import { createSearchOn } from '../browser/search.ts';
import {
  decodeOutline,
  decodeSubjects,
  pieceName,
  splitWords,
  textName,
  type Card,
  type Manifest,
  type OutlineLine,
  type OutlinePiece,
  type StoredText,
  type Subjects,
  type TextPart,
} from '../contract/index.ts';
import { buildIndex, type IndexTools } from './build-index.ts';
import { cacheIndexTools } from './cached-tools.ts';
import { createAnalyzer, type Analyzer } from './morphology.ts';
import { htmlToPageText } from './page-text.ts';
import type { SearchablePage, SearchableSite } from './searchable-site.ts';
import { findTerms, splitIntoRuns } from './terms.ts';
import { summarizeText } from './text-summary.ts';
import { hostFiles } from './testing/host-files.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Returns the terms of a word. */
type WordTerms = (word: string) => readonly string[];

/** A page before it becomes HTML: its title, and one block per paragraph. */
interface Draft {
  locale: string;
  slug: string;
  title: string;
  blocks: readonly string[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'narani-index-'));
let analyzer: Analyzer;

const tools: IndexTools = {
  ...cacheIndexTools(folder),
  analyzeAll: () => Promise.resolve((run: string) => analyzer.analyze(run)),
};

beforeAll(async () => {
  analyzer = await createAnalyzer();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A page with its HTML. */
interface HtmlPage extends PageName {
  html: string;
}

type PageName = Pick<SearchablePage, 'locale' | 'path'>;

async function build({
  pages = [],
  ...site
}: Partial<Omit<SearchableSite, 'pages'>> & { pages?: readonly HtmlPage[] }): Promise<Files> {
  const searchable = pages.flatMap(({ html, ...name }): SearchablePage[] => {
    const text = htmlToPageText(html);
    return text === undefined
      ? []
      : [{ ...name, text: summarizeText(text), read: () => Promise.resolve(text) }];
  });
  const whole = {
    locales: ['ko', 'en'],
    topics: [],
    names: [],
    maxFiles: 20_000,
    ...site,
    pages: searchable,
  };
  const files = await buildIndex(whole, tools);
  return new Map(await Promise.all(files.map(async ({ name, make }) => [name, await make()] as const)));
}

function toPage({ locale, slug, title, blocks }: Draft): HtmlPage {
  const paragraphs = blocks.map((block) => `<p>${escape(block)}</p>`).join('\n');
  return {
    locale,
    path: `articles/${slug}/`,
    html: `<h1 data-pagefind-body>${escape(title)}</h1><p data-pagefind-body>설명 description</p><div data-pagefind-body>${paragraphs}</div>`,
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Returns an index as a browser reads it. Pagefind fetches its files from its own address. */
function sourceOf(files: Files): IndexSource {
  const { address } = hostFiles(files);
  return {
    read: (name) => Promise.resolve(files.get(name) ?? missing(name)),
    openPostings: async (name, digest) => {
      const program = path.join(folder, 'pagefind.mjs');
      writeFileSync(program, files.get(`${name}pagefind.js`) ?? missing(name));
      const pagefind = (await import(pathToFileURL(program).href)) as PagefindModule;
      return openPagefind(pagefind, address + name, digest);
    },
  };
}

function missing(name: string): never {
  throw new Error(`The index has no ${name}`);
}

function json(files: Files, name: string): unknown {
  return JSON.parse(Buffer.from(files.get(name) ?? missing(name)).toString());
}

function manifestOf(files: Files): Manifest {
  return json(files, 'index.json') as Manifest;
}

function linesOf(files: Files, part: 'outlines' | 'deeper', locale: string): OutlineLine[] {
  const pieces = manifestOf(files)[part][locale] ?? missing(locale);
  return decodeOutline(json(files, pieceName(pieces, 0, 'json')) as OutlinePiece);
}

function cardsOf(files: Files, locale: string): Card[] {
  const cards = manifestOf(files).cards[locale] ?? missing(locale);
  return cards.pieces === 0 ? [] : (json(files, pieceName(cards, 0, 'json')) as Card[]);
}

function subjectsOf(files: Files): Subjects {
  return decodeSubjects(Buffer.from(files.get(manifestOf(files).subjects) ?? missing('subjects')).toString());
}

/** Returns all stored texts of an index, whole, by their index in the subjects. */
function textsOf(files: Files): Map<string, StoredText> {
  const { cards } = manifestOf(files);
  const all = subjectsOf(files).texts.map(({ locale, place }, number): [string, StoredText] => {
    const { size = 1 } = cards[locale] ?? {};
    const piece = pieceName(cards[locale] ?? missing(locale), Math.floor(place / size), 'json');
    const [, , hash, parts = 0] = (json(files, piece) as Card[])[place % size] ?? missing(piece);
    const stored = unpack(files, textName(hash)) as StoredText;
    const own = Array.from({ length: parts }, (_, part) => unpack(files, textName(hash, part)) as TextPart);
    return [String(number), { ...stored, blocks: [...stored.blocks, ...joinParts(own)] }];
  });
  return new Map(all);
}

/** Joins the blocks of parts. A block at a border is in both. */
function joinParts(parts: readonly TextPart[]): string[] {
  const blocks = new Map<number, string>();
  for (const { first, blocks: own } of parts) {
    let next = first;
    for (const block of own) {
      blocks.set(next, block);
      next += splitWords(block).length;
    }
  }
  return [...blocks.values()];
}

function unpack(files: Files, name: string): unknown {
  return JSON.parse(gunzipSync(files.get(name) ?? missing(name)).toString());
}

async function lexiconOf(reader: IndexReader): Promise<string[]> {
  const { lexicon } = await reader.manifest();
  const pieces = await Promise.all(lexicon.firsts.map((_, piece) => reader.terms('lexicon', piece)));
  return pieces.flat().map(({ term }) => term);
}

/** Positions of each term according to the contract, as `text position` strings. */
function expectedPlaces(texts: ReadonlyMap<string, StoredText>, termsOf: WordTerms): Map<string, string[]> {
  const expected = new Map<string, string[]>();
  for (const [id, { blocks }] of texts) {
    for (const [place, word] of blocks.flatMap(splitWords).entries())
      for (const term of termsOf(word)) expected.set(term, [...(expected.get(term) ?? []), `${id} ${place}`]);
  }
  return expected;
}

async function foundPlaces(reader: IndexReader, terms: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const term of terms) {
    const texts = await reader.places(term);
    found.set(term, texts.flatMap(({ id, places: at }) => at.map((place) => `${id} ${place}`)).sort());
  }
  return found;
}

/** Derives the terms of an index from its stored texts. */
function ruleOf(texts: ReadonlyMap<string, StoredText>): WordTerms {
  const words = [...new Set([...texts.values()].flatMap(({ blocks }) => blocks.flatMap(splitWords)))];
  const terms = findTerms(splitIntoRuns(words), [], (run) => analyzer.analyze(run));
  const byWord = new Map(words.map((word, number) => [word, terms[number] ?? []]));
  return (word) => byWord.get(word) ?? [];
}

/** Asserts that Pagefind returns, for every term, exactly the words that contain it. */
async function expectRightPlaces(files: Files): Promise<void> {
  const texts = textsOf(files);
  const reader = createIndexReader(sourceOf(files));
  const expected = expectedPlaces(texts, ruleOf(texts));
  const terms = [...expected.keys()].sort();
  expect((await lexiconOf(reader)).sort()).toEqual(terms);
  const found = await foundPlaces(reader, terms);
  for (const term of terms) expect([term, found.get(term)]).toEqual([term, expected.get(term)?.sort()]);
}

const awkward = [
  '^',
  '|',
  '/',
  '-',
  '--',
  '…',
  '😀',
  '👨‍👩‍👧‍👦가족',
  '#️⃣1️⃣',
  '___PAGEFIND_ANCHOR___h2:0:id',
  '___PAGEFIND_WEIGHT___10',
  '___END_PAGEFIND_WEIGHT___',
  '___PAGEFIND_AUTO_WEIGHT___7',
  '__proto__',
  'constructor',
  '\u200b',
  '\u200b가\u200b나',
  '음성사서함'.normalize('NFD'),
  'café'.normalize('NFD'),
  'שָׁלוֹם',
  'مَرْحَبًا',
  '\u202eab\u202c',
  'ＲＴＰ를',
  'ﾡ',
  'ㅋㅋ',
  'C++을',
  'v3.0으로',
  'mp3/mp4/h264',
  'parseUtf8Base64',
  'ipv4,ipv6',
  'a.b.c',
  '한글English漢字',
  '𠀀가',
  '𝐚𝐁',
  'ℝ²',
  'ǀǁǂ',
  'aǀb',
  'の',
  'कु',
  'क',
  '<b>&amp;',
  "l'été",
  '가나다'.repeat(40),
  'x'.repeat(300),
];

const noun = fc.constantFrom(
  ...'음성사서함 클러스터 패킷 덴마크 토폴로지 쿠버네티스 데이터베이스 꼬리 지연 배'.split(' '),
);
const josa = fc.constantFrom('', '를', '에서', '의', '으로', '에는', '이다', '했다', '하는');
const english = fc.constantFrom(
  ...'packet Packets getStaticPaths HTTP top 2.0 k8s h264 RTP voicemail'.split(' '),
);
const word = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(noun, josa).map(([stem, tail]) => stem + tail) },
  { weight: 2, arbitrary: english },
  { weight: 1, arbitrary: fc.tuple(english, josa).map(([stem, tail]) => stem + tail) },
  { weight: 2, arbitrary: fc.constantFrom(...awkward) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => !/[\s\0\r]/.test(each)),
  },
);
const block = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const drafts = fc.uniqueArray(
  fc.record({
    locale: fc.constantFrom('ko', 'en'),
    slug: fc.constantFrom('a', 'b', 'c', 'd'),
    title: block,
    blocks: fc.array(block, { maxLength: 6 }),
  }),
  { selector: ({ locale, slug }) => `${locale} ${slug}`, maxLength: 6 },
);

describe('An index of any pages', () => {
  test(
    'has each term exactly at the positions of the words that contain it',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(drafts, async (pages) => {
          await expectRightPlaces(await build({ pages: pages.map(toPage) }));
        }),
        { numRuns: 12 },
      );
    },
  );

  test('stores each text as written', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (pages) => {
        const files = await build({ pages: pages.map(toPage) });
        const stored = [...textsOf(files).values()].map(({ locale, blocks }) =>
          JSON.stringify([locale, ...blocks]),
        );
        const written = pages.map(({ locale, title, blocks }) =>
          JSON.stringify([
            locale,
            oneLine(title),
            '설명 description',
            ...blocks.map(oneLine).filter((line) => line !== ''),
          ]),
        );
        expect(stored.sort()).toEqual(written.sort());
      }),
      { numRuns: 6 },
    );
  });

  test('finds a page by each of its words', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (pages) => {
        const files = await build({ pages: pages.map(toPage) });
        const search = createSearchOn(sourceOf(files), '/');
        const reader = createIndexReader(sourceOf(files));
        const texts = textsOf(files);
        const termsOf = ruleOf(texts);
        for (const locale of ['ko', 'en']) {
          const first = subjectsOf(files).texts.findIndex((text) => text.locale === locale);
          for (const [place, [path]] of cardsOf(files, locale).entries()) {
            const id = String(first + place);
            const words = new Set(texts.get(id)?.blocks.flatMap(splitWords));
            for (const each of [...words].filter((written) => termsOf(written).length > 0)) {
              const { hits } = await search.ask({ query: each, locale });
              if (hits.some(({ href }) => href === `/${locale}/${path}`)) continue;
              for (const term of termsOf(each)) {
                const ids = (await reader.places(term)).map((place) => place.id);
                expect([each, term, ids]).toEqual([each, term, expect.arrayContaining([id])]);
              }
            }
          }
        }
      }),
      { numRuns: 4 },
    );
  });

  test('is deterministic and independent of the order of pages', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (pages) => {
        const one = await build({ pages: pages.map(toPage) });
        const other = await build({ pages: pages.map(toPage).reverse() });
        expect(digests(other)).toEqual(digests(one));
      }),
      { numRuns: 4 },
    );
  });
});

const pair: readonly Draft[] = [
  { locale: 'ko', slug: 'voicemail', title: '음성사서함', blocks: ['패킷을 덴마크로 보낸다.'] },
  { locale: 'en', slug: 'voicemail', title: 'Voicemail', blocks: ['Packets go to Denmark.'] },
  { locale: 'ko', slug: 'top', title: '탑', blocks: ['꼬리 지연을 본다.'] },
];

describe('An index', () => {
  test('keeps the positions of words around those without letters', async () => {
    const blocks = awkward.flatMap((each) => [`${each} 앞 ${each} 뒤`, each]);
    await expectRightPlaces(
      await build({ pages: [toPage({ locale: 'ko', slug: 'a', title: '^', blocks })] }),
    );
  });

  test('of a megabyte without a space is small, and correct after it', { timeout: 60_000 }, async () => {
    const blocks = ['가나'.repeat(500_000), '{"k":"가",'.repeat(100_000), 'x'.repeat(1_000_000), '꼬리 tail'];
    const files = await build({ pages: [toPage({ locale: 'ko', slug: 'a', title: '긴 글', blocks })] });
    await expectRightPlaces(files);
    const postings = [...files].filter(([name]) => name.startsWith('pagefind/index/'));
    expect(postings.reduce((sum, [, content]) => sum + content.length, 0)).toBeLessThan(50_000);
  });

  test('excludes pages that are hidden, without a body, or of punctuation only', async () => {
    const [page] = pair.map(toPage);
    const html = page?.html ?? '';
    const visible = { locale: 'ko', path: 'articles/visible/', html };
    const files = await build({
      pages: [
        visible,
        { locale: 'ko', path: 'articles/hidden/', html: `<meta name="robots" content="noindex">${html}` },
        { locale: 'en', path: 'articles/fallback/', html: html.replaceAll(' data-pagefind-body', '') },
        { locale: 'en', path: 'articles/broken/', html: '' },
        { locale: 'en', path: 'articles/signs/', html: '<div data-pagefind-body>— 😀 …</div>' },
      ],
    });
    expect(textsOf(files).size).toBe(1);
    expect(cardsOf(files, 'ko').map(([address]) => address)).toEqual(['articles/visible/']);
  });

  test('links titles and headings of each language to texts, and both languages to one article', async () => {
    const withHeadings = {
      locale: 'ko',
      path: 'articles/voicemail/',
      html: '<ul class="topics"><li><a href="/ko/topics/sip/">SIP</a></li><li><a href="/ko/topics/gone/">?</a></li></ul><h1 data-pagefind-body>음성 사서함</h1><p data-pagefind-body>두 낱말</p><div data-pagefind-body><p>하나</p><h2 id="part">둘째 마당</h2><p>셋</p><h3 id="deep">깊은 곳</h3></div>',
    };
    const topics = [
      { id: 'other', label: {} },
      { id: 'sip', label: { ko: 'SIP' } },
    ];
    const files = await build({
      pages: [withHeadings, ...pair.slice(1).map(toPage)],
      topics,
      names: [['탑', 'top']],
    });
    expect(subjectsOf(files)).toMatchObject({
      articles: [[], [1]],
      texts: [
        { locale: 'en', place: 0, article: 1 },
        { locale: 'ko', place: 0, article: 0 },
        { locale: 'ko', place: 1, article: 1 },
      ],
      topics,
      names: [['탑', 'top']],
    });
    expect(cardsOf(files, 'ko').map(([address, title]) => [address, title])).toEqual([
      ['articles/top/', '탑'],
      ['articles/voicemail/', '음성 사서함'],
    ]);
    expect(linesOf(files, 'outlines', 'ko')).toEqual([
      { text: 2, heading: 0, level: 2, written: '둘째 마당' },
    ]);
    expect(linesOf(files, 'deeper', 'ko')).toEqual([{ text: 2, heading: 1, level: 3, written: '깊은 곳' }]);
    expect(linesOf(files, 'outlines', 'en')).toEqual([]);
    expect(textsOf(files).get('2')).toEqual({
      locale: 'ko',
      blocks: ['음성 사서함', '두 낱말', '하나', '둘째 마당', '셋', '깊은 곳'],
      anchors: [
        [5, 'part', '둘째 마당'],
        [8, 'deep', '깊은 곳'],
      ],
      code: [],
    });
  });

  test('contains only the files of Pagefind that are loaded, not its interfaces or copies of texts', async () => {
    const files = await build({ pages: pair.map(toPage) });
    const names = [...files.keys()].filter((name) => name.startsWith('pagefind/'));
    expect(names).toEqual(
      expect.arrayContaining([
        'pagefind/pagefind-entry.json',
        'pagefind/pagefind.js',
        'pagefind/wasm.unknown.pagefind',
      ]),
    );
    expect(
      names.filter((name) => /ui|component|modular|highlight|worker|fragment|\.css$/.test(name)),
    ).toEqual([]);
  });

  test('names files by their content hash, and itself by the hash of all of them', async () => {
    const one = await build({ pages: pair.map(toPage) });
    const other = await build({ pages: pair.slice(1).map(toPage) });
    expect(manifestOf(other).build).not.toBe(manifestOf(one).build);
    const shared = [...one.keys()].filter(
      (name) => other.has(name) && /^(?:lexicon|outline|subjects|text)/.test(name),
    );
    expect(shared.length).toBeGreaterThan(0);
    for (const name of shared) expect(other.get(name), name).toEqual(one.get(name));
  });

  test('has no more files than asked for, and the same answers', { timeout: 60_000 }, async () => {
    const syllable = (number: number): string => String.fromCharCode(0xac00 + ((number * 7919) % 11_172));
    const wordAt = (number: number): string =>
      syllable(number) + syllable(number + 31) + syllable(number + 57);
    const pages = Array.from({ length: 60 }, (_, number) =>
      toPage({
        locale: 'ko',
        slug: `text-${number}`,
        title: `${wordAt(number)} 제목`,
        blocks: [Array.from({ length: 150 }, (_word, at) => wordAt(number * 150 + at)).join(' ')],
      }),
    );
    const [fine, coarse] = [await build({ pages }), await build({ pages, maxFiles: 120 })];
    expect(fine.size).toBeGreaterThan(200);
    expect(coarse.size).toBeLessThanOrEqual(120);
    for (const query of [wordAt(3), `${wordAt(4000)} ${wordAt(4001)}`]) {
      const [one, other] = [fine, coarse].map((files) => createSearchOn(sourceOf(files), '/'));
      const answer = await one?.ask({ query, locale: 'ko' });
      expect(answer?.hits.length).toBeGreaterThan(0);
      expect(await other?.ask({ query, locale: 'ko' })).toEqual(answer);
    }
  });

  test('can be built twice concurrently', async () => {
    const one = await build({ pages: pair.map(toPage) });
    const both = await Promise.all([build({ pages: pair.map(toPage) }), build({ pages: pair.map(toPage) })]);
    for (const files of both) expect(digests(files)).toEqual(digests(one));
  });

  test.each([
    ['of a site without pages', []],
    ['of one word', [{ locale: 'en', slug: 'a', title: 'One', blocks: [] }]],
    ['of English alone', pair.filter(({ locale }) => locale === 'en')],
    ['of Korean alone', pair.filter(({ locale }) => locale === 'ko')],
  ])('%s can be asked, by what it holds and by what it does not', async (_what, pages) => {
    const files = await build({ pages: pages.map(toPage) });
    const search = createSearchOn(sourceOf(files), '/');
    for (const { locale, slug, title } of pages) {
      const { hits } = await search.ask({ query: title, locale });
      expect(hits[0]?.href).toBe(`/${locale}/articles/${slug}/`);
    }
    for (const isLiteral of [false, true])
      expect((await search.ask({ query: '없는말', locale: 'ko', isLiteral })).hits).toEqual([]);
  });
});

function digests(files: Files): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([name, content]) => [name, Buffer.from(content).toString('base64')]),
  );
}

function oneLine(text: string): string {
  return splitWords(text).join(' ');
}
