import type { Root } from 'hast';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { Alignment } from '../alignment/index.ts';
import type { Rendered } from '../markdown/index.ts';
import { renderAlone } from '../testing/render-alone.ts';
import { toRows, type Row, type SideText } from './index.ts';
import { parseTextParts } from './text-parts.ts';

const figures = { './a.png': { src: '/a.png', candidates: [] } };

/** Renders a text for the page, by default in English. */
async function text(markdown: string, locale = 'en'): Promise<SideText & { blocks: number }> {
  const states = [...markdown.matchAll(/\(#(\w+:[^)]*)\)/g)].map(([, state = '']) => state);
  const rendered = await renderAlone(markdown, { locale, images: figures, states });
  return toText(rendered, locale);
}

function toText({ html, blockPaths }: Rendered, lang: string): SideText & { blocks: number } {
  const headingLinks = {
    href: `/${lang}/articles/a/`,
    hreflang: lang,
    lang: 'ko',
    label: (heading: string) => `${heading}만`,
  };
  return { parts: parseTextParts(html, blockPaths), lang, headingLinks, blocks: blockPaths.length };
}

/** Aligns the blocks of both texts one to one, in order. */
function inOrder(own: number, other: number): Alignment {
  return {
    segments: Array.from({ length: Math.max(own, other) }, (_, index) => ({
      source: index < own ? [index] : [],
      target: index < other ? [index] : [],
      isMoved: false,
    })),
  };
}

async function rowsOf(ko: string, en: string, alignment?: Alignment): Promise<Row[]> {
  const [own, other] = [await text(ko, 'ko'), await text(en)];
  return toRows(alignment ?? inOrder(own.blocks, other.blocks), own, other);
}

/** Returns the cells of one side, in order. */
function cells(rows: readonly Row[], side: 'own' | 'other'): string[] {
  return rows.flatMap((row) => {
    if (row.type === 'shared') return [row.both];
    if (side === 'own') return row.type === 'other' ? [] : [row.own];
    return row.type === 'own' ? [] : [row.other];
  });
}

/** Returns the text of HTML without white space, and without the links that only this page has. */
function words(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    if (node.properties.dataReading !== undefined) parent?.children.splice(index ?? 0, 1);
  });
  return toString(tree).replace(/\s+/g, '');
}

function idsIn(rows: readonly Row[]): string[] {
  const tree: Root = fromHtml([...cells(rows, 'own'), ...otherAlone(rows)].join(''), { fragment: true });
  const ids: string[] = [];
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}

function otherAlone(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => (row.type === 'pair' || row.type === 'other' ? [row.other] : []));
}

