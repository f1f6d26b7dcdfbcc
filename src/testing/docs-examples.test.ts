import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkLibrary } from '../check/index.ts';
import { formatReport } from '../diagnostics/index.ts';
import { createLibrary, renderText } from '../library/index.ts';
import { syncSchema } from '../model/index.ts';
import { buildContent, sourceText, today, type Files } from './build-content.ts';
import { hasFoundingArticles } from './founding-articles.ts';
import { listExamples, listPages, listRows, readPage, type Example } from './manual.ts';

const pages = listPages();
const examplesIn = (language: string): Example[] => pages.flatMap((page) => listExamples(page, language));

/** Returns the file that an example in YAML names in its first line. */
const fileOf = ({ code }: Example): string => /^# (.+)/.exec(code)?.[1] ?? '';

/** Returns everything that the examples of a file say together, as YAML. */
function joinExamples(name: string): string {
  const examples = examplesIn('yaml').filter((each) => fileOf(each) === name);
  const values = examples.map(({ code }) => parse(code) as Record<string, unknown>);
  return stringify(Object.assign({}, ...values));
}

/** A site with the settings of the manual, and with what its texts link to. */
const site: Files = {
  ...Object.fromEntries(
    ['site.yaml', 'topics.yaml', 'series.yaml', 'glossary.yaml'].map((name) => [name, joinExamples(name)]),
  ),
  'logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><rect width="32" height="32" fill="#888"/></svg>',
  'articles/teapot/en.md': sourceText('## Whistle {#whistle}\n\nIt whistles.'),
  '../public/files/tea.pdf': '',
  '../public/logo.svg': '',
};

/** Files beside the texts of the manual. */
const assets = ['kettle.png', 'kettle.mp4', 'whistle.mp3', 'values.csv', 'demo.html'];

/** Returns the rules that the check and the renderer report for a text in the site of the manual, once each. */
async function findRules(text: string): Promise<string[]> {
  const isWhole = text.startsWith('---\n');
  const isTranslation = /^translates:/m.test(text);
  const folder = 'articles/example';
  const content = await buildContent({
    ...site,
    ...Object.fromEntries(assets.map((name) => [`${folder}/${name}`, ''])),
    ...(isTranslation ? { [`${folder}/ko.md`]: sourceText('## 물 끓이기\n\n주전자를 불에 올린다.') } : {}),
    [`${folder}/en.md`]: isWhole ? text : sourceText(text),
  });
  const library = createLibrary(content, today);
  const diagnostics = await checkLibrary(library);
  for (const each of library.texts) diagnostics.push(...(await renderText(each)).diagnostics);
  return [...new Set(diagnostics.map(({ rule }) => rule))].toSorted();
}

/** Returns whether a value has a key, given as a path; in a list, whether an item has it. */
function has(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (Array.isArray(value)) return value.some((item) => has(item, [key, ...rest]));
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? has((value as Record<string, unknown>)[key], rest)
    : false;
}

/** Returns the rules that a text names in code. */
const namedRules = (text: string): string[] =>
  [...text.matchAll(/`([a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*)`/g)].map(([, rule = '']) => rule);

