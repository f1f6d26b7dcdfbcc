import { describe, expect, test } from 'vitest';
import { parseMarkdown, surveyMarkdown } from '../markdown/index.ts';
import { testFigures } from '../testing/render-alone.ts';
import { headlines } from '../testing/builders.ts';
import type { ExistingArticle } from './article.ts';
import { planImport, type ImportRequest } from './plan.ts';

/** Plans the import of texts, by names such as `ko/a`. Texts that don’t begin with `---` get default front matter. */
function plan(texts: Readonly<Record<string, string>>, overrides: Partial<ImportRequest> = {}) {
  const files = Object.entries(texts).map(([name, text]) => {
    const [locale = '', slug = ''] = name.split('/');
    const markdown = text.startsWith('---') ? text : post(text);
    return { locale, slug, file: `${name}.md`, bytes: new TextEncoder().encode(markdown) };
  });
  const planned = planImport({
    files,
    existing: new Map(),
    topics: {},
    figures: testFigures,
    locales: ['ko', 'en'],
    preferredSource: 'ko',
    force: false,
    base: '/',
    ...overrides,
  });
  const text = (name: string): string =>
    planned.texts.find(({ locale, slug }) => `${locale}/${slug}` === name)?.text ?? '';
  return {
    ...planned,
    text,
    body: (name: string): string =>
      text(name)
        .replace(/^---\n[\s\S]*?\n---\n\n?/, '')
        .trimEnd(),
    reported: headlines(planned.diagnostics),
  };
}

function post(body: string, more = ''): string {
  return `---\ntitle: 제목\ndescription: 설명\ndate: 2026-01-01\n${more}---\n\n${body}\n`;
}

/** Creates an existing article with a Korean text. */
function existingArticle(markdown: string): ExistingArticle {
  const survey = surveyMarkdown(parseMarkdown(markdown));
  return {
    source: 'ko',
    date: '2025-01-01',
    languages: [{ locale: 'ko', survey, record: undefined }],
    records: new Map(),
  };
}

