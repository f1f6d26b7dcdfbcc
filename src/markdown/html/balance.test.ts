import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';
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
