import { describe, expect, test } from 'vitest';
import { groupArticles, type TranslationState } from '../model/index.ts';
import { entry, storedEntry, translation } from '../testing/builders.ts';
import { countStates, listTranslations, type TranslationRow } from './list-translations.ts';

/** Returns the rows of a site in Korean, English and Danish. Its only article is Korean, with an English translation in this state. */
function rowsWith(state: TranslationState | undefined): TranslationRow[] {
  const ko = storedEntry(entry(), { blockLines: [8, 10, 12] });
  const en = storedEntry(translation(), { translation: state, blockLines: [6, 9] });
  return listTranslations(groupArticles([ko, en], ['ko', 'en', 'da']), ['ko', 'en', 'da']);
}

describe('The status of an article in a language', () => {
  test('is source, current or missing, with the command that starts a missing translation', () => {
    expect(rowsWith({ type: 'current' })[0]?.cells).toEqual([
      { locale: 'ko', state: 'source', changes: [], command: undefined },
      { locale: 'en', state: 'current', changes: [], command: undefined },
      { locale: 'da', state: 'missing', changes: [], command: 'npm run translate -- tail-latency --to da' },
    ]);
  });

  test('is unrecorded for a translation without a baseline, with the command that records one', () => {
    expect(rowsWith({ type: 'unrecorded' })[0]?.cells[1]).toMatchObject({
      state: 'unrecorded',
      command: 'npm run translate -- tail-latency --to en --done',
    });
  });

  test('is outdated with the place of each changed passage, in the translation for removed passages', () => {
    const cell = rowsWith({
      type: 'outdated',
      changes: [
        { kind: 'changed', source: 1, renders: [0], after: undefined },
        { kind: 'removed', source: undefined, renders: [1], after: undefined },
        { kind: 'added', source: 2, renders: [], after: 1 },
        { kind: 'removed', source: undefined, renders: [], after: 1 },
      ],
    })[0]?.cells[1];
    expect(cell?.command).toBe('npm run translate -- tail-latency --to en');
    expect(cell?.changes).toEqual([
      { kind: 'changed', place: 'content/articles/tail-latency/ko.md:10' },
      { kind: 'removed', place: 'content/articles/tail-latency/en.md:9' },
      { kind: 'added', place: 'content/articles/tail-latency/ko.md:12' },
      { kind: 'removed', place: 'content/articles/tail-latency/en.md' },
    ]);
  });
});

test('statuses are counted over all articles and languages', () => {
  expect(countStates(rowsWith({ type: 'current' }))).toEqual({
    source: 1,
    current: 1,
    outdated: 0,
    unfinished: 0,
    unrecorded: 0,
    missing: 1,
  });
});
