import { describe, expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText } from '../testing/content-builder.ts';
import { formatTranslations, reviewTranslations, type ReviewedTranslation } from './translations.ts';

function reviewed(said: Partial<ReviewedTranslation> = {}): ReviewedTranslation {
  const counts = { changed: 0, added: 0, removed: 0, unfinished: 0 };
  return { folder: 'articles/a', locale: 'en', state: 'current', ...counts, ...said };
}

test('each article is reviewed in each language but its own; what can’t be read is told elsewhere', async () => {
  const library = await buildLibrary({
    'articles/b/ko.md': sourceText('글'),
    'articles/b/en.md': translatedText('<!-- translate: 글 -->'),
    'articles/a/en.md': sourceText('Text'),
    'articles/c/ko.md': sourceText('글'),
    'articles/c/en.md': 'no front matter',
    'pages/about/ko.md': '---\ntitle: 소개\ndescription: 소개.\n---\n\n글\n',
  });
  expect(reviewTranslations(library)).toEqual([
    reviewed({ folder: 'articles/a', locale: 'ko', state: 'missing' }),
    reviewed({ folder: 'articles/b', state: 'unrecorded', unfinished: 1 }),
    reviewed({ folder: 'pages/about', state: 'missing' }),
  ]);
});

describe('How translations stand', () => {
  test('is a line each, what is to be done first, then how many of each', () => {
    expect(
      formatTranslations([
        reviewed(),
        reviewed({ folder: 'articles/b', state: 'outdated', changed: 2, removed: 1, unfinished: 3 }),
        reviewed({ folder: 'articles/c', state: 'missing' }),
        reviewed({ folder: 'pages/about', locale: 'ko', state: 'unrecorded' }),
      ]),
    ).toMatchInlineSnapshot(`
      "Translations
        outdated    en  articles/b  2 changed, 1 removed, 3 places left to do
        unrecorded  ko  pages/about
        missing     en  articles/c
        current     en  articles/a
        1 outdated, 1 unrecorded, 1 missing, 1 current
        Of what is unrecorded, changes can’t be told; \`npm run translate -- --all --done\` takes texts as they are."
    `);
  });

  test('of a large site leaves out what is current, and counts what is the same of many', () => {
    const many = (state: ReviewedTranslation['state'], count: number): ReviewedTranslation[] =>
      Array.from({ length: count }, (_, index) => reviewed({ folder: `articles/${state}-${index}`, state }));
    expect(
      formatTranslations([
        ...many('current', 200),
        ...many('missing', 30),
        ...many('unrecorded', 2),
        ...many('outdated', 1),
        reviewed({ folder: 'articles/begun', state: 'missing', unfinished: 1 }),
      ]),
    ).toMatchInlineSnapshot(`
      "Translations
        outdated    en  articles/outdated-0
        unrecorded  en  articles/unrecorded-0
        unrecorded  en  articles/unrecorded-1
        missing     en  articles/begun  1 place left to do
        1 outdated, 2 unrecorded, 31 missing, 200 current
        Of what is unrecorded, changes can’t be told; \`npm run translate -- --all --done\` takes texts as they are."
    `);
  });

  test('of a site without articles is nothing', () => {
    expect(formatTranslations([])).toBe('');
  });
});
