import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from './parse-query.ts';

/** Words of a query as `text/kind`. */
function words(typed: string): string[] {
  return parseQuery(typed).words.map(({ text, kind }) => `${text}/${kind}`);
}

describe('A query is normalized, however it was typed', () => {
  test.each([
    ['띄어 쓴 낱말', '꼬리 지연', ['꼬리/hangul', '지연/hangul']],
    ['빈칸이 많은 것', '  꼬리\t\n 지연 ', ['꼬리/hangul', '지연/hangul']],
    ['대문자', 'Pagefind RTP', ['pagefind/other', 'rtp/other']],
    ['전각', 'ＲＴＰ\u3000패킷', ['rtp/other', '패킷/hangul']],
    ['NFD', '덴마크'.normalize('NFD'), ['덴마크/hangul']],
    ['NFD로 적힌 낱자', '\u1103\u1106\u110f', ['ㄷㅁㅋ/choseong']],
    ['너비 없는 글자', '덴\u200b마\ufeff크', ['덴마크/hangul']],
    ['보이지 않는 한글 채움 문자', '덴마크\u3164지도', ['덴마크/hangul', '지도/hangul']],
    ['제어 문자', '꼬리\u0000지연\u001b', ['꼬리/hangul', '지연/hangul']],
    ['깨진 글자', '꼬리\ufffd', ['꼬리/hangul']],
    ['가운뎃점', '시간·장소', ['시간/hangul', '장소/hangul']],
    ['가운뎃점으로 친 아래아', '시간ㆍ장소', ['시간/hangul', '장소/hangul']],
    ['한글과 라틴 글자', 'RTP패킷', ['rtp/other', '패킷/hangul']],
    ['악센트', 'Århus café', ['arhus/other', 'cafe/other']],
    ['언어 이름', 'C++ C#', ['cplusplus/other', 'csharp/other']],
    ['HTML', '<script>alert(1)</script>', ['script/other', 'alert/other', '1/other', 'script/other']],
    ['정규식', '^(a+)+$ [.*]', ['a/other']],
    ['오른쪽에서 왼쪽으로 쓰는 글', '\u202eשלום\u202c', ['שלום/other']],
    ['객체의 속성 이름', '__proto__ constructor', ['proto/other', 'constructor/other']],
  ])('%s', (_what, typed, expected) => {
    expect(words(typed)).toEqual(expected);
  });

  test.each([
    ['초성', 'ㄷㅁㅋ', ['ㄷㅁㅋ/choseong']],
    ['한 글자로 친 두 초성', 'ㄳ', ['ㄱㅅ/choseong']],
    ['라틴 글자와 초성', 'rtp ㅍㅋ', ['rtp/other', 'ㅍㅋ/choseong']],
    ['음절과 초성', '설치 ㅂ', ['설치/hangul', 'ㅂ/choseong']],
    ['치는 중인 음절', '덴맠', ['덴맠/hangul']],
    ['낱자로 끝나는 낱말', '덴마ㅋ', ['덴마ㅋ/hangul']],
    ['모음 낱자', 'ㅏ', ['ㅏ/hangul']],
    ['모음이 섞인 낱자', 'ㅋㅏ', ['ㅋㅏ/hangul']],
  ])('%s', (_what, typed, expected) => {
    expect(words(typed)).toEqual(expected);
  });

  test.each(['', ' ', '\n\t', '?!', '…—“”', '👍🏽 🇰🇷', '\u0301', '\u3164', '\ud800', '^|/-', '「」'])(
    '“%s” has no words',
    (typed) => {
      expect(words(typed)).toEqual([]);
    },
  );
});

test('Words keep the form in which they were typed', () => {
  const typed = 'C++ c# csharp ㄳ RTP Café 덴마크';
  expect(parseQuery(typed).words.map((word) => word.typed)).toEqual(typed.split(' '));
});

test('The text of a query is its words and punctuation on one line', () => {
  expect(parseQuery(' ＲＴＰ\u0000패킷!\t\n \ufffd 지연').text).toBe('rtp 패킷! 지연');
});

describe('A josa after a Latin word', () => {
  test('is not a word of the query, as in the index, but is kept in `written`', () => {
    const { words: read, written } = parseQuery('RTP를 보낸다');
    expect(read.map(({ text }) => text)).toEqual(['rtp', '보낸다']);
    expect(written.map(({ text }) => text)).toEqual(['rtp', '를', '보낸다']);
  });

  test('is a word where it is alone or is not a josa', () => {
    expect(words('를')).toEqual(['를/hangul']);
    expect(words('RTP 를')).toEqual(['rtp/other', '를/hangul']);
    expect(words('RTP패킷')).toEqual(['rtp/other', '패킷/hangul']);
  });
});

describe('Quotation marks', () => {
  test.each([
    ['"꼬리 지연" 원인', ['꼬리 지연']],
    ['“꼬리  지연”', ['꼬리 지연']],
    ['"a" "b c"', ['a', 'b c']],
    ['"끝이 없는', []],
    ['""', []],
    ['"?!"', []],
  ])('%s', (typed, quotes) => {
    expect(parseQuery(typed).quotes).toEqual(quotes);
  });

  test('are not part of the words between them', () => {
    expect(words('"꼬리 지연" 원인')).toEqual(['꼬리/hangul', '지연/hangul', '원인/hangul']);
  });
});

describe('Any input', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom('"', ' ', '가', 'ㄱ', 'ㅏ', 'A', '1', '.', '+', '#', '\u0301', 'ㆍ'),
      maxLength: 60,
    }),
  );

  test('parses to a limited number of words, none of them empty', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const { words: read, written } = parseQuery(typed);
        expect(written.length).toBeLessThanOrEqual(24);
        expect(read.every(({ text, typed: as }) => text !== '' && as !== '')).toBe(true);
        expect(read.every(({ kind }) => kind !== 'josa')).toBe(true);
      }),
    );
  });

  test('parses the same in composed and decomposed form', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(words(typed.normalize('NFD').slice(0, 400))).toEqual(
          words(typed.normalize('NFD').slice(0, 400).normalize('NFC')),
        );
      }),
    );
  });

  test('of 10,000 characters is truncated', () => {
    const long = parseQuery('가'.repeat(10_000));
    expect(long.words).toHaveLength(1);
    expect(long.words[0]?.text.length).toBeLessThanOrEqual(400);
    expect(parseQuery('꼬리 '.repeat(2500)).words).toHaveLength(24);
    expect(parseQuery('\u0301'.repeat(10_000)).words).toEqual([]);
    expect(parseQuery('"'.repeat(10_000)).quotes).toEqual([]);
  });
});