describe('Anchors', () => {
  test('are those of the English headings if both languages have the same headings', () => {
    const { body, reported } = plan({
      'ko/a': '## 가\n\n## 나\n\n[나](#나)',
      'en/a': '## One\n\n## Two\n\n[one](/ko/a/#가)',
      'ko/b': '[가](/ko/a/#가) [나](/ko/a/#two) [나](/en/a/#나)',
    });
    expect(body('ko/a')).toContain('[나](#two)');
    expect(body('en/a')).toContain('[one](../a/ko.md#one)');
    expect(body('ko/b')).toBe('[가](../a/ko.md#one) [나](../a/ko.md#two) [나](../a/en.md#two)');
    expect(reported).toEqual([]);
  });

  test('of a heading without a counterpart are its own and exist in its language only', () => {
    const { body, reported } = plan({
      'ko/a': '## 가\n\n<!-- only: ko -->\n\n## 나',
      'en/a': '## One',
      'ko/b': '[나](/ko/a/#나) [둘](/en/a/#나)',
    });
    expect(body('ko/b')).toBe('[나](../a/ko.md#나) [둘](../a/en.md)');
    expect(reported).toMatchObject([expect.stringContaining('ko/b.md:7:15: warning: Unknown anchor `#나`')]);
  });

  test('are those of the English headings even if the other language has an additional heading', () => {
    const { body, reported } = plan({
      'ko/a':
        '## 가 {#one}\n\n글\n\n<!-- only: ko -->\n\n## 덧붙임\n\n## 나 {#two}\n\n[나](#나) [덧](#덧붙임)',
      'en/a': '## One {#one}\n\nText\n\n## Two {#two}\n\n[one](/ko/a/#가)',
    });
    expect(body('ko/a')).toContain('[나](#two) [덧](#덧붙임)');
    expect(body('en/a')).toContain('[one](../a/ko.md#one)');
    expect(reported).toEqual([]);
  });

  test('of footnotes are those of the English text, even if the labels differ', () => {
    const { body, reported } = plan({
      'ko/a': '글[^1] [각주](#fn-1)\n\n[^1]: 각주',
      'en/a': 'Text[^note]\n\n[^note]: Note',
      'ko/b': '[각주](/ko/a/#fnref-1) [표](/ko/a/#table-1)',
    });
    expect(body('ko/a')).toContain('글[^1] [각주](#fn-note)');
    expect(body('ko/b')).toBe('[각주](../a/ko.md#fnref-note) [표](../a/ko.md)');
    expect(reported).toHaveLength(1);
  });

  test('of tables and figures in existing articles can be linked', () => {
    const old = existingArticle('| a |\n| - |');
    const { body } = plan({ 'ko/a': '[표](/ko/old/#table-1)' }, { existing: new Map([['old', old]]) });
    expect(body('ko/a')).toBe('[표](../old/ko.md#table-1)');
  });

  test('of figures and their valid states can be linked', () => {
    const { body, reported } = plan({
      'ko/a': '::figure{name=clock #tick}\n\n[가](#tick) [나](#tick:every=5) [다](#tick:every=99)',
      'ko/b': '## 가\n\n[가](/ko/a/#tick%3Apreset=fast&every=2) [나](#가:every=5) [다](/ko/a/#tock:every=5)',
    });
    expect(body('ko/a')).toBe('::figure{name=clock #tick}\n\n[가](#tick) [나](#tick:every=5) 다');
    expect(body('ko/b')).toBe('## 가\n\n[가](../a/ko.md#tick:preset=fast&every=2) 나 [다](../a/ko.md)');
    expect(reported.map((line) => line.replace(/^(\S+) .*  /, '$1 '))).toEqual([
      'ko/a.md:9:31: import/unknown-anchor',
      'ko/b.md:9:40: import/unknown-anchor',
      'ko/b.md:9:56: import/unknown-anchor',
    ]);
  });

  test('of figure states in existing articles can be linked', () => {
    const old = existingArticle('::figure{name=clock #tick}');
    const { body } = plan({ 'ko/a': '[가](/ko/old/#tick:every=5)' }, { existing: new Map([['old', old]]) });
    expect(body('ko/a')).toBe('[가](../old/ko.md#tick:every=5)');
  });

  test('of headings with equal text are numbered as in the original', () => {
    const { body } = plan({
      'ko/a': '## 예\n\n## 예\n\n[둘째](#예-1)',
      'en/a': '## First\n\n## Second',
    });
    expect(body('ko/a')).toContain('[둘째](#second)');
  });

  test('that differ between languages become one', () => {
    const { body, reported } = plan({
      'ko/a': '## 가 {#ga}\n\n[가](#ga)',
      'en/a': '## One {#one}\n\n[one](/ko/a/#ga)',
    });
    expect(body('ko/a')).toBe('## 가 {#one}\n\n[가](#one)');
    expect(body('en/a')).toBe('## One {#one}\n\n[one](../a/ko.md#one)');
    expect(reported).toMatchObject([
      expect.stringContaining('ko/a.md:7:1: warning: The id `ga` was changed to `one`'),
    ]);
  });

  test('that authors gave to different headings stay with the English heading', () => {
    const { body } = plan({
      'ko/a': '## 가 {#two}\n\n## 나\n\n[가](#two)',
      'en/a': '## One\n\n## Two {#two}',
    });
    expect(body('ko/a')).toBe('## 가 {#one}\n\n## 나\n\n[가](#one)');
  });

  test('include a tag of a heading that was converted to text', () => {
    const { body } = plan({ 'ko/a': '## <Image /> 쓰기\n\n[가](#쓰기)' });
    expect(body('ko/a')).toBe('## \\<Image /> 쓰기\n\n[가](#image--쓰기)');
  });

  test('of existing articles are found', () => {
    const existing = new Map<string, ExistingArticle>([
      [
        'old',
        {
          source: 'en',
          date: '2025-01-01',
          languages: [
            { locale: 'en', survey: surveyMarkdown(parseMarkdown('## Two words')), record: undefined },
          ],
          records: new Map(),
        },
      ],
    ]);
    const { body, text } = plan(
      { 'ko/a': '[가](/en/old/#two-words)', 'ko/old': '## 두 낱말\n\n[나](#두-낱말)' },
      { existing },
    );
    expect(body('ko/a')).toBe('[가](../old/en.md#two-words)');
    expect(body('ko/old')).toContain('[나](#two-words)');
    expect(text('ko/old')).toContain('translates: { from: en }');
  });
});

