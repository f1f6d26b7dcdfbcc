import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../query/parse-query.ts';
import { matchOutline, type LineMatch } from './match-outline.ts';
import { prepareOutline, topicWeight, weighLine, type WrittenLine } from './prepare-outline.ts';
import { toChoseongWords, toQueryLines } from './query-lines.ts';

const names = [
  ['꼬리 지연', 'tail latency'],
  ['어린이집', 'daycare', 'vuggestue'],
];

/** Returns the lines of texts that have only a title, or a title and headings (level digit first). */
function linesOf(...texts: (string | [title: string, ...headings: string[]])[]): WrittenLine[] {
  return texts.flatMap((lines, text) => {
    const [title, ...headings] = typeof lines === 'string' ? [lines] : lines;
    return [
      weighLine({ text, heading: undefined, level: 0, written: title }),
      ...headings.map((line, heading) =>
        weighLine({ text, heading, level: Number(line.charAt(0)), written: line.slice(1) }),
      ),
    ];
  });
}

/** Returns the matches of a query among titles, best first. */
function match(
  typed: string,
  ...titles: string[]
): (Pick<LineMatch, 'quality' | 'by' | 'isWhole'> & { title: string })[] {
  return matchIn(linesOf(...titles), typed).map(({ line, quality, by, isWhole }) => ({
    title: titles[line.text] ?? '',
    quality,
    by,
    isWhole,
  }));
}

function matchIn(lines: readonly WrittenLine[], typed: string): LineMatch[] {
  const query = parseQuery(typed);
  return matchOutline(prepareOutline(lines), toQueryLines(query, names), toChoseongWords(query));
}

function titlesFor(typed: string, ...titles: string[]): string[] {
  return match(typed, ...titles).map(({ title }) => title);
}

describe('A prepared outline', () => {
  const prepared = prepareOutline(linesOf(['RTP 패킷을, 보낸다', '2덴마크', '3C++ 덴마크']));

  test('has a line for each title and heading, in order', () => {
    expect(prepared.lines.map(({ text, heading }) => [text, heading])).toEqual([
      [0, undefined],
      [0, 0],
      [0, 1],
    ]);
  });

  test('weighs a title most, and a heading less the deeper it is', () => {
    const { lines } = prepareOutline(linesOf(['가', '1가', '2가', '3가', '4가', '5가', '6가']));
    const weights = lines.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((one, other) => other - one));
    expect(new Set(weights).size).toBe(7);
  });

  test('has letters without spaces and punctuation, and the offsets of words in them', () => {
    const [title] = prepared.lines;
    expect(title?.letters).toBe('rtpㅍㅐㅋㅣㅅㅇㅡㄹㅂㅗㄴㅐㄴㄷㅏ');
    expect([...(title?.starts ?? [])]).toEqual([0, 3, 11]);
    expect(title?.choseong).toBe('rtpㅍㅋㅇㅂㄴㄷ');
    expect([...(title?.choseongStarts ?? [])]).toEqual([0, 3, 6]);
  });

  test('weighs a topic less than any heading', () => {
    expect(topicWeight).toBeLessThan(Math.min(...linesOf(['나', '6다']).map(({ weight }) => weight)));
  });

  test('counts the lines that contain each word', () => {
    const counts = new Map(prepared.vocabulary.map(({ text, lines }) => [text, lines]));
    expect(counts.get('덴마크')).toBe(2);
    expect(counts.get('cplusplus')).toBe(1);
  });

  test('accepts any title', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (titles) => {
        const { lines } = prepareOutline(linesOf(...titles, '__proto__', 'constructor', ''));
        expect(lines).toHaveLength(titles.length + 3);
      }),
    );
  });
});

