import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from '../../tree/index.ts';
import { describe, expect, test } from 'vitest';
import { lintAlone, renderAlone } from '../../testing/render-alone.ts';
import { parseMarkdown } from '../parse.ts';

describe('Words that the page does not show are reported with their place:', () => {
  test.each([
    ['a sentence like a link definition', '가\n\n[주의]: 필독', '3:2', '주의]: 필독'],
    [
      'a footnote that only an unused footnote references',
      '가\n\n[^a]: 나 [^b]\n\n[^b]: 다라',
      '5:7',
      '다라',
    ],
    ['text that HTML moves out of a table', '<table><tr><td>가</td></tr>나다</table>', '1:16', '가'],
  ])('%s', async (_, markdown, place, words) => {
    const { diagnostics } = await renderAlone(markdown);
    expect(diagnostics.filter(({ rule }) => rule === 'text/lost')).toMatchObject([
      { what: `The page doesn’t show “${words}”, or not at this place` },
    ]);
    const [{ line, column } = { line: 0, column: 0 }] = diagnostics.filter(
      ({ rule }) => rule === 'text/lost',
    );
    expect(`${line}:${column}`).toBe(place);
    expect(await lintAlone(parseMarkdown(markdown))).toEqual(diagnostics);
  });
});

test.each([
  'A [link](./a.md "title")[^b], ![image](./c.png "d"), <https://e.org> and [f][g].\n\n[^b]: Note\n[g]: ./h.md "i"',
  'a&eacute;b \\*c\\* `` d`e `` <b title="f">g</b> <!-- h --> &lt;i&gt; x<sup>2</sup>',
  '1. a\n2. [x] b\n\n   c\n\n| d | e |\n| :- | -: |\n| f |',
  ':::note[Title]\nText\n:::\n\n```ts title="a.ts" {1}\ncode\n```\n\n    indented',
  'a[^2] b[^1]\n\n[^1]: one\n\n[^2]: two[^3]\n\n[^3]: three',
  '[//]: # (comment)\n\n[unused]: https://e.org\n\n[comment]: <> "c"\n\na {#b}\n\n## c {#d}',
  '<style>a { b: c }</style>\n\n<ruby>漢<rp>(<rt>한<rp>)</ruby>',
])('no words of %j are reported as lost', async (markdown) => {
  const { diagnostics } = await renderAlone(markdown);
  expect(diagnostics.filter(({ rule }) => rule === 'text/lost')).toEqual([]);
});

/** Pieces of a text. `@` becomes a word that occurs nowhere else. */
const pieces = [
  ...[
    '@',
    ' @ ',
    '\n',
    '\n\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '## @\n',
    '    ',
    '---\n',
    '\\',
    '&',
    '&amp;',
    '*',
    '**',
    '_',
    '`',
    '~~',
    '|',
  ],
  ...[
    '**@**',
    '`@`',
    '[@](a.md)',
    '![@](a.png)',
    '[@]',
    '[@](',
    '[^1]',
    '[^2]',
    '\n\n[^1]: @\n\n',
    '\n\n[^2]: @ [^3]\n\n',
    '\n\n[^3]: @\n\n',
  ],
  ...['| @ | @ |\n| - | - |\n| @ | @ | @ |\n', '\n\n| @ |\n| - |\n| `@|@` | @ |\n\n', '| @ |\n| - | - |\n'],
  ...[
    '```\n@\n```\n',
    '```\n',
    '```js\n',
    '~~~ @\n',
    ':::note[@]\n',
    ':::\n',
    ':::@\n',
    '::@[@]\n',
    '::figure[@]\n',
    '\n\n[주의]: @\n\n',
  ],
  ...'b a span details summary div p li ul ol td tr table tbody title textarea script style svg select option button iframe template noscript pre h1 h2 kbd ruby rt center plaintext T'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name}>@</${name}>`]),
  ...[
    '<br>',
    '<hr/>',
    '<input>',
    '<img>',
    '<!DOCTYPE @>',
    '<?@ ?>',
    '<![CDATA[@]]>',
    '\n\n<![CDATA[\n',
    '\n\n<?\n',
    '\n\n<!--\n',
    '<p title=',
    '<p title="',
    '<',
  ],
];

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Returns the text of a page with the descriptions of its images. */
function textOf(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  const descriptions: string[] = [];
  visit(
    tree,
    'element',
    ({ properties }: Element) => void descriptions.push(properties.alt?.toString() ?? ''),
  );
  return lettersOf([toString(tree), ...descriptions].join(' '));
}

test(
  'a page shows every word of its text, or there is a diagnostic for it, whatever the text',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 16 }), async (parts) => {
        let count = 0;
        const words: string[] = [];
        const markdown = parts.join('').replaceAll('@', () => {
          count += 1;
          words.push(`낱말${count}말`);
          return words.at(-1) ?? '';
        });
        const { html, diagnostics } = await renderAlone(markdown);
        const shown = textOf(html);
        for (const word of words.filter((each) => !shown.includes(each))) {
          const line = markdown.slice(0, markdown.indexOf(word)).split('\n').length;
          expect(
            diagnostics.some((diagnostic) => diagnostic.line <= line),
            `${word} in line ${line}`,
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  },
);
