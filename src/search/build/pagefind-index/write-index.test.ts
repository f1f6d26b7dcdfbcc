import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPagefind, type PagefindModule } from '../../browser/index/browser-source.ts';
import type { FindPlaces } from '../../browser/index/reader.ts';
import { normalize, toRuns, wholeTerm } from '../../contract/index.ts';
import { invertTexts } from '../postings.ts';
import { hostFiles } from '../testing/host-files.ts';
import { loadProgram, type PagefindProgram } from './program.ts';
import { buildStockIndex } from './testing/stock-index.ts';
import { writeIndex } from './write-index.ts';

/** A text, as the terms of each of its words. */
type TermText = readonly (readonly string[])[];

let folder: string;
let program: PagefindProgram;
let pagefind: PagefindModule;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'narani-pagefind-'));
  program = await loadProgram(folder);
  const file = path.join(folder, 'pagefind.mjs');
  await writeFile(file, program.get('pagefind.js') ?? '');
  pagefind = (await import(pathToFileURL(file).href)) as PagefindModule;
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Returns Narani’s index of texts. The id of a text is its number. */
async function filesOf(texts: readonly TermText[]): Promise<Map<string, Uint8Array>> {
  const words = texts.flat();
  let next = 0;
  const numbers = texts.map((text) => Uint32Array.from(text, () => next++));
  const files = writeIndex(texts.length, invertTexts(numbers, words));
  const made = await Promise.all(files.map(async ({ name, make }) => [name, await make()] as const));
  return new Map([...program, ...made]);
}

/** Opens an index with Pagefind’s program. Returns it with the files that it loads. */
async function open(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ find: FindPlaces; requests: string[] }> {
  const { address, requests } = hostFiles(files);
  return { find: await openPagefind(pagefind, address, 'build'), requests };
}

/** Returns where each of the terms occurs: for each text in order, its number and the numbers of words. */
async function answers(
  find: FindPlaces,
  terms: Iterable<string>,
  numberOf: (id: string) => number | undefined,
): Promise<[term: string, texts: [number | undefined, readonly number[]][]][]> {
  const found: Awaited<ReturnType<typeof answers>> = [];
  for (const term of terms) {
    const texts = (await find(term)).map(({ id, places }): [number | undefined, readonly number[]] => [
      numberOf(id),
      places,
    ]);
    found.push([term, texts.sort(([one = -1], [other = -1]) => one - other)]);
  }
  return found;
}

/** Asserts that Pagefind’s program answers the same from Narani’s index as from Pagefind’s own, for all terms and others. */
async function expectSameAnswers(texts: readonly TermText[], others: readonly string[] = []): Promise<void> {
  const terms = new Set([...texts.flat(2), ...others]);
  const stock = await buildStockIndex(texts);
  const expected = await answers((await open(stock.files)).find, terms, (id) => stock.numbers.get(id));
  expect(await answers((await open(await filesOf(texts))).find, terms, Number)).toEqual(expected);
}

const awkward = [
  '음성사서함', '음성', 'ㅋㅋ', '가', '힣', '𠀀가', '漢字', 'の', 'か', 'क', 'שלום', 'ℝ²', '𝐚𝐁', 'v3.0', 'v3', 'mp3', 'h264', 'a.b.c',
  'constructor', '__proto__', 'Cplusplus', 'straße', 'İstanbul', 'ΟΔΟΣ', '豈', 'ﷺ', 'ꥠ', '\u1101\u1161', 'x'.repeat(64), '가나'.repeat(32),
]; // prettier-ignore

const term = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '음성사서함',
        '음성',
        '사서함',
        '패킷',
        'packet',
        'packets',
        'get',
        'getstatic',
        'v3',
        'v3.0',
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...awkward) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }) },
  )
  .map((written) => toRuns(normalize(written)).map(wholeTerm)[0] ?? '')
  .filter((each) => each !== '');
const termWord = fc.oneof(
  { weight: 4, arbitrary: term.map((each) => [each]) },
  { weight: 2, arbitrary: fc.uniqueArray(term, { maxLength: 4 }) },
);
const termTexts = fc.array(
  fc.array(termWord, { minLength: 1, maxLength: 40 }).filter((words) => words.flat().length > 0),
  { minLength: 1, maxLength: 8 },
);

test(
  'Pagefind answers the same from an index of any texts as from its own',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(termTexts, async (texts) => expectSameAnswers(texts, ['없는말', 'pack', '음'])),
      { numRuns: 25 },
    );
  },
);

test('places beyond 65,535 are found', { timeout: 60_000 }, async () => {
  const words = Array.from({ length: 70_000 }, (_, place) => [place % 2 === 0 ? 'even' : `odd${place % 7}`]);
  await expectSameAnswers([
    [...words, ['last']],
    [['last'], ['even']],
  ]);
});

test(
  'an index of many files answers as Pagefind’s, is smaller, and loads one file for a word',
  { timeout: 60_000 },
  async () => {
    const texts = Array.from({ length: 150 }, (_, text): TermText =>
      Array.from({ length: 300 }, (__, place) => toTerms(text * 300 + place)),
    );
    await expectSameAnswers(texts);
    const [ours, stock] = [await filesOf(texts), (await buildStockIndex(texts)).files];
    expect(sizeOf(ours)).toBeLessThan(sizeOf(stock));
    expect([...ours.keys()].filter(isChunk).length).toBeGreaterThan(10);
    const words = [...new Set(texts.flat(2))];
    for (const each of words.filter((_, at) => at % 40 === 0)) {
      const { find, requests } = await open(ours);
      await find(each);
      expect([each, requests.filter(isChunk)]).toEqual([each, [expect.any(String)]]);
    }
  },
);

/** Returns the terms of the nth word of a large site: some frequent, most rare, some the beginning of others. */
function toTerms(nth: number): string[] {
  const number = (nth * 7919) % (nth % 3 === 0 ? 13 : 997);
  const terms = [
    `n${number}`,
    `단어${'가나다라마바사아자차'.charAt(number % 10).repeat(number % 5)}`,
    `w${'a'.repeat(number % 40)}`,
  ];
  return terms.slice(0, 1 + (nth % 3));
}

function isChunk(name: string): boolean {
  return name.startsWith('index/');
}

function sizeOf(files: ReadonlyMap<string, Uint8Array>): number {
  return [...files].filter(([name]) => isChunk(name)).reduce((sum, [, { length }]) => sum + length, 0);
}

test('a changed text changes only the files of its words', async () => {
  const texts = Array.from({ length: 200 }, (_, text): TermText =>
    Array.from({ length: 200 }, (__, place) => [`w${((text * 200 + place) * 7919) % 5003}`]),
  );
  const changed = texts.with(100, (texts[100] ?? []).with(7, ['w4']));
  const [before, after] = [await filesOf(texts), await filesOf(changed)].map(
    (files) => new Set([...files.keys()].filter(isChunk)),
  );
  expect(before?.size).toBeGreaterThan(10);
  expect(after?.difference(before ?? new Set()).size).toBeLessThanOrEqual(4);
});
