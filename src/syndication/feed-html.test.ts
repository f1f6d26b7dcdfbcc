import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { renderAlone } from '../testing/render-alone.ts';
import { sampleFigure } from './fixtures/sample-figure.ts';
import { drawableCharacters, listDrawings } from './drawings.ts';
import { toFeedHtml, type FeedSetting } from './feed-html.ts';

const page = 'https://narani.example/kb/ko/articles/a/';
const setting: FeedSetting = {
  page,
  drawing: (digest) => `https://narani.example/kb/diagrams/${digest}.png`,
  toLiveFigure: 'Play with it',
};

describe('A text in a feed', () => {
  test.each([
    ['from the root', '<a href="/kb/ko/">x</a>', '<a href="https://narani.example/kb/ko/">x</a>'],
    [
      'relative to the page',
      '<a href="../b/">x</a>',
      '<a href="https://narani.example/kb/ko/articles/b/">x</a>',
    ],
    ['within the page', '<a href="#b">x</a>', `<a href="${page}#b">x</a>`],
    [
      'of an image',
      '<img src="/_astro/a.webp" alt="x">',
      '<img src="https://narani.example/_astro/a.webp" alt="x">',
    ],
    [
      '한글 주소',
      '<a href="/ko/한글/">x</a>',
      '<a href="https://narani.example/ko/%ED%95%9C%EA%B8%80/">x</a>',
    ],
  ])('has full URLs: %s', (_, html, full) => {
    expect(toFeedHtml(html, setting)).toBe(full);
  });

  test.each([
    ['elsewhere', '<a href="https://example.org/?a=1&#x26;b=2">x</a>'],
    ['mail', '<a href="mailto:a@example.org">x</a>'],
    ['no address', '<a>x</a>'],
  ])('keeps other addresses: %s', (_, html) => {
    expect(toFeedHtml(html, setting)).toBe(html);
  });

  test('has no revision marks', () => {
    const mark = '<div class="revision revision--changed" role="note">x <a href="/y">z</a></div>';
    expect(toFeedHtml(`<p id="page:revision-1">A</p>${mark}<p>B</p>`, setting)).toBe('<p>A</p><p>B</p>');
  });

  test('has no alternative image sizes', () => {
    const html =
      '<img src="/a.webp" srcset="/a-640.webp 640w, /a-960.webp 960w" sizes="100vw" alt="x" width="640" height="480">';
    expect(toFeedHtml(html, setting)).toBe(
      '<img src="https://narani.example/a.webp" alt="x" width="640" height="480">',
    );
  });

  test('keeps its words and drops what needs the page’s styles and scripts', async () => {
    const { html } = await renderAlone(
      '## 제목\n\n**굵게**는\n\n:::note\n글\n:::\n\n```js title="a.js" ins={1}\n1;\n```\n\n| 가 |\n| - |\n| 1 |\n\n나[^1]\n\n[^1]: 각주',
      { locale: 'ko' },
    );
    expect(toFeedHtml(html, setting)).toMatchInlineSnapshot(`
      "<div><h2 id="제목">제목</h2></div>
      <p><strong>굵게</strong>는</p>
      <aside><p>참고</p><p>글</p></aside>
      <figure><figcaption>a.js</figcaption><pre><code><span><span>추가한 줄: </span><span>1</span>;</span></code></pre></figure>
      <div aria-label="가로로 스크롤할 수 있는 표" id="table-1"><table><thead><tr><th>가</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>
      <p>나<sup><a href="https://narani.example/kb/ko/articles/a/#fn-1" id="fnref-1">1</a></sup></p>
      <section><h2 id="footnote-label">각주</h2>
      <ol>
      <li id="fn-1">
      <p>각주 <a href="https://narani.example/kb/ko/articles/a/#fnref-1" aria-label="각주 1번이 달린 곳으로 돌아가기">↩</a></p>
      </li>
      </ol>
      </section>"
    `);
  });

  test('has no elements that only keep a particle in its line', async () => {
    const { html } = await renderAlone('50%에 이른다.', { locale: 'ko' });
    expect(html).toContain('<u></u>');
    expect(toFeedHtml(html, setting)).toBe('<p>50%에 이른다.</p>');
  });

  test('has formulas as plain text', async () => {
    const { html } = await renderAlone(
      '값 $x^2$은 $a + b + c + d + e + f + g + h$와 $$y$$.\n\n$$\n\\frac{\\text{앞}}{2}\n$$',
      { locale: 'ko' },
    );
    expect(toFeedHtml(html, setting)).toBe(
      '<p>값 <code>x^2</code>은 <code>a + b + c + d + e + f + g + h</code>와 <code>y</code>.</p>\n<p><code>앞/2</code></p>',
    );
  });

  test('is empty if the text is empty', () => {
    expect(toFeedHtml('', setting)).toBe('');
  });
});