describe('Front matter', () => {
  test.each([
    ['date: 2026-01-01T23:59:59Z', 'date: 2026-01-01\n', ['import/date-form']],
    ['date: 2026. 1. 5.', 'date: 2026-01-05\n', ['import/date-form']],
    ['date: 2026-01-01\nupdated: 2026-01-02', 'date: 2026-01-01\nupdated: 2026-01-02\n', []],
    ['date: 2026-01-01\ntags: [a, a, " b "]', 'date: 2026-01-01\ntopics: [a, b]\n', []],
    ['date: 2026-01-01\ntags: []', 'date: 2026-01-01\n', []],
    ['date: 2026-01-01\ntags:', 'date: 2026-01-01\n', []],
    ['date: 2026-01-01\ntags: ["2024"]', 'date: 2026-01-01\ntopics: ["2024"]\n', []],
    ['date: 2026-01-01\ndraft: true', 'date: 2026-01-01\ndraft: true\n', []],
    ['date: 2026-01-01\nlayout: post', 'date: 2026-01-01\n', ['import/unknown-key']],
  ])('%j becomes %j', (given, converted, rules) => {
    const { text, diagnostics } = plan({
      'ko/a': `---\ntitle: "가: 나"\ndescription: 다\n${given}\n---\n글\n`,
    });
    expect(text('ko/a')).toBe(`---\ntitle: "가: 나"\ndescription: 다\n${converted}---\n\n글\n`);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(rules);
  });

  test.each([
    ['title: 가\ndescription: 나', 'a.md:2:1: error: Missing `date`'],
    ['title: 가\ndate: 2026-01-01', 'a.md:2:1: error: Missing `description`'],
    ['title: ""\ndescription: 나\ndate: 2026-01-01', 'a.md:2:8: error: Unexpected empty `title`'],
    [
      'title: 7\ndescription: 나\ndate: 2026-01-01',
      'a.md:2:8: error: Unexpected number `7` as the value of `title`',
    ],
    ['title: 가\ndescription: 나\ndate: 2026-13-01', 'a.md:4:7: error: Unexpected date `2026-13-01`'],
    ['title: 가\ndescription: 나\ndate: 어제', 'a.md:4:7: error: Unexpected date `어제`'],
    [
      'title: 가\ndescription: 나\ndate: 2026-01-01\ntags: a',
      'a.md:5:7: error: Unexpected text `a` as the value of `tags`',
    ],
    ['title: 가\ntitle: 나', 'a.md:3:1: error: Duplicate key'],
  ])('%j is reported: %s', (given, line) => {
    const { reported } = plan({ 'ko/a': `---\n${given}\n---\n글\n` });
    expect(reported).toMatchObject([expect.stringContaining(line)]);
  });

  test('of a translation names its source; its own date and tags are reported and dropped', () => {
    const { text, reported } = plan({
      'ko/a': post('글'),
      'en/a': '---\ntitle: A\ndescription: B\ndate: 2026-02-01\ntags: [x]\n---\ntext\n',
    });
    expect(text('en/a')).toBe('---\ntitle: A\ndescription: B\ntranslates: { from: ko }\n---\n\ntext\n');
    expect(reported).toEqual([
      'en/a.md:4:7: warning: `date` 2026-02-01 is ignored: the source (`ko`) says 2026-01-01  import/own-date',
      'en/a.md:5:7: warning: `tags` [x] is ignored: the source (`ko`) says []  import/own-tags',
    ]);
  });

  test('of a draft in one language turns the article into a draft', () => {
    const { text, diagnostics } = plan({ 'ko/a': post('글'), 'en/a': post('text', 'draft: true\n') });
    expect(text('ko/a')).toContain('draft: true');
    expect(diagnostics).toMatchObject([{ rule: 'import/own-draft', severity: 'warning' }]);
  });
});

test('places in a converted text are mapped to the original file', () => {
  const { texts } = plan({
    'ko/a':
      '---\ntitle: 가\n# 왜\ndescription: 나\ndate: 2026-01-01\nlayout: post\ntags: [b]\n---\n# 가\n[다](#없음) 라마\n\n바',
  });
  const [text] = texts;
  const at = (words: string) => {
    const before = (text?.text.slice(0, text.text.indexOf(words)) ?? '').split('\n');
    return text?.toSource({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  };
  expect(at('라마')).toEqual({ line: 10, column: 10 });
  expect(at('바')).toEqual({ line: 12, column: 1 });
  expect(at('가\n')).toEqual({ line: 2, column: 8 });
  expect(at('나\n')).toEqual({ line: 4, column: 14 });
});
