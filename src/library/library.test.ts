import { describe, expect, test } from 'vitest';
import { buildLibrary, sourceText, translatedText, type Files } from '../testing/build-content.ts';
import { serializeSync, type PublishedAnchor } from '../model/index.ts';
import { publishedAnchors, renderText, textDigest, type Library, type Text } from './index.ts';

function textOf({ texts }: Library, id: string): Text {
  const text = texts.find((each) => each.id === id);
  if (text === undefined) throw new Error(`No text ${id}`);
  return text;
}

async function render(files: Files, id: string): Promise<string> {
  return (await renderText(textOf(await buildLibrary(files), id))).html;
}

describe('글의 두 언어', () => {
  test('짝이 되는 제목은 영어 제목으로 만든 id를 함께 쓴다', async () => {
    const library = await buildLibrary({
      'articles/a/ko.md': sourceText('## 꼬리\n\n### 머리'),
      'articles/a/en.md': translatedText('## Tail\n\n### Head'),
    });
    expect(textOf(library, 'articles/a/ko').anchors).toEqual(['tail', 'head']);
    expect(textOf(library, 'articles/a/en').anchors).toEqual(['tail', 'head']);
  });

  test('한 언어에만 중간에 제목이 하나 더 있어도 나머지는 모두 id를 함께 쓴다', async () => {
    const library = await buildLibrary({
      'articles/a/ko.md': sourceText(
        '## 하나 {#one}\n\n글\n\n<!-- only: ko -->\n\n## 덧붙임\n\n## 둘 {#two}\n\n### 셋 {#three}',
      ),
      'articles/a/en.md': translatedText('## One {#one}\n\nText\n\n## Two {#two}\n\n### Three {#three}'),
    });
    expect(textOf(library, 'articles/a/ko').anchors).toEqual(['one', '덧붙임', 'two', 'three']);
    expect(textOf(library, 'articles/a/en').anchors).toEqual(['one', 'two', 'three']);
    expect(library.anchors.get('articles/a')?.counterparts.get('ko')).toEqual([0, undefined, 1, 2]);
  });

  const record = (anchors: readonly PublishedAnchor[]): string =>
    serializeSync({ version: 1, segments: [], anchors: [...anchors] });

  test('기록이 있으면 제목을 고쳐도 공개된 id가 남는다', async () => {
    const library = await buildLibrary({
      'articles/a/en.md': sourceText('## A new heading'),
      'articles/a/en.sync.yaml': record([{ id: 'old-heading', digest: 'bcdfghjklm' }]),
    });
    expect(textOf(library, 'articles/a/en').anchors).toEqual(['old-heading']);
  });

  test('각주와 그림과 표도 영어 이름으로 만든 id를 함께 쓴다', async () => {
    const body = (label: string): string =>
      `A[^${label}]\n\n| a |\n| - |\n\n\`\`\`mermaid\nflowchart LR\n  a --> b\n\`\`\`\n\n[^${label}]: B`;
    const library = await buildLibrary({
      'articles/a/ko.md': sourceText(body('1')),
      'articles/a/en.md': translatedText(body('note')),
    });
    for (const id of ['articles/a/ko', 'articles/a/en']) {
      const text = textOf(library, id);
      expect(text.placeIds).toEqual(['table-1', 'figure-1', 'fn-note']);
      const { html } = await renderText(text);
      expect(html).toMatch(/<div class="table"[^>]* id="table-1">/);
      expect(html).toContain('<figure class="diagram" id="figure-1"');
      expect(html).toContain('<a href="#fn-note" id="fnref-note">1</a>');
      expect(html).toContain('<li id="fn-note">');
    }
  });

  test('기록할 id는 글에 나온 순서이고, 기록하면 한 언어를 고쳐도 모두 남는다', async () => {
    const before = {
      'articles/a/ko.md': sourceText('## 가[^1]\n\n| a |\n| - |\n\n## 예\n\n## 예\n\n[^1]: 글'),
      'articles/a/en.md': translatedText(
        '## A[^n]\n\n| b |\n| - |\n\n## Example\n\n## Example\n\n[^n]: Text',
      ),
    };
    const library = await buildLibrary(before);
    const published = publishedAnchors(textOf(library, 'articles/a/ko'));
    expect(published.map(({ id }) => id)).toEqual(['a', 'table-1', 'example', 'example-1', 'fn-n']);
    const changed = await buildLibrary({
      ...before,
      'articles/a/ko.sync.yaml': record(published),
      'articles/a/en.sync.yaml': record(publishedAnchors(textOf(library, 'articles/a/en'))),
      'articles/a/en.md': translatedText(
        '## New\n\n| c |\n| - |\n\n## Other words[^m]\n\n| b |\n| - |\n\n## Example\n\n## Example\n\n[^m]: Text',
      ),
    });
    expect(textOf(changed, 'articles/a/ko').placeIds).toEqual(published.map(({ id }) => id));
    expect(textOf(changed, 'articles/a/en').placeIds.slice(-4)).toEqual([
      'table-1',
      'example',
      'example-1',
      'fn-n',
    ]);
  });

  test('이모지나 부호만 있는 제목의 id도 비어 있지 않다', async () => {
    const library = await buildLibrary({ 'articles/a/ko.md': sourceText('## 🎉\n\n## !!!\n\n##') });
    const { anchors } = textOf(library, 'articles/a/ko');
    expect(anchors).not.toContain('');
    expect(new Set(anchors).size).toBe(3);
  });
});