describe('Readings of a whole query', () => {
  /** Returns readings as `text` or `text by`. */
  const lines = (typed: string): string[] =>
    toQueryLines(parseQuery(typed), names).map(({ words, by }) =>
      [words.map(({ text }) => text).join(' '), by].filter((each) => each !== undefined).join(' '),
    );

  test.each([
    ['덴마크', ['덴마크']],
    ['덴마크에서는', ['덴마크에서는', '덴마크']],
    ['epsakzm', ['덴마크 layout']],
    ['새ㅔ', ['top layout']],
    ['tail latency', ['꼬리 지연 name']],
    ['어린이집을', ['어린이집', 'daycare name', 'vuggestue name']],
    ['서버 꼬리 지연', ['서버 tail latency name']],
  ])('%s', (typed, expected) => {
    expect(lines(typed)).toEqual(expect.arrayContaining(expected));
  });

  test('start with the query as typed, with and without josa after Latin words', () => {
    const typed = toQueryLines(parseQuery('RTP를 보낸다'), names).filter(({ quality }) => quality === 1);
    expect(typed.map(({ letters }) => letters)).toEqual(['rtpㄹㅡㄹㅂㅗㄴㅐㄴㄷㅏ', 'rtpㅂㅗㄴㅐㄴㄷㅏ']);
  });

  test('match versions typed with or without periods', () => {
    const title = 'Astro v3.0 Breaking Changes';
    for (const typed of ['astro v3.0 bre', 'astro v3 0 bre', 'astro v30'])
      expect(titlesFor(typed, title), typed).toEqual([title]);
  });

  test('함께 친 음절은 초성만 같은 다른 말을 찾지 않는다', () => {
    expect(titlesFor('설치 ㅂ', '설치 방법', '사촌 비교')).toEqual(['설치 방법']);
  });

  test('in initial consonants do not include the other keyboard layout', () => {
    expect(lines('ㄷㅁㅋ')).toEqual(['ㄷㅁㅋ']);
    expect(toChoseongWords(parseQuery('rtp ㅍㅋ'))).toEqual([
      { choseong: 'rtp', letters: 'rtp' },
      { choseong: 'ㅍㅋ', letters: undefined },
    ]);
    expect(toChoseongWords(parseQuery('rtp 패킷'))).toBeUndefined();
  });

  test('are few even for a query of glossary names only', () => {
    expect(lines('어린이집 꼬리 지연 '.repeat(8)).length).toBeLessThan(80);
  });
});

describe('Titles', () => {
  test('match better the closer they are to the query', () => {
    const titles = ['덴마크', '덴마크 날씨', '날씨 좋은 덴마크', '신덴마크령'];
    const found = match('덴마크', ...titles);
    expect(found.map(({ title }) => title)).toEqual(titles);
    expect(found.map(({ by }) => by)).toEqual([undefined, undefined, undefined, undefined]);
    expect(found[0]?.quality).toBe(1);
  });

  test.each([
    ['꼬리지연', '꼬리 지연'],
    ['꼬리 지연', '꼬리지연'],
    ['음성 사서함 확인', '음성사서함 확인'],
    ['덴마크에서', '덴마크'],
    ['덴마크', '덴마크에서 산다'],
    ['차단했다', '차단하는 방법'],
    ['지연 꼬리', '꼬리 지연'],
    ['방법 설치', '설치하는 방법'],
    ['RTP를 보낸다', 'RTP 보낸다'],
    ['RTP 보낸다', 'RTP를 보낸다'],
    ['packet', 'Lost packets'],
    ['indexes', 'Indexing'],
    ['덴맠', '덴마크'],
    ['덴마크 날', '덴마크 날씨'],
    ['c++', 'C++ 설치'],
    ['cafe', 'Café'],
  ])('“%s” finds “%s” as it was asked', (typed, title) => {
    const [found] = match(typed, title, '서울 지하철', 'Weather');
    expect(found).toMatchObject({ title, by: undefined, isWhole: true });
  });

  test.each([
    ['덴미크', '덴마크', 'spelling'],
    ['덴미크에서', '덴마크', 'spelling'],
    ['latancy', 'Tail latency', 'spelling'],
    ['쿠바네티스 설치', '설치: 쿠버네티스', 'spelling'],
    ['ㄷㅁㅋ', '덴마크', 'choseong'],
    ['ㄷㅁㅋ ㄴㅆ', '덴마크의 날씨', 'choseong'],
    ['rtp ㅍㅋ', 'RTP 패킷', 'choseong'],
    ['epsakzm', '덴마크', 'layout'],
    ['새ㅔ', 'Using top', 'layout'],
    ['꼬리 지연', 'Tail latency', 'name'],
    ['vuggestue', '어린이집 대기', 'name'],
  ])('“%s” finds “%s”, with the reading %s', (typed, title, by) => {
    expect(match(typed, title, '서울 지하철', 'Weather')[0]).toMatchObject({ title, by });
  });

  test.each([
    ['덴미크', '덴마크'],
    ['쿠바네티스 설치', '설치: 쿠버네티스'],
    ['설치 날씨', '설치 방법'],
  ])('“%s” is not all in “%s”', (typed, title) => {
    expect(match(typed, title)[0]?.isWhole ?? false).toBe(false);
  });

  test('match a word of which only the first consonant is typed', () => {
    expect(titlesFor('설치 ㅂ', '설치 방법', '설치 순서')[0]).toBe('설치 방법');
  });

  test('that contain the query exactly are not matched fuzzily', () => {
    expect(match('마크다운', 'x마크다운')[0]).toMatchObject({ by: undefined });
  });

  test('match a word with an unlikely suffix without a correction', () => {
    expect(match('사용자', '사용')[0]?.by).toBeUndefined();
  });

  test.each(['xqzptkw', '뷁꿹쒧', 'ㅋㅎㅋㅎ', '日本', '12345', 'zz'])('“%s” finds none', (typed) => {
    expect(match(typed, '덴마크 날씨', '꼬리 지연', 'Tail latency', 'RTP 3.0')).toEqual([]);
  });

  test('do not match another number', () => {
    expect(match('2024', '2023 결산')).toEqual([]);
    expect(match('ipv6', 'IPv4 주소')).toEqual([]);
  });

  test('match better by a rare word than by a common one', () => {
    const titles = [...Array.from({ length: 20 }, (_, number) => `설치 ${number}`), '날씨 확인'];
    expect(titlesFor('설치 날씨', ...titles)[0]).toBe('날씨 확인');
  });

  test('rank before headings, and those before deeper ones', () => {
    const found = matchIn(linesOf(['가', '3덴마크'], ['나', '2덴마크'], ['덴마크']), '덴마크');
    expect(found.map(({ line }) => line.text)).toEqual([2, 1, 0]);
  });
});

