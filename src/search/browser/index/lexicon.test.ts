import { describe, expect, test } from 'vitest';
import { createSmallIndex } from '../testing/small-index.ts';
import { findChunks, termsAround, type Scope } from './lexicon.ts';
import { createIndexReader } from './reader.ts';

const index = createSmallIndex({
  texts: [
    {
      locale: 'ko',
      slug: 'a',
      title: '덴마크 데이터 도커 다리 떡 나무 하늘 힣 가방 apple axis zebra 日本 ㅋㅋ 9 æble',
    },
  ],
});

async function around(word: string, scope: Scope): Promise<string[]> {
  return (await termsAround(word, createIndexReader(index), scope)).map(({ term }) => term);
}

describe('Terms around a word', () => {
  test.each([
    ['덴', ['다리', '데이터', '덴마크', '도커']],
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
    ['덴', ['다리', '데이터', '덴마크', '도커']],
    ['데려', ['다리', '데이터', '덴마크', '도커']],
    ['덴마크에서', ['데이터', '덴마크']],
    ['데려가다', ['데이터', '덴마크']],
    ['도와서', ['도커']],
    ['a', ['aeble', 'apple', 'axis']],
    ['axes', ['axis']],
  ])('“%s” for its forms begin as it does, up to what an ending changes', async (word, expected) => {
    expect(await around(word, 'forms')).toEqual(expected);
  });

  test('in its script are all Hangul terms, or all others', async () => {
    const hangul = ['가방', '나무', '다리', '데이터', '덴마크', '도커', '떡', '하늘', '힣'];
    expect(await around('똥', 'script')).toEqual(hangul);
    expect(await around('b', 'script')).toEqual(['9', 'aeble', 'apple', 'axis', 'zebra', 'ㅋㅋ', '日本']);
  });

  test('are read only from the chunks that may contain them', async () => {
    const reader = createIndexReader(index);
    const { lexicon } = await reader.manifest();
    expect(lexicon.length).toBeGreaterThan(1);
    index.reads.length = 0;
    await termsAround('하', reader, 'forms');
    expect(index.reads).toEqual([lexicon.at(-1)?.[1]]);
    await termsAround('하', reader, 'forms');
    expect(index.reads).toHaveLength(1);
  });
});

describe('Pieces within a range', () => {
  const chunks = [
    ['b', '0'],
    ['d', '1'],
    ['f', '2'],
  ] as const;

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
    expect(findChunks(chunks, from, to)).toEqual(expected);
  });
});
