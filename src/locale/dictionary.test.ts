import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  languageName,
  loadDictionary,
  type DiagramStrings,
  type Dictionary,
  type PeekStrings,
  type RevisionStrings,
  type SideBySideStrings,
} from './dictionary.ts';
import type { SearchStrings } from './search-strings.ts';

const files = globSync('*.ts', { cwd: path.join(import.meta.dirname, 'dictionaries') });
const locales = files.map((file) => path.parse(file).name);
const [ko, en] = [await loadDictionary('ko'), await loadDictionary('en')];

/** Arguments for each function of a dictionary; the first argument must occur in the result. */
const values: PhraseValues<Dictionary> &
  PhraseValues<PeekStrings> &
  PhraseValues<SideBySideStrings> &
  PhraseValues<DiagramStrings> &
  PhraseValues<SearchStrings> &
  PhraseValues<Dictionary['media']> &
  PhraseValues<Dictionary['comments']> &
  PhraseValues<RevisionStrings> &
  PhraseValues<RevisionStrings['overview']> = {
  moreBacklinks: [[1], [12]],
  seriesPlace: [[2, 5]],
  articleCount: [[0], [1], [2]],
  problemCount: [
    [1, 2],
    [2, 0],
    [3, 1],
  ],
  readingTime: [[1], [12]],
  scheduledFor: [['2026-11-22']],
  fallbackNotice: [['Dansk']],
  readOriginal: [['Dansk']],
  onlyIn: [['Dansk']],
  title: [['p99']],
  readAlone: [['Dansk']],
  readAloneFrom: [['p99', 'Dansk']],
  gap: [['Dansk']],
  moved: [['Dansk']],
  backToReference: [
    [3, 1],
    [3, 2],
  ],
  videoOn: [['YouTube']],
  loadFrom: [['example.org']],
  readOn: [['example.org']],
  permalink: [['p99']],
  showIn: [['Dansk']],
  message: [
    ['A', 'B', ''],
    ['A', 'B', 'INVITE'],
  ],
  link: [
    ['A', 'B', ''],
    ['A', 'B', 'INVITE'],
  ],
  lost: [['A → B']],
  note: [
    [['A'], 'x'],
    [['A', 'B'], 'x'],
  ],
  group: [['A', ['B', 'C']]],
  blockEnd: [['loop']],
  notice: [['Dansk', { changed: 1, added: 2, removed: 0 }]],
  // The number 1 is not written.
  added: [[2], [12]],
  found: [[0], [1], [2]],
  moreTopics: [[1], [12]],
  nothing: [['top']],
  searchedFor: [['top']],
  literal: [['top']],
  leftOut: [['ps, top']],
  foundIn: [['Dansk']],
  forget: [['top']],
};

/** Maps each function of a type, also nested ones, to lists of its arguments. */
type PhraseValues<Words> = {
  [Key in keyof Words as Words[Key] extends (...given: never[]) => string ? Key : never]: Words[Key] extends (
    ...given: infer Given
  ) => string
    ? Given[]
    : never;
};

