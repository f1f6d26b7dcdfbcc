import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { buildLibrary, sourceText, type Files } from '../../testing/build-content.ts';
import { asAnimated } from '../../testing/animated-png.ts';
import { checkImages } from './images.ts';

async function check(body: string, more: Files = {}): Promise<Diagnostic[]> {
  const files: Files = {
    'articles/a/bars.png': '',
    'articles/a/img/lines.png': '',
    'articles/b/other.png': '',
    '../public/logo.svg': '<svg/>',
  };
  return checkImages(
    await buildLibrary({
      ...files,
      'articles/b/ko.md': sourceText('글'),
      'articles/a/ko.md': sourceText(body),
      ...more,
    }),
  );
}

describe('A picture is reported', () => {
  test.each<[why: string, url: string, rule: string, what: string]>([
    [
      'that does not exist, with the most similar one',
      './bras.png',
      'image/broken',
      'There is no picture `./bras.png`: did you mean `bars.png`?',
    ],
    [
      'whose letter case differs',
      './Bars.png',
      'image/broken',
      'There is no picture `./Bars.png`: did you mean `bars.png`?',
    ],
    [
      'that does not exist, with those that do',
      './something.svg',
      'image/broken',
      'There is no picture `./something.svg`, expected one of `bars.png`, `img/lines.png`',
    ],
    [
      'that is beside another text',
      '../b/other.png',
      'image/broken',
      'There is no picture `../b/other.png`, expected one of `bars.png`, `img/lines.png`',
    ],
    [
      'that is a Markdown file',
      './ko.md',
      'image/broken',
      'There is no picture `./ko.md`, expected one of `bars.png`, `img/lines.png`',
    ],
    [
      'whose address is malformed',
      './100%.png',
      'image/broken',
      'There is no picture `./100%.png`, expected one of `bars.png`, `img/lines.png`',
    ],
    [
      'that is not in the public folder, with the most similar one',
      '/lgoo.svg',
      'image/broken',
      'There is no picture `/lgoo.svg`: did you mean `/logo.svg`?',
    ],
    [
      'that is not in the public folder at all',
      '/pictures/bars.png',
      'image/broken',
      'There is no picture `/pictures/bars.png` in `public/`',
    ],
    [
      'that is on another site',
      'https://example.org/a.png',
      'image/remote',
      'The picture `https://example.org/a.png` is not a file of this site',
    ],
    [
      'that is on another site, without a scheme',
      '//example.org/a.png',
      'image/remote',
      'The picture `//example.org/a.png` is not a file of this site',
    ],
    [
      'that is a data URL',
      'data:image/png;base64,AA',
      'image/remote',
      'The picture `data:image/png;base64,AA` is not a file of this site',
    ],
  ])('%s: %s', async (_, url, rule, what) => {
    expect(await check(`글\n\n- ![막대](${url})`)).toMatchObject([
      { file: 'content/articles/a/ko.md', line: 9, column: 3, rule, severity: 'error', what },
    ]);
  });

  test('that does not exist, if no others exist', async () => {
    const found = await check('글', { 'articles/c/ko.md': sourceText('![막대](./bars.png)') });
    expect(found).toMatchObject([{ what: 'There is no picture `./bars.png` beside the text' }]);
  });

  test('that has no description', async () => {
    expect(await check('![](./bars.png) ![ ](./bars.png)')).toMatchObject([
      { rule: 'image/without-alt', severity: 'warning', line: 7, column: 1 },
      { rule: 'image/without-alt', severity: 'warning', line: 7, column: 17 },
    ]);
  });

  test('where it is shown, if its address is in a definition', async () => {
    expect(await check('![막대][x] [![막대][x]](#)\n\n[x]: ./bras.png')).toMatchObject([
      { rule: 'image/broken', line: 7, column: 1 },
      { rule: 'image/broken', line: 7, column: 11 },
    ]);
  });

  test('with all of its mistakes', async () => {
    expect((await check('![](./nowhere.png)')).map(({ rule }) => rule)).toEqual([
      'image/without-alt',
      'image/broken',
    ]);
  });
});

const moving = asAnimated(
  await sharp({ create: { width: 4, height: 3, channels: 3, background: '#fff' } })
    .png()
    .toBuffer(),
);

describe('A picture is reported with what to do about it', () => {
  const svg = (inside: string, size = 'width="9" height="9"'): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`;

  test.each<[why: string, name: string, file: string | Uint8Array, expected: Partial<Diagnostic>]>([
    [
      'if it is a moving picture in a format that is published still',
      'x.png',
      moving,
      {
        rule: 'image/still',
        severity: 'warning',
        what: 'The picture `x.png` is an animation of which only the first picture is published',
      },
    ],
    [
      'if it can’t be read',
      'x.png',
      'not a picture',
      {
        rule: 'image/faulty',
        severity: 'error',
        what: 'The picture `x.png` can’t be shown: it is not a picture of a known format',
        fix: 'Check that this is the file you wanted. Pictures are PNG, JPEG, WebP, AVIF, GIF, TIFF or SVG.',
      },
    ],
    [
      'if it is an SVG without a size',
      'x.svg',
      svg('', ''),
      {
        rule: 'image/faulty',
        severity: 'error',
        what: 'The picture `x.svg` can’t be shown: its size can’t be read from `width`, `height` and `viewBox` of the `<svg>` element',
        fix: 'Add width and height in pixels to the `<svg>` element: `<svg width="400" height="300" …>`.',
      },
    ],
    [
      'if it loses a part',
      'x.svg',
      svg('<script>1</script><image href="a.png"/><set/><set/>'),
      {
        rule: 'image/reduced',
        severity: 'warning',
        what: 'The picture `x.svg` is published without `<script>`, `href="a.png"`, `<set>` (2 times)',
      },
    ],
    [
      'if it loses text in HTML, as draw.io writes it',
      'x.svg',
      svg('<foreignObject/><i xmlns="http://www.w3.org/1999/xhtml"/><a1/><a2/><a3/><a4/><a5/>'),
      {
        rule: 'image/reduced',
        what: 'The picture `x.svg` is published without `<foreignObject>`, `<i>`, `<a1>`, `<a2>`, `<a3>` and 2 more',
        fix: 'Export the drawing with its texts as SVG text (in draw.io, with “Formatted text” and “Word wrap” switched off), or as PNG.',
      },
    ],
  ])('%s', async (_, name, file, expected) => {
    const found = await check(`글\n\n![막대](${name})`, { [`articles/a/${name}`]: file });
    expect(found).toMatchObject([{ file: 'content/articles/a/ko.md', line: 9, column: 1, ...expected }]);
  });
});

describe('A picture is not reported', () => {
  test.each(['./bars.png', 'bars.png', './img/lines.png', '../a/bars.png', '/logo.svg'])(
    '%s',
    async (url) => {
      expect(await check(`![막대](${url}) ![막대][x]\n\n[x]: ${url}`)).toEqual([]);
    },
  );

  test('디스크의 파일 이름이 NFD로 적혀 있어도 알리지 않는다', async () => {
    const files = { [`articles/a/${'막대.png'.normalize('NFD')}`]: '' };
    expect(await check('![막대](./막대.png) ![막대](./%EB%A7%89%EB%8C%80.png)', files)).toEqual([]);
  });
});