describe('A diagram in a feed', () => {
  const source = '```mermaid title="A call"\nsequenceDiagram\nA-xB: <RTP> & more\n```\n';

  test('is an image with a description', async () => {
    const { html } = await renderAlone(source);
    const [picture] = listDrawings(html);
    const { digest, width, height } = picture ?? {};
    expect(toFeedHtml(html, setting)).toBe(
      `<figure id="figure-1"><img src="https://narani.example/kb/diagrams/${digest}.png" alt="Sequence diagram: A, B. A to B: <RTP> &#x26; more (lost on the way)" width="${width}" height="${height}"><figcaption>A call</figcaption></figure>`,
    );
  });

  test.each(['日本語', '😀', 'ملف'])('is a description if an image can’t show %s', async (name) => {
    const { html } = await renderAlone(`\`\`\`mermaid title="A call"\ngraph LR\nA["${name}"] --> B\n\`\`\``);
    expect(listDrawings(html)).toEqual([]);
    expect(toFeedHtml(html, setting)).toBe(
      `<figure id="figure-1"><p>Flowchart: ${name}, B. ${name} to B</p><figcaption>A call</figcaption></figure>`,
    );
  });

  test('NFD로 적힌 한글이 있어도 그림이 된다', async () => {
    const { html } = await renderAlone(`\`\`\`mermaid\ngraph LR\n${'한글'.normalize('NFD')}\n\`\`\``);
    expect(listDrawings(html)).toHaveLength(1);
  });

  test('is an image only with characters that the site’s font has in both weights', () => {
    const folder = 'node_modules/pretendard/dist/public/static/alternative';
    for (const weight of ['Regular', 'Bold']) {
      const file = path.join(import.meta.dirname, '../..', folder, `Pretendard-${weight}.ttf`);
      const font = new Font(new Face(new Blob(readFileSync(file))));
      const missing = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).filter(
        (character) =>
          drawableCharacters.test(character) && font.nominalGlyph(character.charCodeAt(0)) === undefined,
      );
      expect(missing).toEqual([]);
    }
  });

  test('shares one image between languages if it looks the same in both', async () => {
    const [en, ko] = await Promise.all(['en', 'ko'].map(async (locale) => renderAlone(source, { locale })));
    const digests = [en, ko].map((text) => listDrawings(text?.html ?? '').map(({ digest }) => digest));
    expect(digests[0]).toHaveLength(1);
    expect(digests[0]).toEqual(digests[1]);
  });
});

describe('A figure in a feed', () => {
  test('is its image, its text, and a link to the interactive figure', () => {
    const [drawing] = listDrawings(sampleFigure());
    expect(drawing).toMatchObject({ kind: 'figure', width: 640, height: 192 });
    expect(toFeedHtml(sampleFigure(), setting)).toBe(
      '<figure id="figure-1"><figcaption>Two lines</figcaption>' +
        `<img src="https://narani.example/kb/diagrams/${drawing?.digest}.png" alt="Two lines over 60 s." width="640" height="192">` +
        '<p>One climbs and the other falls.</p><pre><samp>76.0</samp></pre>' +
        '<details><summary>Show as a table</summary><table><tbody><tr><th scope="row">30 s</th><td>12.5</td></tr></tbody></table></details>' +
        `<p><a href="${page}#figure-1">Play with it</a></p></figure>`,
    );
  });

  test('has no targets for its states, which only scripts can show', () => {
    const state = '<span class="figure-state" id="figure-1:every=5"></span>';
    const html = sampleFigure().replace('<figcaption>', `${state}<figcaption>`);
    expect(toFeedHtml(html, setting)).toBe(toFeedHtml(sampleFigure(), setting));
  });

  test('is a description if an image can’t show its characters', () => {
    expect(listDrawings(sampleFigure('日本語'))).toEqual([]);
    expect(toFeedHtml(sampleFigure('日本語'), setting)).toContain(
      '<figcaption>Two lines</figcaption><p>Two lines over 60 s.</p><p>One climbs and the other falls.</p>',
    );
  });
});
