import { describe, expect, test } from 'vitest';
import { pieceName } from '../../contract/index.ts';
import { createSmallIndex } from '../testing/small-index.ts';
import { termsAround, termsContaining, type Scope } from './lexicon.ts';
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
    ['덴마그', '덴마크'],
    ['덴모크', '덴마크'],
    ['데마크', '덴마크'],
    ['덴마', '덴마크'],
    ['댄마크', '덴마크'],
    ['뎬마크', '덴마크'],
    ['빅뎨이터', '빅데이터'],
    ['빅데이처', '빅데이터'],
    ['네이터', '데이터'],
    ['타이', '다이'],
    ['applw', 'apple'],
    ['apole', 'apple'],
    ['aple', 'apple'],
    ['axplpe', 'apple'],
    ['paple', 'apple'],
    ['ypple', 'apple'],
    ['papple', 'apple'],
    ['pple', 'apple'],
    ['oxis', 'axis'],
    ['zbera', 'zebra'],
  ])('“%s” in scope `typos` include %s', async (typed, expected) => {
    expect(await around(typed, 'typos')).toContain(expected);
  });

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
    '“%s” for its forms begin with it, where the last syllable may be unfinished, or are stems that it may come from',
    async (word, expected) => {
      expect(await around(word, 'forms')).toEqual(expected);
    },
  );

  test.each([
    ['beginnings', '덴마크에서', ['덴마크']],
    ['beginnings', '똥', []],
    ['prefixes', '덴마크에서', ['덴마크']],
    ['prefixes', '돕다', []],
    ['syllable', '돕다', ['돕']],
  ] as const)('in scope `%s`, “%s” has %j', async (scope, word, expected) => {
    expect(await around(word, scope)).toEqual(expected);
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
