import { describe, expect, test } from 'vitest';
import { colors } from '../identity/colors.ts';
import { groupArticles, type Article, type Entry } from '../model/index.ts';
import { entry, site, translation } from '../testing/builders.ts';
import { articleCard, siteCard } from './page-cards.ts';

/** Groups the languages of an article, whose source has a sign. */
function articleOf(...entries: Entry[]): Article<Entry & { sign: string }> {
  const signed = entries.map((each) => ({ ...each, sign: each.role.type === 'source' ? '<svg/>' : '' }));
  const [article] = groupArticles(signed, ['ko', 'en']);
  if (article === undefined) throw new Error('These entries are no article');
  return article;
}

describe('The card of an article', () => {
  const both = articleOf(entry(), translation());

  test('has the title in its own language, followed by the other, and the sign', () => {
    expect(articleCard({ site: site(), mark: '<svg/>' }, both, 'en')).toEqual({
      titles: [
        { text: 'Tail latency', lang: 'en' },
        { text: '꼬리 지연', lang: 'ko' },
      ],
      sign: '<svg/>',
      site: 'Narani',
      mark: '<svg/>',
      accent: colors.light.accent,
      languages: ['English', '한국어'],
    });
    expect(articleCard({ site: site(), mark: '<svg/>' }, both, 'ko')).toMatchObject({
      site: '나란히',
      languages: ['한국어', 'English'],
    });
  });

  test('lists only the languages that the article is written in', () => {
    expect(articleCard({ site: site(), mark: '<svg/>' }, articleOf(entry()), 'ko')).toMatchObject({
      titles: [{ text: '꼬리 지연', lang: 'ko' }],
      languages: ['한국어'],
    });
  });
});

test('the card of the site has its description in each language', () => {
  expect(siteCard({ site: site(), mark: '<svg/>' }, 'en')).toEqual({
    titles: [
      { text: 'Articles side by side', lang: 'en' },
      { text: '나란히 선 글', lang: 'ko' },
    ],
    sign: '',
    site: 'Narani',
    mark: '<svg/>',
    accent: colors.light.accent,
    languages: ['English', '한국어'],
  });
});
