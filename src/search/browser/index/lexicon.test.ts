import { describe, expect, test } from 'vitest';
import { pieceName } from '../../contract/index.ts';
import { createSmallIndex } from '../testing/small-index.ts';
import { termsAround, termsContaining, termsWithOtherStart, type Scope } from './lexicon.ts';
import { findPieces } from './pieces.ts';
import { createIndexReader } from './reader.ts';

const index = createSmallIndex({
  texts: [
    {
      locale: 'ko',
      slug: 'a',
      title:
        '덴마크 데이터 도커 다리 다이 돕 빅데이터 떡 나무 하늘 힣 가방 apple axis zebra 日本 ㅋㅋ 9 æble',
    },
  ],
});

async function around(word: string, scope: Scope): Promise<string[]> {
  return (await termsAround(word, createIndexReader(index), scope)).map(({ term }) => term);
}

describe('Terms around a word', () => {
  test.each([
    ['덴', ['다리', '다이', '데이터', '덴마크', '도커', '돕']],
    ['똥', ['떡']],
    ['힐', ['하늘', '힣']],
    ['앱', []],
    ['a', ['aeble', 'apple', 'axis']],
    ['axes', ['aeble', 'apple', 'axis']],
    ['日', ['日本']],
    ['ㅋ', ['ㅋㅋ']],
    ['9', ['9']],
    ['', []],
  ])(
    '“%s” in scope `typos` share its first letter or, in Hangul, its initial consonant',
    async (word, expected) => {
      expect(await around(word, 'typos')).toEqual(expected);
    },
  );

  test.each([
    ['덴', ['데이터', '덴마크']],
    ['데', ['데이터', '덴마크']],
    ['데잍', ['데이터']],
    ['데려', []],
    ['덴마크에서', ['덴마크']],
    ['도와서', ['돕']],
    ['a', ['aeble', 'apple', 'axis']],
    ['axes', ['axis']],
  ])(
    '“%s” for its forms begin with its first two syllables, which may be unfinished, or are stems that it may come from',
    async (word, expected) => {
      expect(await around(word, 'forms')).toEqual(expected);
    },
  );

  test.each([
    ['덴마크', ['덴마크']],
    ['똥', []],
    ['axes', ['aeble', 'apple', 'axis']],
  ])('“%s” in scope `beginnings` start with its first letter or syllable', async (word, expected) => {
    expect(await around(word, 'beginnings')).toEqual(expected);
  });

  test('are read only from the pieces that may contain them', async () => {
    const reader = createIndexReader(index);
    const { lexicon } = await reader.manifest();
    expect(lexicon.firsts.length).toBeGreaterThan(1);
    index.reads.length = 0;
    await termsAround('하', reader, 'forms');
    expect(index.reads).toEqual([pieceName(lexicon, lexicon.firsts.length - 1, 'txt')]);
    await termsAround('하', reader, 'forms');
    expect(index.reads).toHaveLength(1);
  });
});

describe('Terms found by a tail', () => {
  const toTerms = async (found: ReturnType<typeof termsContaining>) => (await found).map(({ term }) => term);

  test('contain the word after their first letter', async () => {
    expect(await toTerms(termsContaining('데이', createIndexReader(index)))).toEqual(['빅데이터']);
    expect(await toTerms(termsContaining('없는', createIndexReader(index)))).toEqual([]);
  });

  test.each([
    ['네이터', '데이터'],
    ['타이', '다이'],
    ['ypple', 'apple'],
    ['papple', 'apple'],
    ['paple', 'apple'],
  ])('include, for “%s”, the term with another first letter', async (typed, expected) => {
    expect(await toTerms(termsWithOtherStart(typed, createIndexReader(index)))).toContain(expected);
  });
});

describe('Pieces within a range', () => {
  const firsts = ['b', 'd', 'f'];

  test.each([
    ['a', 'b', []],
    ['a', 'c', [0]],
    ['b', 'c', [0]],
    ['c', 'd', [0]],
    ['c', 'e', [0, 1]],
    ['d', 'e', [1]],
    ['a', 'z', [0, 1, 2]],
    ['g', 'z', [2]],
  ])('from %s to %s', (from, to, expected) => {
    expect(findPieces({ firsts }, [from, to])).toEqual(expected);
  });
});
