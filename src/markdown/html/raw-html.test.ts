import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from '../../tree/index.ts';
import { describe, expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';

/** Returns the elements and attributes that could run, load, submit or style something, or shadow what the page's scripts use. */
function findDanger(html: string): string[] {
  const danger: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }: Element) => {
    // Scripts hydrate the custom elements of figures.
    if (forbidden.has(tagName) || tagName.includes('-')) danger.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (/^on|^style$|^src|^action$|^formAction$|^name$/i.test(name)) danger.push(`${tagName} ${name}`);
      if (name === 'dataPairs') danger.push(`${tagName} ${name}`);
      if (name === 'id' && !/^fn(?:ref)?-|^footnote-label$|^[\p{L}\p{N}_-]+$/u.test(String(value)))
        danger.push(`${tagName} id=${String(value)}`);
      // Browsers ignore white space and control characters in the scheme.
      const address = String(value).replace(/[\u0000-\u0020]/g, '');
      if (/^(?:javascript|vbscript|data):/i.test(address)) danger.push(`${tagName} ${name}=${address}`);
    }
  });
  return danger;
}

const forbidden = new Set(
  'script style link meta base form button textarea select iframe frame object embed svg math template noscript video audio source picture portal title body html head'.split(
    ' ',
  ),
);

const elements = [
  ...forbidden,
  'narani-ps-vs-top',
  'figure',
  'img',
  'a',
  'p',
  'div',
  'h2',
  'table',
  'td',
  'li',
  'input',
  'details',
  'b',
];
const attributes = [
  'onclick=alert(1)',
  'onerror="alert(1)"',
  'ONLOAD=alert(1)',
  'style="position:fixed"',
  'href="javascript:alert(1)"',
  'href=" JaVa\tScript:alert(1)"',
  'href="&#x6a;avascript:alert(1)"',
  'href="data:text/html,x"',
  'src="x"',
  'src="javascript:alert(1)"',
  'srcdoc="<script>alert(1)</script>"',
  'action="https://evil.example/"',
  'formaction="javascript:alert(1)"',
  'xlink:href="javascript:alert(1)"',
  'name="getElementById"',
  'id="page:main"',
  'id="page:copy-button"',
  'class="skip"',
  'class="figure" id="figure-1"',
  'data-pairs="preset=steady"',
  'http-equiv="refresh"',
];

const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...elements), fc.subarray(attributes, { maxLength: 3 }))
    .map(([name, given]) => `<${[name, ...given].join(' ')}>`),
  fc.constantFrom(...elements).map((name) => `</${name}>`),
  fc.constantFrom(
    'text',
    '\n',
    '\n\n',
    '**',
    '`',
    '> ',
    '- ',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '"',
    "'",
    '<',
    '&lt;',
  ),
  fc.constantFrom(
    '![x](javascript:alert(1))',
    '[x](javascript:alert(1))',
    '[x](<data:text/html,x>)',
    '<javascript:alert(1)>',
  ),
  fc.constantFrom(
    '\n\n## Heading\n\n',
    '\n\n```html\n<script>\n```\n\n',
    '[^1]\n\n[^1]: x\n\n',
    '\n:::note\n',
  ),
);

test('no text can make its page run, load, submit or style anything, or shadow a name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const { html } = await renderAlone(pieces.join(''));
      expect(findDanger(html)).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

describe('Raw HTML in a text without Markdown headings and images', () => {
  test.each([
    ['an id', '<h2 id="main">A</h2>', 'id="main"'],
    ['an image', '<img src="https://evil.example/pixel.png">', 'evil.example'],
    ['an image next to the text', '<img src="./a.png">', 'a.png'],
  ])('cannot have %s', async (_, markdown, lost) => {
    const { html } = await renderAlone(markdown);
    expect(html).not.toContain(lost);
  });
});

test('links in Markdown and in raw HTML can dial and send to a telephone, and no other program can be started', async () => {
  const addresses = ['tel:+82-2-123-4567', 'sms:1588-0000?body=a', 'skype:x', 'facetime:x', 'vscode:x'];
  const { html } = await renderAlone(
    addresses.map((url) => `[a](${url}) <a href="${url}">b</a> <${url}>`).join('\n'),
  );
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
    ...Array<string>(3).fill('tel:+82-2-123-4567'),
    ...Array<string>(3).fill('sms:1588-0000?body=a'),
  ]);
});

