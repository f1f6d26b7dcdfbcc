import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkedText } from '../answer.ts';
import { normalize } from '../../contract/index.ts';
import { blockOf, excerptAround, toBlocks, type MatchingWord } from './excerpt.ts';
import { addStarts, type LoadedText } from '../index/texts.ts';
import { markRanges } from './highlight.ts';
import { matchInWord, rangesOf } from './highlight.ts';

function textOf(marked: MarkedText): string {
  return marked.map(({ text }) => text).join('');
}

/** Writes marked text with brackets around the matches. */
function show(marked: MarkedText): string {
  return marked.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
}

describe('Marked text', () => {
  test.each([
    ['abcdef', [], 'abcdef'],
    ['abcdef', [[0, 2]], '[ab]cdef'],
    [
      'abcdef',
      [
        [4, 6],
        [1, 2],
      ],
      'a[b]cd[ef]',
    ],
    [
      'abcdef',
      [
        [1, 4],
        [2, 5],
      ],
      'a[bcde]f',
    ],
    [
      'abcdef',
      [
        [1, 5],
        [2, 3],
      ],
      'a[bcde]f',
    ],
    [
      'abcdef',
      [
        [1, 2],
        [2, 3],
      ],
      'a[bc]def',
    ],
    ['abcdef', [[3, 3]], 'abcdef'],
    ['abcdef', [[4, 99]], 'abcd[ef]'],
    ['abcdef', [[-3, 1]], '[a]bcdef'],
    ['', [[0, 1]], ''],
  ] as const)('of “%s” at %j is “%s”', (text, ranges, expected) => {
    expect(show(markRanges(text, ranges))).toBe(expected);
  });

  test('is the whole text, in alternating non-empty pieces', () => {
    const range = fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(range), (text, ranges) => {
        const marked = markRanges(text, ranges);
        expect(textOf(marked)).toBe(text);
        expect(marked.every((piece) => piece.text !== '')).toBe(true);
        expect(marked.every(({ isMatch }, at) => isMatch !== marked[at + 1]?.isMatch)).toBe(true);
      }),
    );
  });

  test('marks exactly the union of the ranges', () => {
    const range = fc.tuple(fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const text = 'abcdefghijklmnopqrst';
        const marked = markRanges(text, ranges).flatMap(({ text: piece, isMatch }) =>
          Array.from(piece, () => isMatch),
        );
        const expected = Array.from(text, (_, at) => ranges.some(([start, end]) => start <= at && at < end));
        expect(marked).toEqual(expected);
      }),
    );
  });
});

describe('The part of a word that a term matches is', () => {
  const part = (word: string, ...terms: string[]): string | undefined => {
    const range = matchInWord(word, terms);
    return range === undefined ? undefined : word.slice(...range);
  };

  test.each([
    ['조사와 기호 없이', '(쿠버네티스에서),', ['쿠버네티스'], '쿠버네티스'],
    ['앞의 낱말 먼저', '음성사서함을', ['음성사서함', '음성'], '음성사서함'],
    ['가운데에서', '음성사서함을', ['사서함'], '사서함'],
    ['적힌 것과 다르면 기호만 빼고', '“빨라졌다.”', ['빠르'], '빨라졌다'],
    ['전각이어도', '（ＲＴＰ）', ['rtp'], 'ＲＴＰ'],
    ['대문자여도', 'Pagefind,', ['pagefind'], 'Pagefind'],
    ['악센트가 있어도', '«Århus»', ['arhus'], 'Århus'],
    ['NFD이어도', `(${'덴마크'.normalize('NFD')})`, ['덴마크'], '덴마크'.normalize('NFD')],
    ['소문자의 길이가 달라도', 'İstanbul!', ['istanbul'], 'İstanbul'],
    ['기호뿐이면 없다', '—', ['덴마크'], undefined],
    ['빈 것이면 없다', '', ['덴마크'], undefined],
  ])('%s', (_how, word, terms, expected) => {
    expect(part(word, ...terms)).toBe(expected);
  });

  test('always within the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (word, terms) => {
        const [start, end] = matchInWord(word, terms) ?? [0, 0];
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(word.length);
      }),
    );
  });
});

describe('In a title, words of a query are marked', () => {
  test.each([
    ['덴마크의 어린이집', ['덴마크'], '[덴마크]의 어린이집'],
    ['덴마크, 덴마크!', ['덴마크'], '[덴마크], [덴마크]!'],
    ['덴마크의 날씨', ['덴맠'], '[덴마크의] 날씨'],
    ['음성사서함 음성', ['음성', '음성사서함'], '[음성사서함] [음성]'],
    ['Packet capture', ['a'], 'Packet capture'],
    ['A packet', ['a'], '[A] packet'],
    ['평가가 높다', ['가'], '평가가 높다'],
    ['“가” 형', ['가'], '“[가]” 형'],
    ['덴마크', ['', '날씨'], '덴마크'],
    ['^a.*$', ['.*'], '^a[.*]$'],
    ['', ['a'], ''],
  ])('“%s” for %j: “%s”', (title, terms, expected) => {
    expect(show(markRanges(title, rangesOf(title, terms)))).toBe(expected);
  });
});

