import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysOfLine, type OutlineLine } from '../../contract/index.ts';
import type { IndexReader } from '../index/reader.ts';
import { parseQuery } from '../query/parse-query.ts';
import { matchOutline } from './match-outline.ts';
import { createOutlines } from './outlines.ts';
import { toInnerKeyRanges, toKeyRanges } from './query-keys.ts';
import { toChoseongWords, toQueryLines } from './query-lines.ts';

/** Returns the parts of a reader that outlines need, for lines in pieces by their first keys. */
function readerOf(pieces: ReadonlyMap<string, readonly OutlineLine[]>, total: number): IndexReader {
  const firsts = [...pieces.keys()].sort();
  const parts = {
    outlines: { ko: { name: 'outline', firsts, lines: total } },
    deeper: {},
    cards: { ko: { name: 'cards', size: 8, pieces: 2 } },
  };
  return {
    manifest: () => Promise.resolve(parts),
    subjects: () => Promise.resolve({ articles: [], topics: [], names: [], texts: [] }),
    lines: (_depth: string, _locale: string, piece: number) =>
      Promise.resolve(pieces.get(firsts[piece] ?? '')),
    isLoaded: () => true,
  } as unknown as IndexReader;
}

/** Splits lines as far as possible: a piece for each key. */
function split(lines: readonly OutlineLine[]): Map<string, OutlineLine[]> {
  const pieces = new Map<string, OutlineLine[]>();
  for (const line of lines)
    for (const key of keysOfLine(line.written, line.level === 0))
      pieces.set(key, [...(pieces.get(key) ?? []), line]);
  return pieces;
}

async function matchIn(reader: IndexReader, typed: string) {
  const query = parseQuery(typed);
  const [lines, choseong] = [toQueryLines(query, []), toChoseongWords(query)];
  const ranges = [...toKeyRanges(lines, choseong), ...toInnerKeyRanges(query.words)];
  const outline = await createOutlines(reader).find('ko', 'all', ranges);
  return matchOutline(outline, lines, choseong)
    .filter(({ by }) => by === undefined || by === 'choseong')
    .map(({ line, quality, by }) => ({ text: line.text, quality, by }));
}

const word = fc.constantFrom(
  '음성',
  '사서함',
  '설정',
  '클러스터',
  '깃',
  '데이터',
  'packet',
  'git',
  'RTP',
  '憲法',
  '2026',
  '나무',
);

const titles = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

/** How words of a title are typed. */
const ways: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join(' '),
  (words) => words.join(''),
  (words) => words.toReversed().join(' '),
  (words) => `${words.join(' ')}에서`,
  (words) => words.slice(0, 2).join(' '),
  (words) => words.slice(-1).join(' '),
];

test('A query finds in the pieces of an outline the titles that it finds in the whole', async () => {
  await fc.assert(
    fc.asyncProperty(titles, fc.nat(), fc.constantFrom(...ways), async (written, number, type) => {
      const lines = written.map((words, text): OutlineLine => ({
        text,
        heading: undefined,
        level: 0,
        written: words.join(' '),
      }));
      const typed = type(written[number % written.length] ?? []);
      const inPieces = await matchIn(readerOf(split(lines), lines.length), typed);
      const inWhole = await matchIn(readerOf(new Map([['', lines]]), lines.length), typed);
      expect(inPieces).toEqual(inWhole);
    }),
    { numRuns: 300 },
  );
});
