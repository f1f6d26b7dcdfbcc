import { describe, expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/build-content.ts';
import { checkRedirects } from './redirects.ts';

/** Returns the problems of the lines of `public/_redirects`, on a site with the article `a`, formerly `old`, and a draft. */
async function check(...lines: string[]): Promise<string[]> {
  const library = await buildLibrary({
    'articles/a/ko.md': sourceText('글', 'aliases: [old, /2015/old/]\n'),
    'articles/draft/ko.md': sourceText('글', 'draft: true\n'),
    '../public/tea.pdf': '',
    '../public/_redirects': lines.join('\n'),
  });
  return checkRedirects(library).map(
    ({ file, line, column, severity, rule }) => `${file}:${line}:${column} ${severity} ${rule}`,
  );
}

describe('public/_redirects', () => {
  test('with rules that lead to pages, files and other sites has no problem', async () => {
    expect(
      await check(
        '# Comment',
        '',
        '/x /ko/articles/a/ 301',
        '/y /ko/articles/a#top # comment',
        '/z /tea.pdf 302!',
        '/blog/* /ko/articles/:splat',
        '/:year/x /ko/ 301',
        '/out https://example.org/a',
      ),
    ).toEqual([]);
  });

  test.each([
    ['/x', 1],
    ['x /ko/', 1],
    ['https://old.example/x /ko/', 1],
    ['/x ko/', 1],
    ['/x //evil.example', 1],
    ['/x https:evil.example', 1],
    ['/x /ko/ 309', 1],
    ['  /x /ko/ 301 Country=kr', 3],
  ])('with the malformed line %j is reported', async (line, column) => {
    expect(await check(line)).toEqual([`public/_redirects:1:${column} error redirect/malformed`]);
  });

  test.each([
    ['a target that does not exist', ['/x /ko/articles/b/'], ['1:4 error redirect/broken']],
    ['a draft as target', ['/x /ko/articles/draft/'], ['1:4 error redirect/broken']],
    ['the address of a page', ['/ko/articles/a/ /ko/'], ['1:1 warning redirect/page']],
    ['the address of an alias', ['/2015/old /ko/'], ['1:1 error redirect/alias']],
    ['an alias as target', ['/x /ko/articles/old/'], ['1:4 warning redirect/chain']],
    [
      'a chain of rules',
      ['/x /y', '/y /z', '/z /ko/'],
      ['1:4 warning redirect/chain', '2:4 warning redirect/chain'],
    ],
    ['a loop', ['/x /y', '/y /x/'], ['1:4 error redirect/loop', '2:4 error redirect/loop']],
    ['a rule to itself', ['/x /x'], ['1:4 error redirect/loop']],
    ['an address twice', ['/x /ko/', '/X/ /en/'], ['2:1 error redirect/repeated']],
  ])('with %s is reported', async (_, lines, found) => {
    expect(await check(...lines)).toEqual(found.map((each) => `public/_redirects:${each}`));
  });
});