describe('Links of a text', () => {
  test.each([
    ['../b/en.md', 'href="/kb/en/articles/b/"'],
    ['../b/en.md#part', 'href="/kb/en/articles/b/#part"'],
    ['../b/ko.md', 'href="/kb/ko/articles/b/" hreflang="ko"'],
    ['../b/', 'href="/kb/en/articles/b/"'],
    ['../../pages/about/en.md', 'href="/kb/en/about/"'],
    ['./ko.md', 'href="/kb/ko/articles/a/" hreflang="ko"'],
    ['../%ED%95%9C%EA%B8%80/en.md', 'href="/kb/en/articles/%ED%95%9C%EA%B8%80/"'],
    ['../한글/en.md#제목', 'href="/kb/en/articles/%ED%95%9C%EA%B8%80/#%EC%A0%9C%EB%AA%A9"'],
    ['/en/articles/b/#part', 'href="/kb/en/articles/b/#part"'],
    ['/ko/about/', 'href="/kb/ko/about/" hreflang="ko"'],
    ['/ko/topics/', 'href="/kb/ko/topics/"'],
    ['/da/articles/b/', 'href="/kb/da/articles/b/"'],
    ['/files/a.csv', 'href="/kb/files/a.csv"'],
    ['//example.org/a', 'href="//example.org/a"'],
    ['https://example.org/a', 'href="https://example.org/a"'],
    ['#part', 'href="#part"'],
  ])('to %s get %s', async (url, href) => {
    expect(await render({ 'articles/a/en.md': sourceText(`[x](${url})`) }, 'articles/a/en')).toContain(
      `<a ${href}>x</a>`,
    );
    expect(
      await render({ 'articles/a/en.md': sourceText(`[x][y]\n\n[y]: ${url}`) }, 'articles/a/en'),
    ).toContain(`<a ${href}>x</a>`);
  });
});

test('a text lists the states of its own figures that it links to, with readable addresses and without duplicates', async () => {
  const links = [
    '#cpu:preset=steady',
    'en.md#cpu:preset=steady',
    './en.md#cpu:preset=steady&preset=burst-then-idle',
    '/en/articles/a/#cpu:preset=four%2Dthreads',
    'ko.md#cpu:preset=woke-up-late',
    '#cpu',
  ].map((url) => `[x](${url})`);
  const library = await buildLibrary({
    'articles/a/en.md': sourceText(`::figure{name="ps-vs-top" #cpu}\n\n${links.join(' ')}`),
  });
  const text = textOf(library, 'articles/a/en');
  expect(text.states).toEqual([
    'cpu:preset=steady',
    'cpu:preset=steady&preset=burst-then-idle',
    'cpu:preset=four-threads',
  ]);
  const { html } = await renderText(text);
  expect(html).toContain(
    '<figure class="figure" id="cpu"><span class="figure-state" id="cpu:preset=steady">',
  );
  expect(html).toContain('href="/kb/en/articles/a/#cpu:preset=steady&#x26;preset=burst-then-idle"');
});

