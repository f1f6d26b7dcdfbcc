import { describe, expect, test } from 'vitest';
import { listRedirects } from './redirect.ts';

const locales = ['ko', 'en'];
const both = new Map([
  ['ko', undefined],
  ['en', undefined],
]);
const article = { kind: 'article', slug: 'new', source: 'ko', entries: both } as const;

/** Returns redirects as `path → target`. */
function list(
  aliases: readonly string[],
  fields: Partial<Parameters<typeof listRedirects>[0]> = {},
): string[] {
  return listRedirects({ ...article, aliases, ...fields }, locales).map(
    ({ path, locale, target }) =>
      `${path} → ${locale} ${target.type}${'other' in target ? ` ${target.other}` : ''}`,
  );
}

describe('A former slug leads on', () => {
  test('from every page and the Markdown of the article', () => {
    expect(list(['old'])).toEqual([
      'ko/articles/old/ → ko article',
      'ko/articles/old/side-by-side/en/ → ko side-by-side en',
      'ko/articles/old.md → ko markdown',
      'en/articles/old/ → en article',
      'en/articles/old/side-by-side/ko/ → en side-by-side ko',
      'en/articles/old.md → en markdown',
    ]);
  });

  test('only from the pages that an article in one language has', () => {
    expect(list(['old'], { entries: new Map([['ko', undefined]]) })).toEqual([
      'ko/articles/old/ → ko article',
      'ko/articles/old.md → ko markdown',
      'en/articles/old/ → en article',
    ]);
  });

  test('to a single page', () => {
    expect(list(['old'], { kind: 'page' })).toEqual(['ko/old/ → ko single', 'en/old/ → en single']);
  });
});

describe('A former address leads', () => {
  test('to the language of the source, or to the one that it begins with', () => {
    expect(list(['/2015/old/', '/en/2015/old'])).toEqual([
      '2015/old/ → ko article',
      'en/2015/old → en article',
    ]);
    expect(list(['/2015/old/'], { source: 'en' })).toEqual(['2015/old/ → en article']);
  });

  test.each([
    ['/2015/old', '2015/old/index.html'],
    ['/2015/old/', '2015/old/index.html'],
    ['/2015/old.html', '2015/old.html'],
    ['/2015/%EA%B8%80.php', '2015/글.php/index.html'],
  ])('%s from the page %s', (alias, file) => {
    expect(listRedirects({ ...article, aliases: [alias] }, locales).map((each) => each.file)).toEqual([file]);
  });
});