test('raw HTML cannot show an image that the Markdown of the text does not show', async () => {
  const { html } = await renderAlone('![A](./a.png) <img src="./b.png"> <img src="https://evil.example/x">', {
    images: { './a.png': { src: '/a.png', candidates: [] } },
  });
  expect(html).toContain('<img src="/a.png"');
  expect(html).not.toMatch(/b\.png|evil/);
});

test.each([
  '<figure id="figure-1">a</figure>',
  '<table id="table-1"><tr><td>a</td></tr></table>',
  '<p id="table-1" data-block="0">a</p>',
  '<p data-block="1">a</p>',
])('raw HTML cannot have the id of a figure or a table of the text: %s', async (raw) => {
  const { html, blockPaths } = await renderAlone(
    `| a |\n| - |\n\n![b](./b.png "c")\n\n${raw}\n\n<div>\n\n${raw}\n\n</div>`,
    { images: { './b.png': { src: '/b.png', candidates: [] } } },
  );
  expect([...html.matchAll(/<(\w+)[^>]* id="([^"]*)"/g)].map(([, name, id]) => [name, id])).toEqual([
    ['div', 'table-1'],
    ['figure', 'figure-1'],
  ]);
  expect(blockPaths.slice(0, 2)).toEqual([[0], [1]]);
});

test('a heading of raw HTML gets no id of a figure or a table', async () => {
  const { html } = await renderAlone('<h2>Table 1</h2>\n\n| a |\n| - |');
  expect(html).toContain('<h2 id="table-1-1">');
});

test('the footnotes’ heading has the id that references are described by', async () => {
  const { html } = await renderAlone('## A\n\nb[^1]\n\n[^1]: c');
  expect(html).toContain('<h2 id="footnote-label">');
});

test('a heading of raw HTML gets a unique id that is not empty', async () => {
  const { html } = await renderAlone('<h2>A</h2>\n\n## A\n\n<h3></h3>\n\n<h2>🎉</h2>\n\nb[^1]\n\n[^1]: c');
  expect([...html.matchAll(/<h[2-6] id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'a-1',
    'a',
    'section',
    'section-1',
    'footnote-label',
  ]);
});

describe('Raw HTML that the page leaves out is reported', () => {
  test.each([
    ['<script>x</script>', '`<script>`'],
    ['<p onclick=x style=y>z</p>', '`onclick`, `style`'],
    ['<img src=x>', '`<img>`'],
    ['<h1>A</h1>', '`<h1>`'],
    ['<p class=a data-x=b aria-hidden=true>z</p>', '`class`, `data-x`, `aria-hidden`'],
    ['<a href="../a/ko.md">x</a>', '`href`'],
    ['<a href="javascript:x">x</a>', '`href`'],
    ['<a href="skype:x">x</a>', '`href`'],
  ])('%s: %s', async (markdown, lost) => {
    const { diagnostics } = await renderAlone(markdown);
    expect(diagnostics.map(({ rule, severity, what }) => ({ rule, severity, what }))).toEqual([
      {
        rule: 'html/not-allowed',
        severity: 'warning',
        what: `${lost} in raw HTML: not allowed, left out of the page`,
      },
    ]);
  });

  test.each([
    '<kbd>Q</kbd>',
    '<br>',
    '<details open><summary>A</summary>b</details>',
    '<!-- note -->',
    '<a href="tel:+82-2-123-4567">A</a>',
    '<a href="SMS:+82-2-123-4567?body=b">A</a>',
    '<ul><li>a<li>b</ul>',
    '<table><tr><td>a<td>b</table>',
    '<p>a\n\nb\n\n</p>',
    '<details>\n<summary>A</summary>\n\nb\n\n</details>',
    '<ruby>漢<rt>한</ruby>',
    'a <input type="checkbox"> b',
  ])('%s is shown in full', async (markdown) => {
    expect((await renderAlone(markdown)).diagnostics).toEqual([]);
  });
});

test.each([
  [
    '<Warning>\n\ntext\n\n</Warning>',
    'For a callout, write `:::warning` on a line of its own before its text and `:::` after it. ',
  ],
  [
    'a <Info>b</Info>',
    'For a callout, write `:::note` on a line of its own before its text and `:::` after it. ',
  ],
  ['a <warning>b</warning>', ''],
  ['a <Tabs>b</Tabs>', ''],
])('the fix of %j begins with %j', async (markdown, fix) => {
  const { diagnostics } = await renderAlone(markdown);
  expect(diagnostics[0]?.rule).toBe('html/tag-as-text');
  expect(diagnostics[0]?.fix.replace(/To show it.*/, '')).toBe(fix);
});