describe.each(locales)('The dictionary of “%s”', (locale) => {
  test('has the keys of every other dictionary', async () => {
    expect(keysOf(await loadDictionary(locale))).toEqual(keysOf(ko));
  });

  test('has no empty string', async () => {
    const empty = listStrings(await loadDictionary(locale)).filter(({ words }) => words.trim() === '');
    expect(empty).toEqual([]);
  });

  test('uses the argument of every function', async () => {
    const silent = listStrings(await loadDictionary(locale)).filter(
      ({ words, about }) => !words.includes(about),
    );
    expect(silent).toEqual([]);
  });

  test('has no unresolved template text', async () => {
    const broken = listStrings(await loadDictionary(locale)).filter(({ words }) =>
      /undefined|null|NaN|\[object|\$\{|=>/.test(words),
    );
    expect(broken).toEqual([]);
  });
});

test('loading a missing dictionary throws an error', async () => {
  await expect(loadDictionary('xx')).rejects.toThrow('xx');
});

describe('한국어 사전은', () => {
  test('모든 말을 한글로 한다', () => {
    expect(listStrings(ko).filter(({ words }) => !/\p{Script=Hangul}/u.test(words))).toEqual([]);
  });

  test.each([
    ['영어', '영어로만 제공'],
    ['한국어', '한국어로만 제공'],
    ['덴마크어', '덴마크어로만 제공'],
    ['북한말', '북한말로만 제공'],
    ['치페우얀', '치페우얀으로만 제공'],
    ['중국어(번체)', '중국어(번체)로만 제공'],
    ['영어(영국)', '영어(영국)로만 제공'],
    ['xx', 'xx로만 제공'],
  ])('“%s” 뒤에 맞는 조사를 골라 “%s”이라고 한다', (language, words) => {
    expect(ko.onlyIn(language)).toBe(words);
  });

  test('받침 없는 이름과 ㄹ 받침 뒤에는 “로”, 다른 받침 뒤에는 “으로”를 쓴다', () => {
    const wrong = languageNames('ko').filter((name) => ko.onlyIn(name) !== `${name}${josaRo(name)}만 제공`);
    expect(wrong).toEqual([]);
  });

  test('없는 글을 알릴 때 어느 언어의 원문인지 밝힌다', () => {
    expect(ko.fallbackNotice('영어')).toBe('이 글은 아직 한국어로 번역되지 않았다. 아래는 영어 원문이다.');
    expect(ko.readOriginal('영어')).toBe('영어 페이지로 가기');
  });

  test.each([
    ['음성사서함', '으로'],
    ['서버', '로'],
    ['서울', '로'],
    ['서버 2', '로'],
    ['서버 3', '으로'],
    ['voicemail', '로'],
    ['VM', '으로'],
    ['token', '으로'],
    ['서버 [하나]', '로'],
  ])('그림의 참가자 “%s” 뒤에는 “%s”가 온다', (name, josa) => {
    expect(ko.diagram.message('A', name, '')).toBe(`A에서 ${name}${josa}`);
  });

  test('글을 “편”으로 센다', () => {
    expect([0, 1, 12].map(ko.articleCount)).toEqual(['글 0편', '글 1편', '글 12편']);
  });

  test.each([
    ['덴마크', '“덴마크”로 검색한 결과다.'],
    ['음성사서함', '“음성사서함”으로 검색한 결과다.'],
    ['top', '“top”로 검색한 결과다.'],
  ])('“%s”로 찾았으면 “%s”고 한다', (text, words) => {
    expect(ko.search.searchedFor(text)).toBe(words);
  });

  test('원문의 변경을 알릴 때 종류별로 몇 곳인지 밝히고, 없는 종류는 생략한다', () => {
    const { notice, added } = ko.revision;
    expect(notice('영어', { changed: 2, added: 1, removed: 3 })).toBe(
      '이 글을 번역한 뒤 영어 원문이 바뀌었다. 수정된 부분 2곳, 추가된 부분 1곳, 삭제된 부분 3곳을 본문에 표시했다.',
    );
    expect(notice('영어', { changed: 0, added: 1, removed: 0 })).toBe(
      '이 글을 번역한 뒤 영어 원문이 바뀌었다. 추가된 부분 1곳을 본문에 표시했다.',
    );
    expect(added(1)).toBe('원문에는 여기에 아직 번역되지 않은 부분이 있다.');
  });

  test('각주에서 돌아가는 링크를 번호로 구별한다', () => {
    expect(ko.backToReference(3, 1)).toBe('각주 3번이 달린 곳으로 돌아가기');
    expect(ko.backToReference(3, 2)).toBe('각주 3번이 달린 곳으로 돌아가기: 2');
  });
});

describe('The English dictionary', () => {
  test('contains no Hangul', () => {
    expect(listStrings(en).filter(({ words }) => /\p{Script=Hangul}/u.test(words))).toEqual([]);
  });

  test('uses the singular for one article and the plural otherwise', () => {
    expect([0, 1, 2].map(en.articleCount)).toEqual(['0 articles', '1 article', '2 articles']);
  });

  test('uses the singular for one result and the plural otherwise', () => {
    expect([0, 1, 2].map(en.search.found)).toEqual([
      '0 articles found.',
      '1 article found.',
      '2 articles found.',
    ]);
  });

  test('names the language of an original', () => {
    expect(en.onlyIn('Korean')).toBe('In Korean only');
    expect(en.readOriginal('Korean')).toBe('Go to the Korean page');
    expect(en.fallbackNotice('Korean')).toContain('the Korean original');
  });

  test('describes changes of the original in the singular and the plural', () => {
    const { notice, added } = en.revision;
    expect(notice('Korean', { changed: 2, added: 1, removed: 3 })).toContain(
      ': 2 passages changed, 1 added, 3 removed.',
    );
    expect(notice('Korean', { changed: 0, added: 1, removed: 0 })).toContain(': 1 passage added.');
    expect(added(1)).toContain('has a passage here');
    expect(added(2)).toContain('has 2 passages here');
  });

  test('distinguishes the references to a footnote', () => {
    expect(en.backToReference(3, 1)).toBe('Back to reference 3');
    expect(en.backToReference(3, 2)).toBe('Back to reference 3-2');
  });
});

test.each([
  ['en', 'ko', '영어'],
  ['ko', 'ko', '한국어'],
  ['ko', 'en', 'Korean'],
  ['da', 'en', 'Danish'],
  ['zh-hant', 'en', 'Traditional Chinese'],
  ['xx', 'ko', 'xx'],
])('the name of language %s in language %s is “%s”', (of, within, name) => {
  expect(languageName(of, within)).toBe(name);
});

/** Lists the paths of all strings in a dictionary, sorted. */
function keysOf(dictionary: Dictionary): string[] {
  return listStrings(dictionary)
    .map(({ key }) => key)
    .sort();
}

/** Lists every string of a dictionary, calling each function with all the arguments listed for it. */
function listStrings(dictionary: object): { key: string; words: string; about: string }[] {
  return Object.entries(dictionary).flatMap(([key, word]: [string, unknown]) => {
    if (typeof word === 'string') return { key, words: word, about: '' };
    if (typeof word === 'object')
      return listStrings(word ?? {}).map((inner) => ({ ...inner, key: `${key}.${inner.key}` }));
    const format = word as (...given: readonly unknown[]) => string;
    return values[key as keyof typeof values].map((given) => ({
      key,
      words: format(...given),
      about: String(Array.isArray(given[0]) ? given[0][0] : given[0]),
    }));
  });
}

/** Lists the names, in one language, of all languages with two- or three-letter codes. */
function languageNames(within: string): string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  const codes = [...pairs, ...pairs.flatMap((pair) => letters.map((third) => pair + third))];
  const names = new Intl.DisplayNames(within, { type: 'language', fallback: 'none' });
  return codes.flatMap((code) => names.of(code) ?? []);
}

/** Computes the josa independently: of the 28 finals of Hangul syllables, the first is none and the ninth is ㄹ. */
function josaRo(name: string): string {
  const spoken = name.replace(/\(.*/, '');
  const final = (spoken.charCodeAt(spoken.length - 1) - 0xac00) % 28;
  return final === 0 || final === 8 ? '로' : '으로';
}
