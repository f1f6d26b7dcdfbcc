import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, translation } from '../testing/builders.ts';
import { groupArticles } from './article.ts';
import { createRelated, type LinkingArticle } from './related.ts';

interface Relations {
  topics?: readonly string[];
  linksTo?: readonly string[];
}

/** Creates articles by slug, each older than the one before it. */
function articlesOf(articles: Readonly<Record<string, Relations>>): LinkingArticle[] {
  const entries = Object.entries(articles).map(([slug, { topics = [], linksTo = [] }], index) => ({
    ...entry({ slug, topics, date: `2026-01-${String(31 - index)}` }),
    linksTo,
  }));
  return groupArticles(entries, ['ko']);
}

function relatedTo(slug: string, articles: readonly LinkingArticle[], most = Infinity): string[] {
  const article = articles.find((each) => each.slug === slug);
  if (article === undefined) throw new Error(`No article ${slug}`);
  return createRelated(articles)(article, most).map((each) => each.slug);
}

describe('Related to an article', () => {
  test('are no articles that share neither a topic nor a link with it', () => {
    const articles = articlesOf({ a: { topics: ['linux'] }, b: { topics: ['calls'] }, c: {} });
    expect(relatedTo('a', articles)).toEqual([]);
  });

  test('are articles on its topics, rarer topics first', () => {
    const articles = articlesOf({
      common: { topics: ['linux'] },
      a: { topics: ['linux', 'calls'] },
      rare: { topics: ['calls'] },
      another: { topics: ['linux'] },
    });
    expect(relatedTo('a', articles)).toEqual(['rare', 'common', 'another']);
  });

  test('are articles with more shared topics first', () => {
    const articles = articlesOf({
      one: { topics: ['linux'] },
      two: { topics: ['linux', 'calls'] },
      a: { topics: ['calls', 'linux'] },
    });
    expect(relatedTo('a', articles)).toEqual(['two', 'one']);
  });

  test('are articles linked in either direction, before those that only share a topic', () => {
    const articles = articlesOf({
      topic: { topics: ['linux'] },
      linking: { linksTo: ['a'] },
      a: { topics: ['linux'], linksTo: ['linked', 'gone'] },
      linked: {},
    });
    expect(relatedTo('a', articles)).toEqual(['linking', 'linked', 'topic']);
  });

  test('are articles linked in both directions first', () => {
    const articles = articlesOf({
      one: { linksTo: ['a'] },
      a: { linksTo: ['both'] },
      both: { linksTo: ['a'] },
    });
    expect(relatedTo('a', articles)).toEqual(['both', 'one']);
  });

  test('are also articles that only one of its languages links to', () => {
    const articles = groupArticles(
      [
        { ...entry({ slug: 'a' }), linksTo: [] },
        { ...translation({ slug: 'a' }), linksTo: ['b'] },
        { ...entry({ slug: 'b' }), linksTo: [] },
      ],
      ['ko', 'en'],
    );
    expect(relatedTo('a', articles)).toEqual(['b']);
  });

  test('are limited to the requested number, newest first on ties', () => {
    const topics = ['linux'];
    const articles = articlesOf({ new: { topics }, a: { topics }, old: { topics }, older: { topics } });
    expect(relatedTo('a', articles, 2)).toEqual(['new', 'old']);
    expect(relatedTo('a', articles, 0)).toEqual([]);
  });

  const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
  const relations = fc.record({
    topics: fc.uniqueArray(fc.constantFrom('linux', 'calls', 'denmark')),
    linksTo: fc.uniqueArray(fc.constantFrom(...slugs)),
  });
  const sites = fc
    .array(relations, { minLength: slugs.length, maxLength: slugs.length })
    .map((all) => articlesOf(Object.fromEntries(slugs.map((slug, index) => [slug, all[index] ?? {}]))));

  test('are those that comparing it with every article finds, in the same order', () => {
    const large = fc
      .array(relations, { minLength: 1, maxLength: 30 })
      .map((all) =>
        articlesOf(Object.fromEntries(all.map((each, index) => [slugs[index] ?? `s${index}`, each]))),
      );
    fc.assert(
      fc.property(large, fc.nat(5), (articles, limit) => {
        const findRelated = createRelated(articles);
        for (const article of articles)
          expect(findRelated(article, limit)).toEqual(compareAll(article, articles).slice(0, limit));
      }),
    );
  });

  test('is never the article itself, and the relation is symmetric', () => {
    fc.assert(
      fc.property(sites, fc.constantFrom(...slugs), (articles, slug) => {
        const related = relatedTo(slug, articles);
        expect(related).not.toContain(slug);
        for (const other of related) expect(relatedTo(other, articles)).toContain(slug);
      }),
    );
  });

  test('never rank lower after another link between the two', () => {
    fc.assert(
      fc.property(sites, fc.constantFrom(...slugs.slice(1)), (articles, slug) => {
        const rankIn = (given: readonly LinkingArticle[]): number => {
          const at = relatedTo('a', given).indexOf(slug);
          return at === -1 ? slugs.length : at;
        };
        const linked = articles.map((article) =>
          article.slug === slug ? { ...article, entries: withLink(article, 'a') } : article,
        );
        expect(rankIn(linked)).toBeLessThanOrEqual(rankIn(articles));
      }),
    );
  });
});

function withLink({ entries }: LinkingArticle, slug: string): LinkingArticle['entries'] {
  return new Map(
    [...entries].map(([locale, each]) => [locale, { ...each, linksTo: [...each.linksTo, slug] }]),
  );
}

/** Sorts the articles related to another by the definition of closeness, by comparing it with each. */
function compareAll(article: LinkingArticle, articles: readonly LinkingArticle[]): LinkingArticle[] {
  const links = (from: LinkingArticle, to: LinkingArticle): number =>
    [...from.entries.values()].some((each) => each.linksTo.includes(to.slug)) ? 1 : 0;
  const closenessTo = (other: LinkingArticle): number => {
    const shared = article.topics.filter((topic) => other.topics.includes(topic));
    const sizes = shared.map((topic) => articles.filter(({ topics }) => topics.includes(topic)).length);
    return links(article, other) + links(other, article) + sizes.reduce((sum, size) => sum + 1 / size, 0);
  };
  return articles
    .filter((other) => other !== article && closenessTo(other) > 0)
    .toSorted((one, other) => closenessTo(other) - closenessTo(one));
}
