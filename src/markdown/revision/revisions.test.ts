import { fromHtml } from 'hast-util-from-html';
import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import type { Revision } from '../../model/index.ts';
import { renderAlone } from '../../testing/render-alone.ts';
import { parseMarkdown, surveyMarkdown, type Rendered } from '../index.ts';

/** A mark at a block, written as `[changed]`, `[removed]` or `[added]`. */
type At = readonly [kind: Revision['kind'], block?: number];

async function renderWith(markdown: string, places: readonly At[]): Promise<Rendered> {
  const revisions = places.map(([kind, block], index): Revision => {
    return { kind, block, count: 1, id: `page:revision-${index + 1}`, section: undefined, href: '/both#1' };
  });
  return renderAlone(markdown, { revisions });
}

/** Returns the HTML with each mark shortened to its kind, and without permalinks. */
async function markUp(markdown: string, places: readonly At[]): Promise<string> {
  const { html } = await renderWith(markdown, places);
  return html
    .replace(/<div [^>]*class="revision revision--(\w+)"[^>]*>.*?<\/div>/g, '[$1]')
    .replace(/<a class="permalink".*?<\/a>/g, '')
    .replace(/ id="page:[^"]*"/g, '')
    .replace(/\n/g, '');
}

describe('A mark is inserted', () => {
  test.each<[string, string, readonly At[], string]>([
    ['after a paragraph', 'A\n\nB', [['changed', 0]], '<p>A</p>[changed]<p>B</p>'],
    [
      'after a heading and its permalink',
      '## A\n\nB',
      [['removed', 0]],
      '<div class="heading"><h2 id="a">A</h2></div>[removed]<p>B</p>',
    ],
    [
      'in an item of a tight list, after its words',
      '- A\n  - B\n- C',
      [
        ['changed', 0],
        ['changed', 2],
      ],
      '<ul><li>A[changed]<ul><li>B</li></ul></li><li>C[changed]</li></ul>',
    ],
    [
      'in an item of a loose list, after its paragraph',
      '- A\n\n  B\n\n- C',
      [['changed', 0]],
      '<ul><li><p>A</p>[changed]<p>B</p></li><li><p>C</p></li></ul>',
    ],
    ['in a quote', '> A\n>\n> B', [['changed', 0]], '<blockquote><p>A</p>[changed]<p>B</p></blockquote>'],
    [
      'in a callout',
      ':::note\nA\n:::',
      [['changed', 0]],
      '<aside class="callout callout--note"><p class="callout-title">Note</p><p>A</p>[changed]</aside>',
    ],
    [
      'after the frame of a code block',
      '```text title="a"\nA\n```',
      [['changed', 0]],
      '<figure class="code"><figcaption>a</figcaption><pre tabindex="0" data-language="text"><code><span class="line">A</span></code></pre></figure>[changed]',
    ],
    ['before the text', 'A', [['added']], '[added]<p>A</p>'],
    ['before a list, not in it', '- A', [['added']], '[added]<ul><li>A</li></ul>'],
    [
      'after the mark of the passage before it',
      'A\n\nB',
      [
        ['changed', 0],
        ['added', 0],
      ],
      '<p>A</p>[changed][added]<p>B</p>',
    ],
    ['between a list and what follows', '- A\n\nB', [['added', 0]], '<ul><li>A</li></ul>[added]<p>B</p>'],
    ['between two items, in the first', '- A\n- B', [['added', 0]], '<ul><li>A[added]</li><li>B</li></ul>'],
    [
      'between an item and a nested one',
      '- A\n  - B',
      [['added', 0]],
      '<ul><li>A[added]<ul><li>B</li></ul></li></ul>',
    ],
    [
      'between two items of which the first has nested ones',
      '- A\n  - B\n- C',
      [['added', 1]],
      '<ul><li>A<ul><li>B</li></ul>[added]</li><li>C</li></ul>',
    ],
    ['at the end', '> A', [['added', 0]], '<blockquote><p>A</p></blockquote>[added]'],
    ['in a text without blocks', '', [['added']], '[added]'],
    [
      'after raw HTML, where the next block begins',
      'A\n\n<div>B</div>\n\nC',
      [
        ['changed', 1],
        ['added', 1],
      ],
      '<p>A</p><div>B</div>[changed][added]<p>C</p>',
    ],
    [
      'at the end of a text that ends with raw HTML',
      'A\n\n<div>B</div>',
      [['changed', 1]],
      '<p>A</p><div>B</div>[changed]',
    ],
    [
      'outside a link around blocks, which may not contain another link',
      '<a href="https://example.org">\n\nA\n\n</a>',
      [['changed', 1]],
      '<a href="https://example.org"><p>A</p></a>[changed]',
    ],
    [
      'in raw HTML around blocks',
      '<details><summary>S</summary>\n\nA\n\n</details>',
      [['changed', 1]],
      '<details><summary>S</summary><p>A</p>[changed]</details>',
    ],
  ])('%s', async (_, markdown, places, expected) => {
    expect(await markUp(markdown, places)).toBe(expected);
  });

  test('in a footnote, after its text and the link back', async () => {
    const html = await markUp('A[^1]\n\n[^1]: B', [['changed', 1]]);
    expect(html).toMatch(/<li id="fn-1"><p>B <a [^>]*>↩<\/a><\/p>\[changed\]<\/li>/);
  });

  test('before the footnotes, if a passage was added at the end of the text', async () => {
    const html = await markUp('A[^1]\n\n[^1]: B', [['added', 0]]);
    expect(html).toMatch(/<\/p>\[added\]<section class="footnotes">/);
  });
});