describe('Rows', () => {
  test('show aligned blocks side by side', async () => {
    const rows = await rowsOf('하나\n\n둘', 'One\n\nTwo');
    expect(rows).toEqual([
      { id: 'row-1', type: 'pair', own: '<p>하나</p>', other: '<p>One</p>', isMoved: false },
      { id: 'row-2', type: 'pair', own: '<p>둘</p>', other: '<p>Two</p>', isMoved: false },
    ]);
  });

  test('continue the numbers of a list, and show the marker of an item once', async () => {
    const list = '3. a\n\n   b\n\n4. c\n   1. d\n';
    const rows = await rowsOf(list, list);
    expect(cells(rows, 'own')).toEqual([
      '<ol start="3" class="joins-below"><li class="joins-below"><p>a</p></li></ol>',
      '<ol start="3" class="continued joins-above joins-below"><li class="continued joins-above"><p>b</p></li></ol>',
      '<ol start="4" class="continued joins-above joins-below"><li class="joins-below"><p>c</p></li></ol>',
      '<ol start="4" class="continued joins-above"><li class="continued joins-above"><ol><li>d</li></ol></li></ol>',
    ]);
  });

  test('repeat the frame of a split callout, with the title in the first part', async () => {
    const rows = await rowsOf(':::note\na\n\nb\n:::', ':::note\nc\n\nd\n:::');
    expect(cells(rows, 'other')).toEqual([
      '<aside class="callout callout--note joins-below"><p class="callout-title">Note</p><p>c</p></aside>',
      '<aside class="callout callout--note continued joins-above"><p>d</p></aside>',
    ]);
  });

  test('do not split a details element', async () => {
    const folded = 'a\n\n<details><summary>b</summary>\n\nc\n\nd\n\n</details>\n\ne';
    const rows = await rowsOf(folded, folded);
    expect(cells(rows, 'own').map(words)).toEqual(['a', 'bcd', 'e']);
    expect(cells(rows, 'own')[1]).toMatch(/^<details><summary>b<\/summary>/);
  });

  test('show raw HTML in its place, and content between blocks with the block before', async () => {
    const raw = 'a\n\n<dl><dt>b</dt><dd>c</dd></dl>\n\nd\n\n---\n\ne';
    const rows = await rowsOf(raw, raw);
    expect(cells(rows, 'own').map((cell) => cell.trim())).toEqual([
      '<p>a</p>',
      '<dl><dt>b</dt><dd>c</dd></dl>',
      '<p>d</p><hr>',
      '<p>e</p>',
    ]);
  });

  test('have no gap for raw HTML that shows nothing in one language', async () => {
    const rows = await rowsOf('a\n\n<script>1</script>\n\nb', 'a\n\n<div>c</div>\n\nb');
    expect(rows.map(({ type }) => type)).toEqual(['pair', 'pair']);
    expect(cells(rows, 'other').map(words)).toEqual(['ac', 'b']);
  });

  test('show blocks that only one language has', async () => {
    const rows = await rowsOf('가\n\n나', 'a\n\nb\n\nc', {
      segments: [
        { source: [0], target: [0], isMoved: false },
        { source: [], target: [1], isMoved: false },
        { source: [1], target: [], isMoved: false },
        { source: [], target: [2], isMoved: false },
      ],
    });
    expect(rows.map(({ type }) => type)).toEqual(['pair', 'other', 'own', 'other']);
  });

  test('pair two blocks with one', async () => {
    const rows = await rowsOf('가\n\n나', 'a', {
      segments: [{ source: [0, 1], target: [0], isMoved: false }],
    });
    expect(rows).toMatchObject([{ type: 'pair', own: '<p>가</p><p>나</p>', other: '<p>a</p>' }]);
  });

  test('show moved blocks at their place in the own text, and mark them', async () => {
    const rows = await rowsOf('가\n\n나\n\n다', 'a\n\nb\n\nc', {
      segments: [
        { source: [0], target: [2], isMoved: true },
        { source: [1], target: [0], isMoved: false },
        { source: [2], target: [1], isMoved: false },
      ],
    });
    expect(rows).toMatchObject([
      { own: '<p>가</p>', other: '<p>c</p>', isMoved: true },
      { own: '<p>나</p>', other: '<p>a</p>', isMoved: false },
      { own: '<p>다</p>', other: '<p>b</p>', isMoved: false },
    ]);
  });

  test.each([
    ['own', '가', ''],
    ['other', '', 'a'],
  ])('show the %s text if the other is empty', async (type, ko, en) => {
    expect(await rowsOf(ko, en)).toMatchObject([{ type }]);
  });

  test('show content of texts without blocks', async () => {
    expect(await rowsOf('---', ':::note\n---\n:::')).toMatchObject([{ own: '<hr>' }, { type: 'other' }]);
  });

  test('show blocks that the alignment does not contain', async () => {
    const rows = await rowsOf('가\n\n나', 'a', { segments: [] });
    expect(rows.map(({ type }) => type)).toEqual(['own', 'own', 'other']);
  });
});

describe('Shared content', () => {
  test.each([
    ['code', '```js\n1;\n```'],
    ['code with inserted lines, which have hidden labels', '```js ins={1}\n1;\n```'],
    ['a diagram', '```mermaid\ngraph LR\nA --> B\n```'],
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['a formula', '$$\nx^2\n$$'],
    ['code in a list', '1. ```js\n   1;\n   ```'],
  ])('appears once: %s', async (_, markdown) => {
    expect((await rowsOf(markdown, markdown)).map(({ type }) => type)).toEqual(['shared']);
  });

  test('is an image with the captions of both languages', async () => {
    const [row] = await rowsOf('![가](./a.png "나")', '![a](./a.png "b")');
    expect(row).toMatchObject({
      type: 'shared',
      both: expect.stringContaining(
        '<figcaption><span>나</span><span lang="en">b</span></figcaption></figure>',
      ) as string,
    });
  });

  test('is code with a title in both languages, but not in one', async () => {
    const [row] = await rowsOf('```js\n1;\n```', '```js title="b"\n1;\n```');
    expect(row?.type).toBe('pair');
    const [other] = await rowsOf('```js title="가"\n1;\n```', '```js title="b"\n1;\n```');
    expect(other).toMatchObject({
      type: 'shared',
      both: expect.stringMatching(
        /^<figure class="code"><figcaption><span>가<\/span><span lang="en">b</,
      ) as string,
    });
  });

  test('is a figure in one state, in the language of the page', async () => {
    const [row] = await rowsOf(
      '::figure{name=clock preset=fast every=1}',
      '::figure{every=1 preset=fast name=clock}',
    );
    expect(row).toMatchObject({
      type: 'shared',
      both: expect.stringMatching(/<figcaption>A clock<\/figcaption>/) as string,
    });
  });

  test.each([
    ['a figure in another state', '::figure{name=clock preset=fast}', '::figure{name=clock preset=slow}'],
    ['another figure', '::figure{name=clock}', '::figure{name=bell}'],
    ['code that differs', '```js\n1;\n```', '```js\n2;\n```'],
    ['a formula with other words', '$$\n\\text{가}\n$$', '$$\n\\text{a}\n$$'],
    ['words', '1 + 1', '1 + 1'],
    ['code in a callout', ':::note\n```js\n1;\n```\n:::', ':::note\n```js\n1;\n```\n:::'],
  ])('is not %s', async (_, ko, en) => {
    expect((await rowsOf(ko, en)).map(({ type }) => type)).not.toContain('shared');
  });
});

