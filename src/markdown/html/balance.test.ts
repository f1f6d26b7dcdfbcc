import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';
import { parseMarkdown } from '../parse.ts';
import { lacksEnd } from './lacks-end.ts';

const tail = '## After\n\nA *paragraph*.[^n]\n\n- Item\n\n> Quote\n\n[^n]: Note';

const names = fc.constantFrom(
  ...'a b details summary div p table tr td li ul ruby rt kbd select option textarea title script svg plaintext template h1 br input name T'.split(
    ' ',
  ),
);
const piece = fc.oneof(
  names.map((name) => `<${name}>`),
  names.map((name) => `</${name}>`),
  fc.constantFrom(
    'word',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '`',
    '[x](y)',
    '> ',
    '- ',
    '<p title="',
    '<br/>',
    '<div/>',
    '<!--x-->',
  ),
);

test(
  'no HTML changes the headings, paragraphs, lists and footnotes after it',
  { timeout: 60_000 },
  async () => {
    const { html: expected } = await renderAlone(tail);
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const before = pieces.join('');
        fc.pre(!before.split(/\n(?:> |- )*/).some(lacksEnd));
        const { html } = await renderAlone(`${before}\n\n---\n\n${tail}`);
        const after = html.slice(html.lastIndexOf('<hr>') + '<hr>'.length).trim();
        expect(after).toBe(expected);
      }),
      { numRuns: 150 },
    );
  },
);

test.each(['a <T> b\n\n', 'a <b> c\n\n', '<ul>\n' + '<li>a\n'.repeat(10) + '</ul>\n\n'])(
  'elements that end with their paragraph or without an end tag do not count as nested: %j',
  (part) => {
    expect(() => parseMarkdown(part.repeat(400))).not.toThrow();
  },
);