describe('Any query against an outline', () => {
  const outline = linesOf('덴마크 날씨', ['Tail latency', '2꼬리 지연', '3RTP를 보낸다'], '__proto__', '');
  const piece = fc.constantFrom(
    '덴마크',
    '날',
    'ㄷㅁ',
    'ㅏ',
    'tail',
    'RTP',
    '를',
    ' ',
    '에서',
    'epsak',
    '"',
    '\u0301',
    '.*',
    '꼬리 지연',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );

  test('matches each line at most once, with a quality from 0.15 to 1, best first', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const found = matchIn(outline, query);
        expect(new Set(found.map(({ line }) => line)).size).toBe(found.length);
        const qualities = found.map(({ quality }) => quality);
        expect(qualities).toEqual([...qualities].sort((one, other) => other - one));
        for (const quality of qualities) {
          expect(quality).toBeGreaterThanOrEqual(0.15);
          expect(quality).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('that is a title finds that title first', () => {
    const title = fc.string({
      unit: fc.constantFrom('덴', '마', '크', 'ㅁ', 'a', 'B', ' ', '1', '-'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(title, (written) => {
        fc.pre(parseQuery(written).words.length > 0);
        expect(match(written, '날씨', written)[0]).toMatchObject({ title: written, quality: 1 });
      }),
    );
  });
});

test('A title in the other script matches by sound, below one as typed', () => {
  const titles = ['Docker Compose', '도커 Compose', '다른 제목'];
  const { words, ...query } = parseQuery('도커');
  const sounding = words.map((word) => ({ ...word, same: [{ text: 'docker', quality: 0.75 }] }));
  const [line] = toQueryLines({ ...query, words }, []);
  const found = matchOutline(
    prepareOutline(linesOf(...titles)),
    line === undefined ? [] : [{ ...line, words: sounding }],
    undefined,
  );
  expect(found.map(({ line: { text }, by, isWhole }) => [titles[text], by, isWhole])).toEqual([
    ['도커 Compose', undefined, true],
    ['Docker Compose', 'sound', false],
  ]);
});
