import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { renderAlone } from '../testing/render-alone.ts';
import { visit } from '../tree/index.ts';
import { findAddresses } from './rewrite-links.ts';
import { parseMarkdown } from './parse.ts';

/** Returns the links by name in a text, as written. */
function wikilinksIn(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, 'link', ({ url, data }) => {
    if (data?.wikilink !== undefined) found.push(url);
  });
  return found;
}

const targets = {
  '[[tea]]': { href: '/ko/articles/tea/', title: '보리차' },
  '[[tea|차]]': { href: '/ko/articles/tea/', title: '보리차' },
  '[[tea\\|차]]': { href: '/ko/articles/tea/', title: '보리차' },
  '[[tea#water]]': { href: '/ko/articles/tea/#water', title: '보리차' },
};

const render = async (markdown: string): Promise<string> =>
  (await renderAlone(markdown, { locale: 'ko', targets })).html.trim();

describe('A link by name shows', () => {
  test.each([
    ['the title of its target', '글 [[tea]]는', '<p>글 <a href="/ko/articles/tea/">보리차</a>는</p>'],
    ['its own words', '[[tea|차]]', '<p><a href="/ko/articles/tea/">차</a></p>'],
    [
      'the title of a target with an anchor',
      '[[tea#water]]',
      '<p><a href="/ko/articles/tea/#water">보리차</a></p>',
    ],
    ['nothing but text as typed without a target', '글 [[없음|말]]', '<p>글 [[없음|말]]</p>'],
    [
      'nothing but text within another link',
      '[글 [[tea]]](https://e.org)',
      '<p><a href="https://e.org">글 [[tea]]</a></p>',
    ],
  ])('%s', async (_, markdown, html) => {
    expect(await render(markdown)).toBe(html);
    expect((await renderAlone(markdown, { locale: 'ko', targets })).diagnostics).toEqual([]);
  });

  test('its words in a table, where the bar is escaped', async () => {
    expect(await render('| [[tea\\|차]] |\n| - |')).toContain('<a href="/ko/articles/tea/">차</a>');
  });
});

describe('Double brackets', () => {
  test.each([
    ['[[a]][[b c]]', ['[[a]]', '[[b c]]']],
    ['**[[a]]**를 [[[b]]]', ['[[a]]', '[[b]]']],
    ['- [ ] [[a]]\n\n> [[b#c|d]]\n\n# [[e]]', ['[[a]]', '[[b#c|d]]', '[[e]]']],
  ])('of %j are links', (markdown, found) => {
    expect(wikilinksIn(parseMarkdown(markdown))).toEqual(found);
  });

  test.each([
    '`[[a]]`',
    '    [[a]]',
    '```\n[[a]]\n```',
    '\\[[a]]',
    '[\\[a]]',
    '![[a]]',
    '[[a\nb]]',
    '[[ -f x ]]',
    '[[#a]]',
    '[[^1]]\n\n[^1]: 글',
    '[[a]](https://e.org)',
    '[[1]]\n\n[1]: https://e.org',
    '[[toc]]',
    '[[1, 2], [3, 4]]',
    '[[]]',
    '$[[a]]$',
    '<https://e.org/[[a]]>',
  ])('in %j are none', (markdown) => {
    expect(wikilinksIn(parseMarkdown(markdown))).toEqual([]);
  });
});

test('The place of a link by name is that of its brackets, wherever it is', () => {
  const piece = fc.constantFrom(
    '[[a]]',
    '[[b#c|말]]',
    '가 ',
    '**',
    '`',
    '\n\n',
    '- ',
    '> ',
    '[',
    ']',
    '](x)',
    '!',
    '\\',
    '| ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const markdown = pieces.join('');
      const tree = parseMarkdown(markdown);
      const places = findAddresses(tree, markdown).map(({ start, end }) => markdown.slice(start, end));
      expect(places.filter((each) => each.startsWith('[['))).toEqual(wikilinksIn(tree));
    }),
  );
});