const everything = `First.[^a]

## Heading

- One
  - Two

    Three
- Four

> Five

:::tip
Six
:::

| Seven |
| ----- |
| 7     |

\`\`\`text
Eight
\`\`\`

![x](./x.png "Nine")

<div>

Ten

</div>

[^a]: Eleven
`;

test('marks do not change which element belongs to a block', async () => {
  const { blocks } = surveyMarkdown(parseMarkdown(everything));
  const places = blocks.flatMap((_, block): At[] => [
    ['changed', block],
    ['added', block],
  ]);
  const plain = await renderWith(everything, []);
  const marked = await renderWith(everything, [['added'], ...places]);
  expect(marked.html.match(/class="revision /g)).toHaveLength(places.length + 1);
  expect(marked.needs).toContain('revision');
  expect(wordsAt(marked)).toEqual(wordsAt(plain));
  expect(wordsAt(plain).filter((words) => words !== undefined)).not.toEqual([]);
});

/** Returns the words of the element at the path of each block, without those of marks. */
function wordsAt({ html, blockPaths }: Rendered): (string | undefined)[] {
  const tree = fromHtml(html, { fragment: true });
  return blockPaths.map((path) => {
    if (path === null) return undefined;
    let node: Root | Element = tree;
    for (const index of path) {
      const child: Element | undefined = elementsIn(node)[index];
      if (child === undefined) throw new Error(`No element at ${path.join('/')}`);
      node = child;
    }
    return wordsOf(node).replace(/\s+/g, ' ').trim();
  });
}

function elementsIn({ children }: Root | Element): Element[] {
  return children.flatMap((child) => (child.type === 'element' ? [child] : []));
}

function wordsOf({ children }: Root | Element): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' && !isMark(child) ? wordsOf(child) : '';
    })
    .join('');
}

function isMark({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('revision');
}

describe('A mark', () => {
  test('is a note with a link to the original, which search ignores', async () => {
    const { html } = await renderWith('A', [['changed', 0]]);
    expect(html).toMatchInlineSnapshot(
      `"<p id="page:revision-1">A</p><div class="revision revision--changed" role="note" data-pagefind-ignore="">The passage above has changed in the original since it was translated. <a href="/both#1">Compare with the original</a></div>"`,
    );
  });

  test.each([
    '<div class="revision revision--changed" role="note">x</div>',
    '<div id="page:revision-1" data-pagefind-ignore>x</div>',
  ])('cannot be forged by raw HTML: %s', async (forged) => {
    const { html } = await renderAlone(forged);
    expect(html).toBe('<div>x</div>');
  });
});

test('a text whose source has not changed has no marks', async () => {
  const { html, needs } = await renderWith(everything, []);
  expect(html).not.toContain('revision');
  expect(needs).not.toContain('revision');
});

describe('The id of a revision', () => {
  test.each<[string, string, At, RegExp]>([
    ['a paragraph', 'A', ['changed', 0], /^<p id="page:revision-1">A/],
    ['an item of a list', '- A', ['removed', 0], /<li id="page:revision-1">A/],
    ['code', '```text\nA\n```', ['changed', 0], /^<div class="code" id="page:revision-1">/],
    [
      'the mark of an added passage',
      'A',
      ['added', 0],
      /<\/p><div class="revision revision--added" [^>]*id="page:revision-1">/,
    ],
    [
      'the mark of raw HTML',
      '<div>A</div>',
      ['changed', 0],
      /<div class="revision revision--changed" [^>]*id="page:revision-1">/,
    ],
  ])('is set on %s', async (_, markdown, place, expected) => {
    expect((await renderWith(markdown, [place])).html).toMatch(expected);
  });

  test('is not added to a heading, which has one', async () => {
    const revision: Revision = {
      kind: 'changed',
      block: 0,
      count: 1,
      id: 'a',
      section: 'a',
      href: '/both#a',
    };
    const { html } = await renderAlone('## A', { revisions: [revision] });
    expect(html.match(/id="[^"]*"/g)).toEqual(['id="a"']);
  });

  test('occurs once, whichever passages are marked', async () => {
    const { blocks } = surveyMarkdown(parseMarkdown(everything));
    const { html } = await renderWith(
      everything,
      blocks.flatMap((_, block): At[] => [
        ['changed', block],
        ['added', block],
      ]),
    );
    const ids = html.match(/ id="page:[^"]*"/g) ?? [];
    // Figures and tables have ids of their own.
    const named = html.match(/ id="(?:figure|table)-\d+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(named).not.toEqual([]);
    expect(ids).toHaveLength(blocks.length * 2 - named.length);
  });
});
