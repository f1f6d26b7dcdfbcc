import { assert, constantFrom, property, string, stringMatching } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBareAddress } from './find-address.ts';

describe('A bare address ends', () => {
  test.each([
    ['before a particle after a letter', 'https://example.com/docs', '를 본다'],
    ['before a particle after a host', 'https://example.com', '에서'],
    ['before a particle after a port', 'http://localhost:3000', '을'],
    ['before a particle after a query', 'https://example.com?q=1', '을'],
    ['before a particle after a fragment', 'https://example.com/#top', '으로'],
    ['before a particle after a file extension', 'https://example.com/a.html', '이라는'],
    ['before a particle after an encoded letter', 'https://ko.wikipedia.org/wiki/%EB%82%98', '를'],
    ['before a particle after a slash', 'https://example.com/a/b/', '에'],
    ['before a particle in decomposed Hangul', 'https://example.com/a', '에서'.normalize('NFD')],
    ['before a particle after `www.`', 'www.example.com', '은'],
    ['before a particle after Hangul in brackets', 'https://ko.wikipedia.org/wiki/나란히_(동음이의)', '를'],
    ['before a word after a letter', 'https://example.com/docs', '참고'],
    ['before a bracket that was opened before it', 'https://example.com/a', ')를'],
    ['before a quotation mark', 'https://example.com/a', '"라고'],
    ['before a closing mark of emphasis', 'https://example.com/a', '**를'],
    ['before kana', 'https://example.com/docs', 'を見る'],
    ['before Han', 'https://example.com/docs', '可以'],
    ['before Han after a digit', 'https://example.com/2', '可以'],
    ['before Han outside the Basic Multilingual Plane', 'https://example.com/docs', '𠮷'],
  ])('%s', (_, address, rest) => {
    expect(findBareAddress(address + rest)).toBe(address);
  });
});

test.each('。 、 」 』 ” ’ ） 》 … 】 ！ ？ ： ； \u3000'.split(' '))(
  'A bare address ends before %j',
  (mark) => {
    expect(findBareAddress(`https://example.com/나${mark}다`)).toBe('https://example.com/나');
  },
);

describe('A bare address includes', () => {
  test.each([
    ['a word in Hangul', 'https://ko.wikipedia.org/wiki/나란히'],
    ['a particle at the end of a word in Hangul', 'https://ko.wikipedia.org/wiki/나란히를'],
    ['a word that is also a particle', 'https://ko.wikipedia.org/wiki/이란'],
    ['Hangul in brackets', 'https://ko.wikipedia.org/wiki/나란히_(동음이의)'],
    ['Hangul after a digit that is no particle', 'https://example.com/2024년'],
    ['a date', 'https://ko.wikipedia.org/wiki/3월_1일'],
    ['Hangul after a letter, before another word', 'https://ko.wikipedia.org/wiki/K리그_1'],
    ['a query and a fragment in Hangul', 'https://example.com/?q=한글&lang=ko#위치'],
    ['a host in Hangul', 'https://한국.kr'],
    ['a host that mixes scripts', 'https://kt한국.kr/a'],
    ['kana and Han', 'https://ja.wikipedia.org/wiki/東京タワー'],
    ['a file name with a middle dot', 'https://ko.wikipedia.org/wiki/5·18_광주_민주화_운동'],
  ])('%s', (_, address) => {
    expect(findBareAddress(address)).toBe(address);
    expect(findBareAddress(`${address} 다음`)).toBe(address);
    expect(findBareAddress(`${address}.`)).toBe(address);
  });
});

const asciiAddress = stringMatching(
  /^(?:https?:\/\/|www\.)[a-z][a-z0-9-]{0,8}[a-z0-9]\.[a-z]{2,4}(?::[0-9]{2,4})?(?:(?:\/[\w~.-]{0,6}){0,3}(?:\/|%[0-9A-F]{2}|[a-z0-9])(?:\?[a-z]=[a-z0-9]+)?(?:#[a-z0-9-]*[a-z0-9])?)?$/,
);
const particle = constantFrom(
  ...'을 를 은 는 이 가 에 와 과 의 도 로 만 으로 에서 에게 부터 까지 처럼 에는 에서는 으로도 입니다 이다 이라는 라고'.split(
    ' ',
  ),
);

test('an ASCII address before any particle is found whole', () => {
  assert(
    property(asciiAddress, particle, (address, josa) => {
      expect(findBareAddress(`${address}${josa} 본다`)).toBe(address);
    }),
  );
});

test('a bare address is a prefix of its text and does not end in punctuation of a sentence', () => {
  const rests = string({
    unit: constantFrom(...'a 1 / _ - . , ) ( ; & ? # = % 를 나 日 。 *'.split(' '), ' '),
    maxLength: 30,
  });
  assert(
    property(rests, (rest) => {
      const text = `https://example.com/${rest}`;
      const address = findBareAddress(text);
      expect(text.startsWith(address)).toBe(true);
      expect(address).toMatch(/^https:.*[^\s.,*?。]$/);
    }),
  );
});
