import { describe, expect, test } from 'vitest';
import { createIndexReader } from '../index/reader.ts';
import { joinPlaces } from '../rank/text-places.ts';
import { createSmallIndex } from '../testing/small-index.ts';
import type { Alternative } from './alternative.ts';
import { parseQuery } from './parse-query.ts';
import { interpretQuery, switchLayout } from './interpret-query.ts';

const names = [
  ['꼬리 지연', 'tail latency', 'p99'],
  ['top', '탑'],
  ['어린이집', 'daycare', 'vuggestue'],
];

const reader = createIndexReader(
  createSmallIndex({
    names,
    terms: { 음성사서함: ['음성사서함', '음성', '사서함'], 빨라졌다: ['빨라졌다', '빠르'], 만든다: ['만들'] },
    texts: [
      {
        locale: 'ko',
        slug: 'a',
        title: '덴마크 어린이집',
        blocks: [
          '클러스터를 차단 했다. 음성사서함 확인',
          '탑 빨라졌다. 쿠버네티스에서 서버를 만든다.',
          '꼬리 지연이 숨는다. 어린이집 음성 안내',
        ],
      },
      {
        locale: 'en',
        slug: 'a',
        title: 'Daycare in Denmark',
        blocks: [
          'top shows packets',
          'tail latency of RTP packet',
          'constructor __proto__ toString',
          'IPv6 v3.0',
        ],
      },
    ],
  }),
);

/** Returns readings of a query, best first, as `terms by`, with the query words they cover if there are several. */
async function read(typed: string, isLiteral = false): Promise<string[]> {
  const found = await interpretQuery(parseQuery(typed), reader, {
    isLiteral,
    names,
    locate: async (alternatives) =>
      Promise.all(
        alternatives.map(async (alternative) => ({
          alternative,
          texts: joinPlaces(await Promise.all(alternative.terms.map(async (term) => reader.places(term)))),
        })),
      ),
  });
  return found
    .map(({ alternative }) => alternative)
    .sort((one, other) => other.quality - one.quality)
    .map(show);
}

function show({ from, to, terms, by }: Alternative): string {
  return `${terms.join('+')} ${by}${to - from > 1 ? ` ${from}-${to}` : ''}`;
}

describe('낱말은 색인에 있는 형태로 읽힌다', () => {
  test.each([
    ['적힌 그대로', '덴마크', '덴마크 form'],
    ['조사가 붙은 것', '덴마크에서는', '덴마크 form'],
    ['복수', '클러스터들을', '클러스터 form'],
    ['동사로 만든 것', '차단했다', '차단 form'],
    ['어미가 받침인 것', '만든', '만들 form'],
    ['ㄹ이 준 것', '만드는', '만들 form'],
    ['불규칙한 것', '빨라서', '빠르 form'],
    ['치는 중인 것', '덴맠', '덴마크 beginning'],
    ['반쯤 친 것', '쿠버', '쿠버네티스 beginning'],
    ['낱자로 끝나는 것', '덴마ㅋ', '덴마크 beginning'],
    ['붙여 쓴 것', '차단확인', undefined],
    ['붙여 쓴 것', '음성안내', '음성+안내 form'],
    ['붙여 쓰고 조사가 붙은 것', '음성을안내로', '음성+안내 form'],
    ['합성어의 뒷부분', '사서함', '사서함 form'],
    ['낱말 속에만 있는 것', '버네티', '쿠버네티스 form'],
    ['영문 자판으로 친 것', 'epsakzm', '덴마크 layout'],
    ['영문 자판으로 잘못 친 것', 'ejsakzm', '덴마크 layout'],
    ['한글 자판으로 친 것', '새ㅔ', 'top layout'],
    ['잘못 친 것', '덴미크', '덴마크 spelling'],
    ['잘못 치고 조사를 붙인 것', '클러스텨를', '클러스터 spelling'],
    ['용어집의 다른 이름', '어린이집', 'daycare name'],
    ['조사가 붙은 용어', '탑은', 'top name'],
    ['여러 낱말로 된 용어', '꼬리 지연', 'tail+latency name 0-2'],
    ['여러 낱말로 되고 조사가 붙은 용어', '꼬리 지연은', 'tail+latency name 0-2'],
    ['띄어 쓴 용어', '어린이 집', 'daycare name 0-2'],
  ])('%s: %s', async (_how, typed, expected) => {
    const found = await read(typed);
    if (expected === undefined) expect(found).toEqual([]);
    else expect(found).toContain(expected);
  });

  test('띄어 쓴 것은 붙여 쓴 말로도 읽힌다', async () => {
    expect(await read('음성 사서함')).toContain('음성사서함 form 0-2');
  });
});

describe('A word is read in the forms that the index contains', () => {
  test.each([
    ['as written', 'top', 'top form'],
    ['plural', 'packets', 'packet form'],
    ['singular', 'packet', 'packets form'],
    ['a prefix', 'dayc', 'daycare beginning'],
    ['with a typo', 'latancy', 'latency spelling'],
    ['with neighbors transposed', 'pakcet', 'packet spelling'],
    ['a name of several words', 'tail latency', '꼬리+지연 name 0-2'],
    ['a name in no text, by a synonym that occurs', 'vuggestue', 'daycare name'],
    ['capitals', 'RTP', 'rtp form'],
    ['a property of every object', 'constructor', 'constructor form'],
    ['another', '__proto__', 'proto form'],
    ['a third', 'toString', 'tostring form'],
  ])('%s: %s', async (_how, typed, expected) => {
    expect(await read(typed)).toContain(expected);
  });

  test('and first as it was typed', async () => {
    expect((await read('top'))[0]).toBe('top form');
    expect((await read('packets'))[0]).toBe('packets form');
    expect((await read('음성'))[0]).toBe('음성 form');
  });

  test('and otherwise only in the other script if it occurs as typed', async () => {
    expect(await read('덴마크 확인')).toEqual(['덴마크 form', '확인 form', 'denmark sound']);
  });

  test('with digits is not corrected: another digit is another number', async () => {
    expect(await read('IPv4')).toEqual([]);
    expect(await read('v4.0')).toEqual([]);
  });

  test.each(['xqzptkw', '뷁꿹쒧', 'ㅋㅋㅋㅋㅋ', 'hasOwnProperty', '!!!'])(
    '“%s” occurs nowhere and has no reading',
    async (typed) => {
      expect(await read(typed)).toEqual([]);
    },
  );

  test('is read only as itself in a literal query', async () => {
    expect(await read('packets', true)).toEqual(['packets form']);
    expect(await read('latancy', true)).toEqual([]);
    expect(await read('epsakzm', true)).toEqual([]);
  });
});

describe('The other keyboard layout', () => {
  test.each([
    ['epsakzm', '덴마크'],
    ['새ㅔ', 'top'],
    ['덴마크', 'epsakzm'],
    ['a', undefined],
    ['ㅁ', undefined],
    ['hk', undefined],
    ['ipv6', undefined],
    ['日本', undefined],
    ['HorizontalPodAutoscaler', undefined],
  ])('makes of “%s” %s', (typed, expected) => {
    const [word] = parseQuery(typed).words;
    expect(word === undefined ? undefined : switchLayout(word)).toBe(expected);
  });
});