describe('The ids of a page', () => {
  test('are those of the own text; aligned headings share one', async () => {
    const rows = await rowsOf('## 가 {#a}\n\n[가](#a)', '## A {#a}\n\n[a](#a)');
    expect(idsIn(rows)).toEqual(['a']);
    expect(cells(rows, 'other')).toEqual([
      '<div class="heading"><h2>A</h2><a class="permalink" href="#a" aria-label="Link to “A”">#</a>' +
        '<a class="permalink" href="/en/articles/a/#a" hreflang="en" lang="ko" data-reading="single" aria-label="A만" title="A만">→</a></div>',
      '<p><a href="#a">a</a></p>',
    ]);
  });

  test('have a prefix if only the other text has them, or in another row', async () => {
    const rows = await rowsOf('## 가 {#a}\n\n가', 'a\n\n## A {#a}\n\n[a](#a)\n\n## B {#b}');
    expect(idsIn(rows)).toEqual(['a', 'en:a', 'en:b']);
    expect(cells(rows, 'other').join('')).toContain('<a href="#en:a">a</a>');
  });

  test('let links of both texts lead to the states of a shared figure', async () => {
    const figure = '::figure{name=clock #c}';
    const rows = await rowsOf(
      `${figure}\n\n[가](#c:every=1) [나](#c:every=2)`,
      `${figure}\n\n[a](#c:every=2) [b](#c:every=3&preset=fast) [c](#c)`,
    );
    expect(rows.map(({ type }) => type)).toEqual(['shared', 'pair']);
    expect(idsIn(rows)).toEqual(['c', 'c:every=3&preset=fast', 'c:every=1', 'c:every=2']);
    expect(cells(rows, 'other').at(-1)).toBe(
      '<p><a href="#c:every=2">a</a> <a href="#c:every=3&#x26;preset=fast">b</a> <a href="#c">c</a></p>',
    );
  });

  test('are separate for two figures in one row, and for the states of each', async () => {
    const rows = await rowsOf(
      '::figure{name=clock preset=fast #c}\n\n[가](#c:every=1)',
      '::figure{name=clock #c}\n\n[a](#c:every=1) [c](#c)',
    );
    expect(idsIn(rows)).toEqual(['c', 'c:every=1', 'en:c', 'en:c:every=1']);
    expect(cells(rows, 'other').at(-1)).toBe('<p><a href="#en:c:every=1">a</a> <a href="#en:c">c</a></p>');
  });

  test('of rows skip the ids of headings', async () => {
    const rows = await rowsOf('## Row 1 {#row-1}\n\n가', '## Row 1 {#row-1}\n\na');
    expect(rows.map(({ id }) => id)).toEqual(['row-2', 'row-3']);
  });
});

