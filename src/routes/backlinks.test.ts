import { describe, expect, test } from 'vitest';
import { entry, mark, site, storedEntry, translation } from '../testing/builders.ts';
import type { StoredEntry } from '../texts/index.ts';
import { listPages } from './list-pages.ts';
import { groupContent } from './site-content.ts';

const say = (before: string) => ({ before, words: 'a', after: '.' });

const target = storedEntry(entry({ slug: 'target', date: '2026-01-01' }));

/** An article that links to the target in these sentences, by language. */
function linking(
  slug: string,
  sentences: Readonly<Record<string, string | undefined>>,
  date: string,
): StoredEntry[] {
  return Object.entries(sentences).map(([locale, before], index) =>
    storedEntry(index === 0 ? entry({ slug, locale, date }) : translation({ slug, locale }), {
      linksTo: before === undefined ? [] : ['target'],
      mentions: before === undefined ? {} : { target: say(before) },
    }),
  );
}

/** Returns the backlinks of the target for readers of a language, as `slug locale: sentence`. */
function backlinks(locale: string, texts: readonly StoredEntry[]) {
  const settings = { site: site(), topics: {}, today: '2026-06-01' as const, isPreview: false };
  const content = groupContent({ settings, entries: [target, ...texts], diagnostics: [] }, mark());
  const model = listPages(content).find(({ file }) => file === `${locale}/articles/target/index.html`)?.model;
  if (model?.type !== 'article') throw new Error('There is no such page');
  const { newest, others } = model.backlinks;
  return {
    newest: newest.map(({ article, sentence }) => `${article.slug} ${sentence?.locale}: ${sentence?.before}`),
    others: others.map(({ slug }) => slug),
  };
}

describe('The backlinks of an article', () => {
  test('are the articles that link to it, newest first, with the sentence in the reader’s language', () => {
    const texts = [
      ...linking('one', { ko: '하나', en: 'One' }, '2026-02-01'),
      ...linking('two', { ko: '둘' }, '2026-03-01'),
      ...linking('none', { ko: undefined }, '2026-04-01'),
    ];
    expect(backlinks('ko', texts).newest).toEqual(['two ko: 둘', 'one ko: 하나']);
    expect(backlinks('en', texts).newest).toEqual(['two ko: 둘', 'one en: One']);
  });

  test('have the other language’s sentence if the reader’s text has no link', () => {
    const texts = linking('one', { ko: undefined, en: 'One' }, '2026-02-01');
    expect(backlinks('ko', texts).newest).toEqual(['one en: One']);
  });

  test('of drafts are not shown, and a long list ends without sentences', () => {
    const draft = storedEntry(entry({ slug: 'draft', draft: true }), { linksTo: ['target'] });
    const many = Array.from({ length: 12 }, (_, index) =>
      linking(`a-${index}`, { ko: '말' }, `2026-03-${String(30 - index)}`),
    ).flat();
    const { newest, others } = backlinks('ko', [draft, ...many]);
    expect(newest).toHaveLength(10);
    expect(others).toEqual(['a-10', 'a-11']);
  });

  test('are none for an article that nothing links to', () => {
    expect(backlinks('ko', [])).toEqual({ newest: [], others: [] });
  });
});
