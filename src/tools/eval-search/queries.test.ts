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

test('all invalid lines of a file of queries are reported at once', () => {
  const text = '{"id":"a","class":"b","q":"c","lang":"ko"}\n\nnonsense\n{"id":"a","class":"b","q":"c"}\n';
  expect(() => parseQueries(text, 'q.jsonl')).toThrow(/q\.jsonl:3:1: .*\nq\.jsonl:4:1: .*locale/);
});

test('optional fields of a query have defaults', () => {
  expect(parseQueries('{"id":"a","class":"b","q":"덴마크","lang":"ko","from":{"kind":"h2"}}', 'q')).toEqual([
    { id: 'a', class: 'b', q: '덴마크', locale: 'ko', expected: [], section: null, from: undefined },
  ]);
});

test('a sample is spread evenly and deterministic', () => {
  expect(sampleEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  expect(sampleEvenly([0, 1], 4)).toEqual([0, 1]);
  expect(sampleEvenly([0, 1], 0)).toEqual([]);
});

test('a sample of queries has queries of every class', () => {
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
  test('are numerous and distinct', () => {
    expect(own.length).toBeGreaterThanOrEqual(90);
    expect(unanswerable.length).toBeGreaterThanOrEqual(45);
    const all = [...own, ...unanswerable];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ q, locale }) => `${locale} ${q}`)).size).toBe(all.length);
  });

  test('quote words of the article and section that they expect', () => {
    const misquoted = own.filter(({ expected, section, from = '' }) =>
      expected.some((slug) => {
        const sections = articles.get(slug) ?? new Map<string, string>();
        const text = section === null ? [...sections.values()].join(' ') : (sections.get(section) ?? '');
        return !normalize(text).includes(normalize(from));
      }),
    );
    expect(misquoted).toEqual([]);
  });

  test('without an answer have no article that contains all of their words', () => {
    const answered = unanswerable.filter(({ q }) =>
      [...articles.values()].some((sections) => {
        const text = normalize([...sections.values()].join(' '));
        return wordsOf(q).length > 0 && wordsOf(q).every((word) => containsWord(word, text));
      }),
    );
    expect(answered).toEqual([]);
  });
});

/** Reads the text of each section in all languages, by slug and anchor. The anchor of the text before the first heading is empty. */
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

/** Normalizes case, composition, width and spaces, and drops Markdown markup. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[*`_]/g, '').replace(/\s+/g, ' ');
}

function wordsOf(query: string): string[] {
  return normalize(query)
    .split(' ')
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
}

/** Returns whether a text contains a word: anywhere if it is Korean, as a whole word otherwise. */
function containsWord(word: string, text: string): boolean {
  if (/\p{Script=Hangul}/u.test(word)) return text.includes(word);
  return ` ${text.replace(/[^\p{Letter}\p{Number}.-]+/gu, ' ')} `.includes(` ${word} `);
}
