import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLibrary } from '../../library/index.ts';
import { readContent } from '../../sources/index.ts';
import { root } from '../sites/run.ts';
import {
  ownQueries,
  parseQueries,
  readQueries,
  sampleEvenly,
  samplePerClass,
  unanswerableQueries,
} from './queries.ts';

const own = readQueries(ownQueries);
const unanswerable = readQueries(unanswerableQueries);
const articles = await readArticles();

test('a file of queries says which of its lines are none, all of them at once', () => {
  const text = '{"id":"a","class":"b","q":"c","lang":"ko"}\n\nnonsense\n{"id":"a","class":"b","q":"c"}\n';
  expect(() => parseQueries(text, 'q.jsonl')).toThrow(/q\.jsonl:3:1: .*\nq\.jsonl:4:1: .*locale/);
});

test('a query is read with what may be left out', () => {
  expect(parseQueries('{"id":"a","class":"b","q":"덴마크","lang":"ko","from":{"kind":"h2"}}', 'q')).toEqual([
    { id: 'a', class: 'b', q: '덴마크', locale: 'ko', expected: [], section: null, from: undefined },
  ]);
});

test('a sample is spread over all, and the same each time', () => {
  expect(sampleEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  expect(sampleEvenly([0, 1], 4)).toEqual([0, 1]);
  expect(sampleEvenly([0, 1], 0)).toEqual([]);
});

test('a sample of queries has some of every class', () => {
  const queries = ['a', 'a', 'a', 'b'].map((name, index) => ({
    id: String(index),
    class: name,
    locale: 'ko',
    q: '',
    expected: [],
    section: null,
    from: undefined,
  }));
  expect(samplePerClass(queries, 2).map(({ id }) => id)).toEqual(['0', '1', '3']);
});

describe('The queries about the project’s own articles', () => {
  test('are enough, and each is there once', () => {
    expect(own.length).toBeGreaterThanOrEqual(90);
    expect(unanswerable.length).toBeGreaterThanOrEqual(45);
    const asked = [...own, ...unanswerable];
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    expect(new Set(asked.map(({ q, locale }) => `${locale} ${q}`)).size).toBe(asked.length);
  });

  test('are made from words that stand in the article, and in the section, that they expect', () => {
    const astray = own.filter(({ expected, section, from = '' }) =>
      expected.some((slug) => {
        const sections = articles.get(slug) ?? new Map<string, string>();
        const text = section === null ? [...sections.values()].join(' ') : (sections.get(section) ?? '');
        return !plain(text).includes(plain(from));
      }),
    );
    expect(astray).toEqual([]);
  });

  test('that have no answer hold a word at least that the article with the others doesn’t have', () => {
    const answered = unanswerable.filter(({ q }) =>
      [...articles.values()].some((sections) => {
        const text = plain([...sections.values()].join(' '));
        return wordsOf(q).length > 0 && wordsOf(q).every((word) => stands(word, text));
      }),
    );
    expect(answered).toEqual([]);
  });
});

/** Of each article, the text of each section in all languages by its anchor; what stands before the first has none. */
async function readArticles(): Promise<Map<string, Map<string, string>>> {
  const folders = { content: path.join(root, 'content'), publicFolder: path.join(root, 'public'), root };
  const { texts } = createLibrary(await readContent(folders), '2027-01-01');
  const found = new Map<string, Map<string, string>>();
  for (const { file, survey, anchors } of texts) {
    if (file.kind !== 'article') continue;
    const sections = found.get(file.slug) ?? new Map<string, string>();
    found.set(file.slug, sections);
    const lines = file.body.split('\n');
    const { title, description } = file.entry;
    const starts = [
      { line: 1, anchor: '' },
      ...survey.headings.map(({ line }, index) => ({ line, anchor: anchors[index] ?? '' })),
    ];
    starts.forEach(({ line, anchor }, index) => {
      const text = lines.slice(line - 1, (starts[index + 1]?.line ?? Infinity) - 1).join('\n');
      const front = anchor === '' ? `${title}\n${description}\n` : '';
      sections.set(anchor, `${sections.get(anchor) ?? ''}\n${front}${text}`);
    });
  }
  return found;
}

/** Text as it is searched: one case, one composition, one width, no marks of Markdown. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[*`_]/g, '').replace(/\s+/g, ' ');
}

function wordsOf(query: string): string[] {
  return plain(query)
    .split(' ')
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
}

/** Whether a word stands in a text: a Korean one also within another, one in Latin letters as a word of its own. */
function stands(word: string, text: string): boolean {
  if (/\p{Script=Hangul}/u.test(word)) return text.includes(word);
  return ` ${text.replace(/[^\p{Letter}\p{Number}.-]+/gu, ' ')} `.includes(` ${word} `);
}
