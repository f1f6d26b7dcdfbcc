import { describe, expect, test } from 'vitest';
import { isFiller } from './fillers.ts';
import { parseQuery } from './parse-query.ts';

/** Returns the words of a query that name something. */
function named(query: string): string[] {
  return parseQuery(query).words.flatMap(({ text, asks }) => (asks === true ? [] : [text]));
}

describe('The words of a question that name something', () => {
  test.each([
    ['형태소가 뭐예요', ['형태소가']],
    ['트랜지스터가 뭐 하는 거야', ['트랜지스터가']],
    ['트랜지스터에 대해 알려줘', ['트랜지스터에']],
    ['깃 설정 알려주실 수 있을까요', ['깃', '설정']],
    ['양육수당 얼마 받을 수 있나요', ['양육수당', '받을']],
    ['기초연금 언제부터 신청 가능해요', ['기초연금', '신청', '가능해요']],
    ['정기예금 금리 높은 은행 추천 좀', ['정기예금', '금리', '높은', '은행']],
    ['How do I read a book?', ['read', 'book']],
    ['what is a greedy algorithm', ['greedy', 'algorithm']],
  ])('in “%s” are the others than those that only ask', (query, words) => {
    expect(named(query)).toEqual(words);
  });

  test.each(['왜', '뭐예요', '하는 법', 'how to', 'what'])(
    'are all words of “%s”, which has no others',
    (query) => {
      expect(named(query)).toEqual(parseQuery(query).words.map(({ text }) => text));
    },
  );

  test.each([
    '해결',
    '하늘',
    '한국',
    '주식',
    '알고리즘',
    '나무',
    '이란',
    '무엇보다',
    '왜곡',
    '법률',
    '수도',
    '게임',
  ])('include “%s”, which only begins like a question', (word) => {
    expect(isFiller(word)).toBe(false);
  });
});