function stored(...blocks: string[]): LoadedText {
  return addStarts({ locale: 'ko', blocks, anchors: [], code: [] });
}

/** Returns the matches of terms in a text; the index of a term is the index of its query word. */
function placesOf({ blocks }: LoadedText, terms: readonly string[]): MatchingWord[] {
  const words = blocks.flatMap((block) => block.match(/\S+/g) ?? []);
  return words.flatMap((text, place) =>
    terms.flatMap((term, word) =>
      normalize(text).toLowerCase().includes(term) ? [{ place, word, weight: 1 }] : [],
    ),
  );
}

function excerpt(text: LoadedText, ...terms: string[]): MarkedText {
  return excerptAround(text, toBlocks(text), placesOf(text, terms), (word) => [terms[word] ?? '']);
}

describe('A text split into words', () => {
  test('knows the block of each word; empty blocks have none', () => {
    const parts = toBlocks(stored('꼬리 지연', '', '평균은\n숨긴다', ' '));
    expect(parts.starts).toEqual([0, 2, 2, 4]);
    expect([0, 1, 2, 3].map((place) => blockOf(parts, place))).toEqual([0, 0, 2, 2]);
  });
});

describe('An excerpt', () => {
  const words = (count: number, name: string): string =>
    Array.from({ length: count }, (_, number) => `${name}${number}`).join(' ');

  test('marks the matching part of each word, as written', () => {
    const text = stored('제목', '(쿠버네티스에서), ＲＴＰ를  보낸다.');
    expect(show(excerpt(text, '쿠버네티스', 'rtp'))).toBe('([쿠버네티스]에서), [ＲＴＰ]를  보낸다.');
  });

  test('stays within one block', () => {
    const text = stored('제목', '꼬리 하나', '지연 둘');
    expect(show(excerpt(text, '꼬리', '지연'))).toBe('[꼬리] 하나');
  });

  test('comes from the block with the most matches, distinct words before repeated ones', () => {
    const text = stored('꼬리 꼬리 꼬리', '꼬리 지연', '지연 지연');
    expect(show(excerpt(text, '꼬리', '지연'))).toBe('[꼬리] [지연]');
  });

  test('is the part of a long block around the match, with ellipses where it was cut', () => {
    const text = stored(`${words(50, '앞')} 꼬리 ${words(50, '뒤')}`);
    const shown = show(excerpt(text, '꼬리'));
    expect(shown).toMatch(/^… 앞44 .*앞49 \[꼬리\] 뒤0 .* …$/);
    expect(shown.split(' ').length).toBeLessThanOrEqual(28);
  });

  test('has no ellipsis where the block starts or ends', () => {
    expect(show(excerpt(stored(`꼬리 ${words(9, '뒤')}`), '꼬리'))).toBe(`[꼬리] ${words(9, '뒤')}`);
    expect(show(excerpt(stored(`${words(50, '앞')} 꼬리`), '꼬리'))).toMatch(/^… .*앞49 \[꼬리\]$/);
  });

  test('is short even if a word is as long as a book, and shows the match', () => {
    const long = `${'가'.repeat(500_000)}꼬리${'🐾'.repeat(250_000)}`;
    const shown = excerpt(stored(`앞 ${long} 뒤`), '꼬리');
    expect(textOf(shown).length).toBeLessThan(500);
    expect(show(shown)).toContain('[꼬리]');
    expect(textOf(shown).isWellFormed()).toBe(true);
  });

  test('is empty if nothing matches', () => {
    expect(excerpt(stored('꼬리 지연'), '날씨')).toEqual([]);
    expect(excerptAround(stored(), toBlocks(stored()), [], () => [])).toEqual([]);
    const beyond = excerptAround(
      stored('꼬리'),
      toBlocks(stored('꼬리')),
      [{ place: 9, word: 0, weight: 1 }],
      () => [],
    );
    expect(beyond.some(({ isMatch }) => isMatch)).toBe(false);
  });

  test('is always a substring of one block', () => {
    const block = fc.array(
      fc.constantFrom('꼬리', '지연,', '(꼬리)', '—', 'x', '\u00a0', '\n', '가'.repeat(90), '👍🏽'),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(fc.array(block.map((all) => all.join(' '))), (blocks) => {
        const text = stored(...blocks);
        const shown = textOf(excerpt(text, '꼬리', '지연')).replace(/^… | …$/g, '');
        expect(shown === '' || blocks.some((each) => each.includes(shown))).toBe(true);
      }),
    );
  });
});
