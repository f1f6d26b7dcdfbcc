import { assert, constantFrom, property, string } from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from '../../tree/index.ts';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../parse.ts';

/** Returns the addresses of the links of a tree with their offsets in the text. */
function linksOf(tree: Root): string[] {
  const links: string[] = [];
  visit(tree, 'link', ({ url, position }) => {
    links.push(`${position?.start.offset}-${position?.end.offset} ${url}`);
  });
  return links;
}

function urlsOf(markdown: string): string[] {
  return linksOf(parseMarkdown(markdown)).map((link) => link.replace(/^\S+ /, ''));
}

test.each([
  ['in a sentence', 'https://example.com/docs를 본다.', ['https://example.com/docs']],
  ['in bold text', '**https://example.com/docs**를', ['https://example.com/docs']],
  ['in struck text', '~~https://example.com/docs~~를', ['https://example.com/docs']],
  ['in brackets', '(https://example.com/a)를', ['https://example.com/a']],
  ['in square brackets', '[https://example.com/a]를', ['https://example.com/a']],
  ['after an unclosed bracket', '[가 https://example.com/a를', ['https://example.com/a']],
  ['after a corner bracket', '「www.example.com」을', ['http://www.example.com']],
  ['directly after Hangul', '주소:https://example.com/a를', ['https://example.com/a']],
  [
    'directly after another',
    'https://a.example/를。https://b.example를',
    ['https://a.example/', 'https://b.example'],
  ],
  [
    'in a table',
    '| www.a.example을 |\n| - |\n| https://b.example/를 |',
    ['http://www.a.example', 'https://b.example/'],
  ],
  ['in a list and a quote', '> - https://example.com에서', ['https://example.com']],
  ['in a footnote', '가[^1]\n\n[^1]: https://example.com에서', ['https://example.com']],
  ['of e-mail', 'someone@example.com으로', ['mailto:someone@example.com']],
  ['of e-mail that begins with www.', 'www.someone@example.com', ['mailto:www.someone@example.com']],
  ['of e-mail in bold text', '**first.last_2+a@example.com**으로', ['mailto:first.last_2+a@example.com']],
  [
    'of e-mail in a table',
    '| a@example.com |\n| - |\n| b@example.com |',
    ['mailto:a@example.com', 'mailto:b@example.com'],
  ],
  [
    'of e-mail, but not as part of a path',
    'https://example.com/a@example.com',
    ['https://example.com/a@example.com'],
  ],
  ['in angle brackets, as written', '<https://example.com/docs를>', ['https://example.com/docs를']],
  [
    'of a link, as written',
    '[https://example.com/a를](https://example.com/b를)',
    ['https://example.com/b를'],
  ],
  ['not in code', '`https://example.com/docs를`', []],
])('An address is found %s', (_, markdown, urls) => {
  expect(urlsOf(markdown)).toEqual(urls);
});

test('the words after an address are text, and bold text around it stays bold', () => {
  expect(parseMarkdown('**https://example.com/a**를 본다').children).toMatchObject([
    {
      children: [
        { type: 'strong', children: [{ type: 'link', children: [{ value: 'https://example.com/a' }] }] },
        { type: 'text', value: '를 본다' },
      ],
    },
  ]);
});

test('in a text without CJK letters, addresses are those of GFM, but for signs before another address, which GFM keeps', () => {
  const withoutSigns = (tree: Root): string[] =>
    linksOf(tree).map((link) => link.replace(/[?!.,:*_~'"]+$/, ''));
  const gfm = unified().use(remarkParse).use(remarkGfm);
  const pieces = [
    ...'/ ) ] . , ; & * ~ ? # " \' ! : _ < >'.split(' '),
    ' ',
    '\n',
    'https://a.example',
    'https://a.example/(c)',
    ' www.a.example',
    '&amp;',
    'c',
    '%20',
    'é',
  ];
  assert(
    property(string({ unit: constantFrom(...pieces), maxLength: 16 }), (markdown) => {
      expect(withoutSigns(parseMarkdown(markdown))).toEqual(withoutSigns(gfm.parse(markdown)));
    }),
    { numRuns: 2_000 },
  );
});
