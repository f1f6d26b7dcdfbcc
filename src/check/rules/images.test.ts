import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { buildLibrary, sourceText, type Files } from '../../testing/content-builder.ts';
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

describe('A picture is told of', () => {
  test.each<[why: string, url: string, rule: string, what: string]>([
    [
      'that is not there, with the one that is meant',
      './bras.png',
      'image/broken',
      'Unexpected picture `./bras.png`: did you mean `bars.png`?',
    ],
    [
      'whose case differs',
      './Bars.png',
      'image/broken',
      'Unexpected picture `./Bars.png`: did you mean `bars.png`?',
    ],
    [
      'that is not there, with those that are',
      './something.svg',
      'image/broken',
      'Unexpected picture `./something.svg`, expected one of `bars.png`, `img/lines.png`',
    ],
    [
      'that stands beside another text',
      '../b/other.png',
      'image/broken',
      'Unexpected picture `../b/other.png`, expected one of `bars.png`, `img/lines.png`',
    ],
    [
      'that is a text',
      './ko.md',
      'image/broken',
      'Unexpected picture `./ko.md`, expected one of `bars.png`, `img/lines.png`',
    ],
    [
      'whose address is none',
      './100%.png',
      'image/broken',
      'Unexpected picture `./100%.png`, expected one of `bars.png`, `img/lines.png`',
    ],
    [
      'that is not in the public folder, with the one that is meant',
      '/lgoo.svg',
      'image/broken',
      'Unexpected picture `/lgoo.svg`: did you mean `/logo.svg`?',
    ],
    [
      'that is not in the public folder at all',
      '/pictures/bars.png',
      'image/broken',
      'Unexpected picture `/pictures/bars.png`, expected a file in `public/`',
    ],
    [
      'that comes from elsewhere',
      'https://example.org/a.png',
      'image/remote',
      'Unexpected picture from elsewhere, `https://example.org/a.png`, expected a file beside the text',
    ],
    [
      'that comes from elsewhere, by whatever scheme',
      '//example.org/a.png',
      'image/remote',
      'Unexpected picture from elsewhere, `//example.org/a.png`, expected a file beside the text',
    ],
    [
      'that holds its own data',
      'data:image/png;base64,AA',
      'image/remote',
      'Unexpected picture from elsewhere, `data:image/png;base64,AA`, expected a file beside the text',
    ],
  ])('%s: %s', async (_, url, rule, what) => {
    expect(await check(`글\n\n- ![막대](${url})`)).toMatchObject([
      { file: 'content/articles/a/ko.md', line: 9, column: 3, rule, severity: 'error', what },
    ]);
  });

  test('that is not there, where there are no others to name', async () => {
    const found = await check('글', { 'articles/c/ko.md': sourceText('![막대](./bars.png)') });
    expect(found).toMatchObject([
      { what: 'Unexpected picture `./bars.png`, expected a file beside the text' },
    ]);
  });

  test('that does not say what it shows', async () => {
    expect(await check('![](./bars.png) ![ ](./bars.png)')).toMatchObject([
      { rule: 'image/without-alt', severity: 'warning', line: 7, column: 1 },
      { rule: 'image/without-alt', severity: 'warning', line: 7, column: 17 },
    ]);
  });

  test('where it is shown, if its address stands in a definition', async () => {
    expect(await check('![막대][x] [![막대][x]](#)\n\n[x]: ./bras.png')).toMatchObject([
      { rule: 'image/broken', line: 7, column: 1 },
      { rule: 'image/broken', line: 7, column: 11 },
    ]);
  });

  test('for all that is wrong with it', async () => {
    expect((await check('![](./nowhere.png)')).map(({ rule }) => rule)).toEqual([
      'image/without-alt',
      'image/broken',
    ]);
  });
});

describe('A picture is let through', () => {
  test.each(['./bars.png', 'bars.png', './img/lines.png', '../a/bars.png', '/logo.svg'])(
    '%s',
    async (url) => {
      expect(await check(`![막대](${url}) ![막대][x]\n\n[x]: ${url}`)).toEqual([]);
    },
  );

  test('이름이 디스크에 NFD로 적혀 있어도', async () => {
    const files = { [`articles/a/${'막대.png'.normalize('NFD')}`]: '' };
    expect(await check('![막대](./막대.png) ![막대](./%EB%A7%89%EB%8C%80.png)', files)).toEqual([]);
  });
});