describe('Of the examples of the manual,', () => {
  test('those in YAML name their file, and are valid settings together', async () => {
    const files = examplesIn('yaml').map(fileOf);
    expect([...new Set(files)].toSorted()).toEqual(
      [
        '.github/workflows/pages.yml',
        'articles/kettle/en.sync.yaml',
        'glossary.yaml',
        'posts/ko/kettle.md',
        'series.yaml',
        'site.yaml',
        'topics.yaml',
      ].toSorted(),
    );
    expect((await buildContent(site)).diagnostics).toEqual([]);
    expect(await findRules('A text.')).toEqual([]);
  });

  test('the sync file is valid', () => {
    const [example] = examplesIn('yaml').filter((each) => path.basename(fileOf(each)) === 'en.sync.yaml');
    expect(syncSchema.safeParse(parse(example?.code ?? '')).error).toBeUndefined();
  });

  test('an example has each key that a table describes', () => {
    const frontMatter = examplesIn('md').flatMap(({ code }) => /^---\n([\s\S]*?)^---/m.exec(code)?.[1] ?? []);
    const values: Record<string, unknown[]> = {
      'site.yaml': [parse(joinExamples('site.yaml'))],
      'Counter and comments': [parse(joinExamples('site.yaml'))],
      ...Object.fromEntries(
        ['topics.yaml', 'series.yaml', 'glossary.yaml'].map((name) => [
          name,
          Object.values(parse(joinExamples(name)) as Record<string, unknown>),
        ]),
      ),
      'Front matter': frontMatter.map((each) => parse(each) as unknown),
      'Sync files': [parse(joinExamples('articles/kettle/en.sync.yaml'))],
    };
    const missing = pages.flatMap((page) =>
      Object.entries(values).flatMap(([heading, examples]) =>
        listRows(page, [heading])
          .map(({ key = '' }) => key.replaceAll('`', '').replace('<locale>', 'ko'))
          .filter((key) => key !== '' && !examples.some((example) => has(example, key.split('.')))),
      ),
    );
    expect(missing).toEqual([]);
  });

  test.each(examplesIn('md'))(
    '$page:$line has no problem but those that its introduction names',
    async ({ code, introduction }) => {
      expect(await findRules(code)).toEqual(namedRules(introduction).toSorted());
    },
  );

  // The writing guide is one of Narani’s own articles, which a checkout with another site may not have.
  const inGuide = test.skipIf(!hasFoundingArticles);

  inGuide.each(['ko', 'en'])(
    'those of the writing guide in %s are followed by what readers see',
    (locale) => {
      const guide = readPage(`content/articles/writing-guide/${locale}.md`);
      const examples = listExamples(guide, 'md').filter(({ code }) => !/<!--|^\[\^\w+\]:/m.test(code));
      expect(examples.length).toBeGreaterThan(10);
      const lines = guide.text.split('\n');
      const isFollowed = ({ line, code }: Example): boolean => {
        // The closing fence and a blank line are between them.
        const after = lines.slice(line + code.split('\n').length + 1).join('\n');
        return after.startsWith(code.trimEnd());
      };
      expect(examples.filter((example) => !isFollowed(example))).toEqual([]);
    },
  );

  inGuide(
    'the report of the check in the writing guide is that of its front matter with the mistake',
    async () => {
      const guide = readPage('content/articles/writing-guide/en.md');
      const [frontMatter] = listExamples(guide, 'yaml').map(({ code }) => code);
      const [report] = listExamples(guide, 'console').flatMap(
        ({ code }) => /^content[\s\S]*/m.exec(code) ?? [],
      );
      const text = (frontMatter ?? '').replace('measurement', 'mesurement');
      const content = await buildContent({
        'topics.yaml': stringify({
          measurement: {
            label: { ko: '측정', en: 'Measurement' },
            description: { ko: '재기', en: 'Measuring' },
          },
        }),
        'articles/barley-tea/en.md': `${text}\nBoil the water first.\n`,
      });
      const diagnostics = await checkLibrary(createLibrary(content, '2026-12-01'));
      expect(`${formatReport(diagnostics)}\n`).toBe(report);
    },
  );

  const syntax = listRows(readPage('docs/writing.md'), ['Markdown of other programs']).flatMap(
    ({ written = '', rule = '' }) =>
      [...written.matchAll(/`([^`]+)`/g)].map(([, text = '']) => ({ text, rules: namedRules(rule) })),
  );

  test('those of other programs’ syntax are as many as the table has', () => {
    expect(syntax.length).toBeGreaterThan(12);
  });

  test.each(syntax)('`$text` is reported by one of the rules in its row', async ({ text, rules }) => {
    const found = await findRules(text);
    expect(found).toHaveLength(1);
    expect(rules).toContain(found[0]);
  });
});
