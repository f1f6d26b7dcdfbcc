import { describe, expect, test } from 'vitest';
import { groupArticles, type Article, type Entry } from '../model/index.ts';
import { entry, site, translation } from '../testing/builders.ts';
import { articleToJsonLd } from './json-ld.ts';

const topics = { linux: { label: { ko: '리눅스', en: 'Linux' }, description: { ko: '커널' } } };

function articleOf(...entries: Entry[]): Article {
  const [article] = groupArticles(entries, ['ko', 'en']);
  if (article === undefined) throw new Error('These entries are no article');
  return article;
}

/** Converts to JSON and back, which drops undefined properties. */
function read(article: Article, of: Entry): unknown {
  return JSON.parse(
    JSON.stringify(articleToJsonLd(article, { ...of, minutes: 5 }, { site: site({ base: '/kb/' }), topics })),
  );
}

describe('The JSON-LD of an article', () => {
  const source = entry({ topics: ['linux', 'gone'], updated: '2026-12-01' });
  const english = translation();
  const article = articleOf(source, english);
  const ids = {
    ko: 'https://narani.example/kb/ko/articles/tail-latency/',
    en: 'https://narani.example/kb/en/articles/tail-latency/',
  };

  test('refers to the translations of a source', () => {
    expect(read(article, source)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'BlogPosting',
      '@id': ids.ko,
      url: ids.ko,
      headline: '꼬리 지연',
      description: '평균에 숨는 지연을 다룬다.',
      image: 'https://narani.example/kb/og/ko/tail-latency.png',
      inLanguage: 'ko',
      datePublished: '2026-11-22',
      dateModified: '2026-12-01',
      timeRequired: 'PT5M',
      author: { '@type': 'Organization', name: 'Narani' },
      isPartOf: { '@type': 'WebSite', name: '나란히', url: 'https://narani.example/kb/' },
      about: ['리눅스'],
      workTranslation: [{ '@type': 'BlogPosting', '@id': ids.en, inLanguage: 'en' }],
    });
  });

  test('refers from a translation only to its source', () => {
    const data = read(article, english);
    expect(data).toMatchObject({
      '@id': ids.en,
      inLanguage: 'en',
      headline: 'Tail latency',
      datePublished: '2026-11-22',
      about: ['Linux'],
      isPartOf: { name: 'Narani' },
      translationOfWork: { '@type': 'BlogPosting', '@id': ids.ko, inLanguage: 'ko' },
    });
    expect(data).not.toHaveProperty('workTranslation');
  });

  test('refers to no translations if there are none', () => {
    expect(read(articleOf(source), source)).toMatchObject({ workTranslation: [] });
  });

  test('has the date of publication as the date of the last change of an unchanged article', () => {
    expect(read(articleOf(entry()), entry())).toMatchObject({ dateModified: '2026-11-22' });
  });
});
