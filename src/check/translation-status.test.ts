import { describe, expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText } from '../testing/build-content.ts';
import {
  formatTranslationStatuses,
  listTranslationStatuses,
  type TranslationStatus,
} from './translation-status.ts';

function status(overrides: Partial<TranslationStatus> = {}): TranslationStatus {
  const counts = { changed: 0, added: 0, removed: 0, unfinished: 0 };
  return { folder: 'articles/a', locale: 'en', state: 'current', ...counts, ...overrides };
}

test('every article has a status in every language but its own; unreadable translations have none', async () => {
  const library = await buildLibrary({
    'articles/b/ko.md': sourceText('글'),
    'articles/b/en.md': translatedText('<!-- translate: 글 -->'),
    'articles/a/en.md': sourceText('Text'),
    'articles/d/ko.md': sourceText('글'),
    'articles/d/en.md': translatedText('Text').replace('translates:', 'draft: true\ntranslates:'),
    'articles/c/ko.md': sourceText('글'),
    'articles/c/en.md': 'no front matter',
    'pages/about/ko.md': '---\ntitle: 소개\ndescription: 소개.\n---\n\n글\n',
  });
  expect(listTranslationStatuses(library)).toEqual([
    status({ folder: 'articles/a', locale: 'ko', state: 'missing' }),
    status({ folder: 'articles/b', state: 'unfinished', unfinished: 1 }),
    status({ folder: 'articles/d', state: 'draft' }),
    status({ folder: 'pages/about', state: 'missing' }),
  ]);
});

describe('The list of translation statuses', () => {
  test('has a line for each, those that need work first, then the number in each state', () => {
    expect(
      formatTranslationStatuses([
        status(),
        status({ folder: 'articles/b', state: 'outdated', changed: 2, removed: 1, unfinished: 3 }),
        status({ folder: 'articles/c', state: 'missing' }),
        status({ folder: 'pages/about', locale: 'ko', state: 'unrecorded' }),
      ]),
    ).toMatchInlineSnapshot(`
      "Translations
        outdated    en  articles/b  2 changed, 1 removed, 3 places to finish
        unrecorded  ko  pages/about
        missing     en  articles/c
        current     en  articles/a
        1 outdated, 1 unrecorded, 1 missing, 1 current
        unrecorded: no baseline is recorded, so changes of the source can’t be detected. \`npm run translate -- --all --done\` records all texts as they are now."
    `);
  });

  test('of a large site omits current translations and only counts large groups', () => {
    const many = (state: TranslationStatus['state'], count: number): TranslationStatus[] =>
      Array.from({ length: count }, (_, index) => status({ folder: `articles/${state}-${index}`, state }));
    expect(
      formatTranslationStatuses([
        ...many('current', 200),
        ...many('missing', 30),
        ...many('unrecorded', 2),
        ...many('outdated', 1),
        status({ folder: 'articles/started', state: 'unfinished', unfinished: 1 }),
        status({ folder: 'articles/empty', state: 'unfinished' }),
      ]),
    ).toMatchInlineSnapshot(`
      "Translations
        unfinished  en  articles/started  1 place to finish
        unfinished  en  articles/empty  empty
        outdated    en  articles/outdated-0
        unrecorded  en  articles/unrecorded-0
        unrecorded  en  articles/unrecorded-1
        2 unfinished, 1 outdated, 2 unrecorded, 30 missing, 200 current
        unfinished: not published. Readers get the source until everything marked \`translate:\` is translated.
        unrecorded: no baseline is recorded, so changes of the source can’t be detected. \`npm run translate -- --all --done\` records all texts as they are now."
    `);
  });

  test('of a site without articles is empty', () => {
    expect(formatTranslationStatuses([])).toBe('');
  });
});