test('an id that one language gives a figure applies to both', async () => {
  const library = await buildLibrary({
    'articles/a/en.md': sourceText('::figure{name="ps-vs-top" #cpu}').replace('2026', '2025'),
    'articles/a/ko.md': translatedText('::figure{name="ps-vs-top"}', 'en'),
  });
  expect(textOf(library, 'articles/a/ko').blockIds).toEqual({ 0: 'cpu' });
});

test('a text lists the slugs of the articles that it links to, without duplicates', async () => {
  const links = [
    '../b/en.md#part',
    '../b/ko.md',
    '../%ED%95%9C%EA%B8%80/',
    './ko.md',
    '#part',
    '../../pages/about/en.md',
    'https://example.org/articles/c/',
    '/ko/articles/e/',
    '/en/articles/',
    '/en/about/',
  ].map((url) => `[x](${url})`);
  const library = await buildLibrary({
    'articles/a/en.md': sourceText(`${links.join(' ')}\n\n[^1]: [x](../d/en.md)`),
    'pages/a/en.md': '---\ntitle: A\ndescription: A page.\n---\n\n[x](../../articles/a/en.md)\n',
  });
  expect(textOf(library, 'articles/a/en').linksTo).toEqual(['b', '한글', 'e', 'd']);
  expect(textOf(library, 'pages/a/en').linksTo).toEqual(['a']);
});

describe('Images of a text', () => {
  test.each([
    ['spelled as on disk', './bars.png', 'bars.png', /^\/kb\/_astro\/bars\.[0-9a-f]{16}\.webp$/],
    [
      'NFD로 적힌 한글 이름을 디스크의 철자로',
      './막대.png',
      '막대.png'.normalize('NFD'),
      /\/%EB%A7%89%EB%8C%80\./,
    ],
    ['퍼센트 인코딩된 한글 이름도', './%EB%A7%89%EB%8C%80.png', '막대.png', /\/%EB%A7%89%EB%8C%80\./],
    ['in a subfolder', './img/bars.png', 'img/bars.png', /_astro\/bars\./],
    ['whose name has a space', '<./two bars.png>', 'two bars.png', /_astro\/two-bars\./],
  ])('lead to the file, %s', async (_, url, file, published) => {
    const files = {
      [`articles/a/${file}`]: '',
      'articles/a/en.md': sourceText(`![x](${url}) ![y][z]\n\n[z]: ${url}`),
    };
    const text = textOf(await buildLibrary(files), 'articles/a/en');
    expect(Object.values(text.images)).toEqual([expect.objectContaining({ path: file })]);
    const { html } = await renderText(text);
    const [address, ...others] = [...html.matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src);
    expect(address).toMatch(published);
    expect(others).toEqual([address]);
  });

  test('with a path from the root of the site get the site’s base', async () => {
    expect(await render({ 'articles/a/en.md': sourceText('![x](/logo.svg)') }, 'articles/a/en')).toContain(
      'src="/kb/logo.svg"',
    );
  });

  test.each([
    './none.png',
    '../b/bars.png',
    './100%.png',
    './%FF.png',
    'https://example.org/a.png',
    './en.md',
  ])('without a file, such as %s, become their alternative text', async (url) => {
    const files = { 'articles/b/bars.png': '', 'articles/a/en.md': sourceText(`a ![x](${url}) b`) };
    const text = textOf(await buildLibrary(files), 'articles/a/en');
    expect(text.images).toEqual({});
    const { html } = await renderText(text);
    expect(html).toBe('<p>a x b</p>');
  });
});

