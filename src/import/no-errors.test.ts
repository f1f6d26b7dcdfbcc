import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAddition } from '../check/index.ts';
import { errorsIn } from '../diagnostics/index.ts';
import { findFigures } from '../figures/registry/find-figures.ts';
import { parseMarkdown, surveyMarkdown } from '../markdown/index.ts';
import { parseEntry, type Content, type EntryFile } from '../sources/index.ts';
import { headlines, site } from '../testing/builders.ts';
import { planImport, type ConvertedText } from './plan.ts';

const figures = await findFigures('ko');

/** Pieces of Markdown that cause conversions, for random combination. */
const pieces = [
  '# 제목',
  '# 다른 제목',
  '## 가 {#a}',
  '## 나 {#a}',
  '### <Image> 쓰기',
  '제목\n===',
  '## [가](skype:a) ![나](https://e.org/a.png)',
  '[가](/ko/b/#없음)',
  '[가](/ko/b/#b)',
  '[가](/ko/gone/)',
  '[가](x.pdf)',
  '[가]()',
  '[가](/%zz)',
  '[가][r]',
  '[r]: /ko/gone/#x "t"',
  '[r]: </ko/b/> (t)',
  '[`가`](javascript:1)',
  '<skype:a>',
  '[![가](a.png)](/ko/gone/)',
  '![](a.png)',
  '![가][r]',
  '[가](#a)',
  '[가](?a#b)',
  '[가](en.md)',
  '[*가* 나](../b/)',
  ':::warning',
  ':::note[가]',
  ':::foo{a=b}',
  '::::x',
  ':::',
  '::figure{name="ps-vs-top" preset="steady" every="5"}',
  '::figure{name=silent-voicemail preset=blocked',
  '::figure{name="ps-vs-top" preset="stedy" at=1 at=2 .wide}',
  '::figure[가]',
  ':figure',
  '::figure 가',
  '[가](#figure-1:preset=steady)',
  '[가](/ko/b/#figure-1:at=41)',
  '::before',
  '::note[가]',
  '> :::danger',
  '- :::info',
  '```klingon',
  '```js{1} wrap',
  '```mermaid',
  'flowchart LR',
  'a --> b',
  '```',
  '~~~ RUST,x',
  '~~~',
  '    ```foo',
  '가[^1] 나[^2]',
  '[^1]: 하나',
  '[^1]: 둘 [가](/ko/gone/)',
  '[^2]:\n    ```foo\n    a',
  '가 $\\fraq{1}{2}$',
  '$$',
  '$$\nx^2^3\n$$',
  '$$\\begin{x}',
  '```math',
  '<head>',
  '<Card a="<x>">',
  '</Card>',
  '<div>',
  '</div>',
  '<a href="/ko/gone/">가</a>',
  '가 <slug> 나',
  '<!-- <x> -->',
  '<script>',
  '</script>',
  '<textarea>',
  '<!-- 가',
  '<?php 가',
  '<![CDATA[ 가',
  '| a | [b](skype:a) |\n| - | - |\n| ![c](https://e.org/c) | [d](/ko/gone/) |',
  '| a | b |\n| - | - |\n| 가 | 나 | `다|라` | 마 |',
  '| a |\n| - |\n| `가|나` |\n| 가 | ``나|다`` |',
  '> 가',
  '- 나',
  '1. 다',
  '\t가',
  '\\[가](b)',
  '가\\\n나',
  '&lt;x&gt;',
  '---',
];

const body = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('\n', '\n\n', ' ', '\n> ', '\n  ')), {
    maxLength: 14,
  })
  .map((parts) => parts.flat().join(''));

/** Imports an article, and one that links to it. */
function importArticles(ko: string, en: string): ConvertedText[] {
  return convertTexts({ 'ko/a': ko, 'en/a': en, 'ko/b': '## 나\n\n[가](/ko/a/#가)', 'en/b': '## B' });
}

test('the converted texts have no errors, whatever the originals contain', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(body, body, async (ko, en) => {
      expect(await findErrors(importArticles(ko, en))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('the parsed body of a converted text, which is checked, is what its file parses to', () => {
  fc.assert(
    fc.property(body, body, (ko, en) => {
      for (const text of importArticles(ko, en)) {
        const tree = parseMarkdown(toEntry(text).body);
        expect(text.parsed).toEqual({ tree, survey: surveyMarkdown(tree) });
      }
    }),
    { numRuns: 100 },
  );
});

function convertTexts(bodies: Readonly<Record<string, string>>): ConvertedText[] {
  const files = Object.entries(bodies).map(([name, text]) => {
    const [locale = '', slug = ''] = name.split('/');
    const markdown = `---\ntitle: 제목\ndescription: 설명\ndate: 2026-01-01\n---\n${text}`;
    return { locale, slug, file: `${name}.md`, bytes: new TextEncoder().encode(markdown) };
  });
  const options = {
    existing: new Map(),
    topics: {},
    figures,
    locales: ['ko', 'en'],
    preferredSource: 'ko',
    force: false,
    base: '/',
  };
  return planImport({ files, ...options }).texts;
}

function toEntry({ slug, locale, file, text }: ConvertedText): EntryFile {
  const place = {
    kind: 'article',
    slug,
    locale,
    file,
    path: `/content/articles/${slug}/${locale}.md`,
  } as const;
  const read = parseEntry(place, new TextEncoder().encode(text));
  if (Array.isArray(read)) throw new Error(text);
  return { ...place, ...read, assets: new Map(), sync: undefined };
}

async function findErrors(texts: readonly ConvertedText[]): Promise<string[]> {
  const entries = texts.map(toEntry);
  const settingsFile = { name: 'x.yaml', places: new Map() };
  const before: Content = {
    site: site(),
    topics: {},
    series: {},
    glossary: {},
    files: { site: settingsFile, topics: settingsFile, series: settingsFile, glossary: settingsFile },
    entries: [],
    unreadable: [],
    publicFiles: new Set(),
    diagnostics: [],
  };
  const added = new Set(entries);
  return headlines(
    errorsIn(await checkAddition({ before, after: { ...before, entries }, added }, '2026-06-01')),
  );
}