describe('Footnotes', () => {
  const ko = '가[^b] 나[^a]\n\n[^a]: 둘\n\n다\n\n[^b]: 하나';
  const en = 'a[^b] b[^a]\n\nc\n\n[^a]: two\n\n[^b]: one';
  const alignment = {
    segments: [
      { source: [0], target: [0], isMoved: false },
      { source: [2], target: [1], isMoved: false },
      { source: [1], target: [2], isMoved: false },
      { source: [3], target: [3], isMoved: false },
    ],
  };

  test('come last in rows of their own, under headings in both languages, with their numbers', async () => {
    const rows = await rowsOf(ko, en, alignment);
    expect(cells(rows, 'own').map(words)).toEqual(['가1나2', '다', '각주', '하나↩', '둘↩']);
    expect(cells(rows, 'other').map(words)).toEqual(['a1b2', 'c', 'Footnotes', 'one↩', 'two↩']);
    expect(cells(rows, 'own').at(-1)).toContain('<ol start="2"');
  });

  test('are separate for each language, with working references', async () => {
    const rows = await rowsOf(ko, en, alignment);
    expect(new Set(idsIn(rows)).size).toBe(idsIn(rows).length);
    const html = cells(rows, 'other').join('');
    expect(html).toContain('id="en:fnref-b"');
    expect(html).toContain('href="#en:fn-b"');
    expect(html).toContain('<li id="en:fn-a"');
  });
});

describe('For any two texts and any alignment', () => {
  const leaf = fc.constantFrom(
    '# p',
    '# p\n\n# q',
    '## # {#h#}',
    '```text\n#\n```',
    '| # |\n| - |\n| # |',
    '<div>#</div>',
    '<script>1</script>',
    '---',
    '[#](#h1)',
    '::figure{name=clock}',
    '<details><summary>#</summary>\n\n#\n\n#\n\n</details>',
    '[^#]\n\n[^#]: #\n\n    #',
  );
  const markdown = fc.letrec<{ block: string; blocks: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      tie('blocks').map((inner) => inner.replace(/^(?=.)/gm, '> ')),
      tie('blocks').map((inner) => `- # item\n${inner.replace(/^(?=.)/gm, '  ')}`),
      tie('blocks').map((inner) => `3. ${inner.replace(/\n(?=.)/g, '\n   ')}\n4. # item`),
      tie('blocks').map((inner) =>
        `::::::::note\n${inner}\n::::::::`.replaceAll('::::::::note\n::', '::::::::note\n\n::'),
      ),
    ),
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n')),
  })).blocks;
  const sizes = fc.array(
    fc.tuple(fc.nat(2), fc.nat(2), fc.boolean()).filter(([a, b]) => a + b > 0),
    { minLength: 1 },
  );

  test('every word appears once, those of the own text in order, and every id is unique', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, markdown, sizes, fc.nat(), async (ko, en, cuts, turn) => {
        const [one, two] = [numbered(ko, '가'), numbered(en, 'a')];
        const [a, b] = await Promise.all([renderAlone(one, { locale: 'ko' }), renderAlone(two)]);
        const [own, other] = [toText(a, 'ko'), toText(b, 'en')];
        const rows = toRows(cutInto(cuts, turn, own.blocks, other.blocks), own, other);
        expect(cells(rows, 'own').map(words).join('')).toBe(words(a.html));
        expect(sorted(cells(rows, 'other').map(words).join(''))).toBe(sorted(words(b.html)));
        const ids = idsIn(rows);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

/** Replaces each `#` that does not begin a heading with a unique word. A footnote and its reference get the same one. */
function numbered(markdown: string, letter: string): string {
  let count = 0;
  return markdown
    .replace(/\[\^#\]\n\n((?:> |  )*)\[\^#\]/g, (_, indent: string) => {
      count += 1;
      return `[^${letter}${count}]\n\n${indent}[^${letter}${count}]`;
    })
    .replace(/(?<![#\n ]|^)#|(?<= )#(?= \{)|#(?! )(?!#)|#(?= (?:p|q|item)$)/gm, () => {
      count += 1;
      return `${letter}${count}`;
    });
}

/** Cuts both texts into segments of the given sizes, from the size at index `turn` on; some are marked as moved. */
function cutInto(
  sizes: readonly (readonly [number, number, boolean])[],
  turn: number,
  own: number,
  other: number,
): Alignment {
  const segments: { source: number[]; target: number[]; isMoved: boolean }[] = [];
  let [i, j] = [0, 0];
  for (let at = turn; i < own || j < other; at += 1) {
    const [a, b, isMoved] = sizes[at % sizes.length] ?? [1, 1, false];
    const source = range(i, Math.min(own, i + a));
    const target = range(j, Math.min(other, j + b));
    [i, j] = [i + source.length, j + target.length];
    // At the end of one text, the sizes may take nothing from the other.
    if (source.length + target.length === 0) {
      segments.push({ source: range(i, own), target: range(j, other), isMoved: false });
      break;
    }
    segments.push({ source, target, isMoved: isMoved && source.length > 0 && target.length > 0 });
  }
  return { segments };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}