describe('Links to files in a text’s folder', () => {
  test.each([
    ['call.pcap', 'call.pcap', '/kb/downloads/articles/a/call.pcap'],
    ['./표.csv', '표.csv'.normalize('NFD'), '/kb/downloads/articles/a/%ED%91%9C.csv'],
    ['%ED%91%9C.csv', '표.csv', '/kb/downloads/articles/a/%ED%91%9C.csv'],
    ['<../a/data/two values.csv>', 'data/two values.csv', '/kb/downloads/articles/a/data/two%20values.csv'],
    ['tea.pdf#page=2', 'tea.pdf', '/kb/downloads/articles/a/tea.pdf#page=2'],
  ])('as %s lead to the download', async (url, file, href) => {
    const files = { [`articles/a/${file}`]: 'A file.', 'articles/a/en.md': sourceText(`[x](${url})`) };
    const text = textOf(await buildLibrary(files), 'articles/a/en');
    expect(text.downloads).toEqual([{ name: file.normalize('NFC'), path: file }]);
    const { html } = await renderText(text);
    expect(html).toMatch(/ download>x \([A-Z]+, 0\.1\u00a0kB\)<\/a>/);
    expect(html).toContain(`<a href="${href}"`);
  });

  test('work on single pages', async () => {
    const page = '---\ntitle: T\ndescription: D\n---\n\n[x](a.txt)\n';
    const html = await render({ 'pages/p/en.md': page, 'pages/p/a.txt': 'A' }, 'pages/p/en');
    expect(html).toContain('href="/kb/downloads/pages/p/a.txt"');
  });

  test.each(['a.html', 'a.svg', '_a.csv', 'none.csv', '../b/b.csv'])(
    'that may not be downloaded, such as %s, do not become downloads',
    async (url) => {
      const names = ['articles/a/a.html', 'articles/a/a.svg', 'articles/a/_a.csv', 'articles/b/b.csv'];
      const files = Object.fromEntries(names.map((name) => [name, 'x']));
      const library = await buildLibrary({ ...files, 'articles/a/en.md': sourceText(`[x](${url})`) });
      const text = textOf(library, 'articles/a/en');
      expect(text.downloads).toEqual([]);
      expect((await renderText(text)).html).not.toContain('download');
    },
  );
});

describe('The digest of a text', () => {
  const files: Files = {
    'articles/a/ko.md': sourceText('## 꼬리\n\n![x](./x.png) [b](../b/ko.md) [c](c.csv)'),
    'articles/a/c.csv': 'c',
    'articles/a/en.md': translatedText('## Tail\n\nLess.'),
    'articles/a/x.png': '',
    'articles/b/ko.md': sourceText('나'),
  };

  async function digest(changes: Files): Promise<string> {
    const text = textOf(await buildLibrary({ ...files, ...changes }), 'articles/a/ko');
    // Each library is read from a different folder.
    return textDigest({ ...text, file: { ...text.file, path: '/a/ko.md' } }, 'code');
  }

  test.each<[string, Files]>([
    ['its own words', { 'articles/a/ko.md': sourceText('## 꼬리\n\n![x](./x.png) [c](../b/ko.md)') }],
    [
      'the number of lines before it, which diagnostics name',
      {
        'articles/a/ko.md': sourceText(
          '## 꼬리\n\n![x](./x.png) [b](../b/ko.md) [c](c.csv)',
          'draft: true\n',
        ),
      },
    ],
    [
      'a heading of the other language, which names the anchors',
      { 'articles/a/en.md': translatedText('## Tails\n\nLess.') },
    ],
    ['the size of a file that it offers for download', { 'articles/a/c.csv': 'c'.repeat(1000) }],
    [
      'the address of the site',
      {
        'site.yaml':
          'name: { ko: 가 }\ndescription: { ko: 가 }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en]\n',
      },
    ],
  ])('changes with %s', async (_, changes) => {
    expect(await digest(changes)).not.toBe(await digest({}));
  });

  test.each<[string, Files]>([
    ['nothing', {}],
    ['the words of another text', { 'articles/b/ko.md': sourceText('다') }],
    [
      'its title',
      { 'articles/a/ko.md': files['articles/a/ko.md']?.toString().replace('제목', '새 제목') ?? '' },
    ],
    [
      'a block added to the other language, which changes the alignment only',
      { 'articles/a/en.md': translatedText('## Tail\n\nLess.\n\nMore.') },
    ],
    [
      'the words of the other language below the headings',
      { 'articles/a/en.md': translatedText('## Tail\n\nMore.') },
    ],
  ])('does not change with %s', async (_, changes) => {
    expect(await digest(changes)).toBe(await digest({}));
  });

  test('changes with its revisions', async () => {
    const text = textOf(await buildLibrary(files), 'articles/a/en');
    const revision = { kind: 'changed', block: 1, count: 1, id: 'b', section: 'tail', href: '/c' } as const;
    expect(textDigest({ ...text, revisions: [revision] }, 'code')).not.toBe(textDigest(text, 'code'));
  });

  test('changes with the code that renders', async () => {
    const text = textOf(await buildLibrary(files), 'articles/a/ko');
    expect(textDigest(text, 'one')).not.toBe(textDigest(text, 'other'));
  });
});
