import { describe, expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText, type Files } from '../../testing/build-content.ts';
import { checkAliases } from './aliases.ts';

/** Returns the diagnostics about articles with these aliases, as `slug:line rule` and what they say. */
async function check(aliases: Readonly<Record<string, string>>, files: Files = {}): Promise<string[]> {
  const texts = Object.entries(aliases).map(([slug, list]) => [
    `articles/${slug}/ko.md`,
    sourceText('글', `aliases: ${list}\n`),
  ]);
  const library = await buildLibrary({ ...(Object.fromEntries(texts) as Files), ...files });
  expect(library.content.diagnostics).toEqual([]);
  return checkAliases(library).map(
    ({ file, line, column, rule, severity }) =>
      `${file.split('/').at(-2) ?? ''}:${line}:${column} ${severity} ${rule}`,
  );
}

describe('An alias', () => {
  test('that nothing else uses has no problem', async () => {
    expect(
      await check({ a: '[old, /2015/03/12/old/, /old.html, /feed/, /한글 주소/]', b: '[older]' }),
    ).toEqual([]);
  });

  test('that is the slug of its own article, whatever its case, is reported', async () => {
    expect(await check({ a: '[A]' })).toEqual(['a:5:11 error alias/own']);
  });

  test.each([
    ['a page of another article', '[b]'],
    ['a page of another article, as address', '[/ko/articles/b/]'],
    ['its own page', '[/en/articles/a]'],
    ['a page of a topic', '[/ko/topics/words/]'],
    ['the home page', '[/ko/]'],
    ['the root page', '[/index.html]'],
    ['a file of the site', '[/ko/feed.xml]'],
    ['a file in public/, in another case', '[/Tea/Green.html]'],
    ['the page of a folder in public/', '[/tea/]'],
    ['a file in the place of a folder', '[/robots.txt/old/]'],
    ['a file in the place of a folder of public/', '[/x.html]'],
    ['a generated file', '[/_astro/old.html]'],
    ['rules for the host', '[/_headers/]'],
  ])('that is %s is reported', async (_, alias) => {
    const files = {
      'articles/b/ko.md': sourceText('글'),
      '../public/tea/green.html': '',
      '../public/tea/index.html': '',
      '../public/x.html/y.txt': '',
    };
    expect(await check({ a: alias }, files)).toEqual(['a:5:11 error alias/taken']);
  });

  test('that two articles claim is reported at the second', async () => {
    expect(await check({ a: '[old]', b: '[x, /ko/articles/old]' })).toEqual(['b:5:14 error alias/claimed']);
  });

  test('that an article has twice is reported', async () => {
    expect(await check({ a: '[/old, /old/index.html]' })).toEqual(['a:5:17 error alias/repeated']);
  });

  test('with the base of the site is a warning', async () => {
    expect(await check({ a: '[/kb/old/]' })).toEqual(['a:5:11 warning alias/with-base']);
  });

  test('of a draft is reported, too, and one in a translation is an unknown key', async () => {
    const files = { 'articles/c/ko.md': sourceText('글', 'draft: true\naliases: [a]\n') };
    expect(await check({ a: '[]' }, files)).toEqual(['c:6:11 error alias/taken']);
    const library = await buildLibrary({
      'articles/a/ko.md': sourceText('글'),
      'articles/a/en.md': translatedText('Text').replace('title:', 'aliases: [old]\ntitle:'),
    });
    expect(library.content.diagnostics.map(({ rule }) => rule)).toEqual(['yaml/unknown-key']);
  });

  test('that is malformed is reported at its place in the list', async () => {
    const library = await buildLibrary({
      'articles/a/ko.md': sourceText('글', 'aliases:\n  - old\n  - /?p=1\n'),
    });
    expect(library.content.diagnostics).toMatchObject([{ line: 7, column: 5, rule: 'yaml/wrong-value' }]);
  });
});
