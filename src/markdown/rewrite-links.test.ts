import { describe, expect, test } from 'vitest';
import { parseMarkdown } from './parse.ts';
import { findAddresses, rewriteLinks } from './rewrite-links.ts';

function publish(markdown: string): string {
  return rewriteLinks(markdown, (url) =>
    url.startsWith('./') ? `https://e.org/${url.slice(2)}` : undefined,
  );
}

describe('rewriteLinks', () => {
  test.each([
    ['of a link', '[a](./b.md)', '[a](https://e.org/b.md)'],
    ['not in a title', '[a](./b.md "./b.md")', '[a](https://e.org/b.md "./b.md")'],
    ['in angle brackets', '[a](<./b c.md>)', '[a](<https://e.org/b c.md>)'],
    ['not in a link text that is the address', '[./b.md](./b.md)', '[./b.md](https://e.org/b.md)'],
    ['not in a link text that is code', '[`./b.md`](./b.md)', '[`./b.md`](https://e.org/b.md)'],
    ['not in a link text with a colon', '[a:b ./b.md](./b.md)', '[a:b ./b.md](https://e.org/b.md)'],
    ['of a link without text', '[](./b.md)', '[](https://e.org/b.md)'],
    ['of an image', '![./b.png](./b.png "./b.png")', '![./b.png](https://e.org/b.png "./b.png")'],
    [
      'of an image whose text has brackets',
      '![a [b](./c.png)](./c.png)',
      '![a [b](./c.png)](https://e.org/c.png)',
    ],
    ['of an image in a link', '[![a](./b.png)](./c.md)', '[![a](https://e.org/b.png)](https://e.org/c.md)'],
    ['of a definition', '[a]\n\n[a]: ./b.md "t"', '[a]\n\n[a]: https://e.org/b.md "t"'],
    [
      'of a definition whose label is the address',
      '[./b.md]\n\n[./b.md]: ./b.md',
      '[./b.md]\n\n[./b.md]: https://e.org/b.md',
    ],
    [
      'of a definition whose label has an escaped bracket',
      '[a\\]: ./b]\n\n[a\\]: ./b]: ./b',
      '[a\\]: ./b]\n\n[a\\]: ./b]: https://e.org/b',
    ],
    [
      'of a reference whose label is the address',
      '[t][./b]\n\n[./b]: ./b',
      '[t][./b]\n\n[./b]: https://e.org/b',
    ],
    ['of an image reference', '![t][./b]\n\n[./b]: ./b', '![t][./b]\n\n[./b]: https://e.org/b'],
    ['of two links on a line', '[a](./b) [a](./b)', '[a](https://e.org/b) [a](https://e.org/b)'],
    ['in a table', '| a |\n| - |\n| [a](./b) |', '| a |\n| - |\n| [a](https://e.org/b) |'],
    ['in a quote and a list', '> - [a](./b)', '> - [a](https://e.org/b)'],
    [
      'in a callout and its title',
      ':::note[[a](./b)]\n[a](./b)\n:::',
      ':::note[[a](https://e.org/b)]\n[a](https://e.org/b)\n:::',
    ],
    ['in a heading with an id', '## [a](./b) {#c}', '## [a](https://e.org/b) {#c}'],
    ['in a footnote', 'a[^1]\n\n[^1]: [a](./b)', 'a[^1]\n\n[^1]: [a](https://e.org/b)'],
    [
      'in Hangul, before particles',
      '[가](./나.md)를 [다](./라.md)와',
      '[가](https://e.org/나.md)를 [다](https://e.org/라.md)와',
    ],
  ])('replaces the address %s', (_, markdown, published) => {
    expect(publish(markdown)).toBe(published);
  });

  test.each([
    ['code', '`[a](./b.md)`'],
    ['a code block', '```md\n[a](./b.md)\n```'],
    ['indented code', '    [a](./b.md)'],
    ['an escaped bracket', '\\[a](./b.md)'],
    ['raw HTML', '<a href="./b.md">a</a>'],
    ['text', './b.md'],
    ['addresses that `toUrl` leaves', '[a](https://e.org) <https://e.org> www.e.org a@e.org'],
    ['an empty address', '[a]()'],
    ['odd spacing and line ends', '*  a\n\n\n+ b  \n\tc\n'],
  ])('changes nothing in %s', (_, markdown) => {
    expect(publish(markdown)).toBe(markdown);
  });

  test('leaves the rest of the text as it is, to the character', () => {
    const text = '---\n\n# A\n***\n*  [a](./b)  \n\n<!-- ./b -->\n~~~\n./b\n~~~\n';
    expect(publish(text)).toBe(text.replace('(./b)', '(https://e.org/b)'));
  });

  test('calls `toUrl` with each address as written, except for autolinks', () => {
    const calls: string[] = [];
    rewriteLinks('[a](./가.md#나) ![b](./%EA%B0%80.png)\n\n[c]: <../d/ko.md>\n\n<https://e.org>', (url) => {
      calls.push(url);
      return undefined;
    });
    expect(calls).toEqual(['./가.md#나', './%EA%B0%80.png', '../d/ko.md']);
  });
});

test('addresses are found in order and once each, including those of images in links', () => {
  const markdown = '[![a](./b.png)](./c.md) [d]\n\n[d]: ./e.md\n';
  const places = findAddresses(parseMarkdown(markdown), markdown);
  expect(places.map(({ start, end }) => markdown.slice(start, end))).toEqual(['./b.png', './c.md', './e.md']);
});
