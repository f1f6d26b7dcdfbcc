import { describe, expect, test } from 'vitest';
import { buildLibrary, type Files } from '../../testing/build-content.ts';
import { headlines } from '../../testing/builders.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { checkLibrary } from '../check.ts';

const drawing = '<path fill="#c60" d="M0 0h32v32H0z"/>';

function svg(attributes = 'viewBox="0 0 32 32"', inner = drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;
}

/** Checks a site with more lines in its settings. */
async function check(lines: string, files: Files = {}): Promise<Diagnostic[]> {
  return checkLibrary(
    await buildLibrary({
      'site.yaml': `name: { ko: 시험 }
description: { ko: 시험 사이트 }
author: { name: Test }
origin: https://example.org
timezone: Asia/Seoul
locales: [ko]
${lines}
`,
      'topics.yaml': '{}',
      ...files,
    }),
  );
}

describe('A logo', () => {
  test.each([
    ['logo.svg', svg()],
    ['./logo.svg', svg()],
    ['로고/나.svg', svg('width="100" height="101"')],
    ['logo.svg', `<?xml version="1.0"?>\n<!-- Made by hand -->\n${svg('width="3in" height="3in"')}`],
  ])('at %s is fine', async (name, text) => {
    expect(await check(`logo: ${name}`, { [name.normalize('NFD')]: text })).toEqual([]);
  });

  test.each<[why: string, files: Files, headline: string]>([
    [
      'does not exist',
      { 'Logo.svg': svg(), 'fox.svg': svg() },
      'There is no file `logo.svg` in the content folder: did you mean `Logo.svg`?  logo/missing',
    ],
    ['has no drawing beside it', {}, 'There is no file `logo.svg` in the content folder  logo/missing'],
    [
      'is a bitmap',
      { 'logo.svg': Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64') },
      'The logo `logo.svg` can’t be shown: it is not an SVG  logo/faulty',
    ],
    ['is empty', { 'logo.svg': '' }, 'The logo `logo.svg` can’t be shown: the file is empty  logo/faulty'],
    [
      'is a folder',
      { 'logo.svg/a.txt': 'text' },
      'The logo `logo.svg` can’t be shown: it can’t be read (EISDIR)  logo/faulty',
    ],
    [
      'has no size',
      { 'logo.svg': svg('') },
      'The logo `logo.svg` can’t be shown: its size can’t be read from `width`, `height` and `viewBox` of the `<svg>` element  logo/faulty',
    ],
    [
      'is large',
      { 'logo.svg': svg(undefined, drawing.repeat(1600)) },
      'The logo `logo.svg` has 60 KB, more than 50 KB  logo/too-large',
    ],
  ])('that %s is an error', async (_, files, headline) => {
    const diagnostics = await check('logo: logo.svg', files);
    expect(headlines(diagnostics)).toEqual([`content/site.yaml:7:7: error: ${headline}`]);
  });

  test('with a script is published without it, with a warning', async () => {
    const files = { 'logo.svg': svg(undefined, `<script>alert(1)</script>${drawing}`) };
    expect(headlines(await check('logo: logo.svg', files))).toEqual([
      'content/site.yaml:7:7: warning: The logo `logo.svg` is published without `<script>`  logo/reduced',
    ]);
  });

  test('with text gets a warning', async () => {
    const text = `${drawing}<text x="4" y="20">K</text>`;
    expect(headlines(await check('logo: logo.svg', { 'logo.svg': svg(undefined, text) }))).toEqual([
      'content/site.yaml:7:7: warning: The logo `logo.svg` contains text, not only shapes  logo/with-text',
    ]);
  });

  test.each([
    ['width="300" height="100"', '300 × 100'],
    ['viewBox="10 20 60 20"', '60 × 20'],
    ['viewBox="0,0,20,60"', '20 × 60'],
  ])(
    'that is not square gets a warning, and the suggested attributes make it square: %s',
    async (attributes, size) => {
      const [found] = await check('logo: logo.svg', { 'logo.svg': svg(attributes) });
      expect(found?.what).toBe(`The logo \`logo.svg\` is not square: ${size}`);
      const [, suggested = ''] = /write `(width[^`]*)`/.exec(found?.fix ?? '') ?? [];
      expect(await check('logo: logo.svg', { 'logo.svg': svg(suggested) })).toEqual([]);
    },
  );
});

describe('A logo in colors of the background gets a warning', () => {
  test.each([
    ['black', 'dark'],
    ['#1b1c1f', 'dark'],
    ['white', 'light'],
    ['#fff7e0', 'light'],
  ])('if it is %s, in the %s theme', async (color, theme) => {
    const [found, ...others] = await check('logo: logo.svg', {
      'logo.svg': svg(undefined, `<circle fill="${color}" cx="16" cy="16" r="9"/>`),
    });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'logo/hard-to-see', severity: 'warning' });
    expect(found?.what).toContain(`in the ${theme} theme`);
  });

  test('in both themes, if nothing of it is drawn', async () => {
    const found = await check('logo: logo.svg', {
      'logo.svg': svg(undefined, '<path fill="none" d="M0 0h9v9z"/>'),
    });
    expect(found.map(({ rule }) => rule)).toEqual(['logo/hard-to-see', 'logo/hard-to-see']);
  });

  test('unless it has other colors there, as suggested', async () => {
    const path = '<path d="M0 0h32v32H0z"/>';
    const [found] = await check('logo: logo.svg', { 'logo.svg': svg(undefined, path) });
    const [, style = ''] = /`(<style>.*<\/style>)`/.exec(found?.fix ?? '') ?? [];
    expect(await check('logo: logo.svg', { 'logo.svg': svg(undefined, style + path) })).toEqual([]);
  });
});

describe('An accent', () => {
  test.each(["'#0b1f4d'", "'#fd0'", "'#FAFAFA'", "'#000'"])('of %s is fine', async (accent) => {
    expect(await check(`accent: ${accent}`)).toEqual([]);
  });

  test('that no theme shows as it is gets a warning, and both suggestions are fine', async () => {
    const [found] = await check("accent: '#ff0000'");
    expect(found?.what).toBe(
      'Neither theme shows the accent `#ff0000` as it is: the light one has `#da0000`, the dark one `#ff7664`',
    );
    const suggested = [...(found?.fix ?? '').matchAll(/`(accent: [^`]*)`/g)].map(([, line = '']) => line);
    expect(suggested).toHaveLength(2);
    for (const line of suggested) expect(await check(line)).toEqual([]);
  });

  test('without quotes is a comment in YAML, and the message says so', async () => {
    const [found] = await check('accent: #2b3f8c');
    expect(found?.what).toBe('`accent` has no value');
    expect(found?.fix).toMatch(/in quotes: `'#2b3f8c'`/);
  });

  test.each([
    ['accent: 2b3f8c', "Write `accent: '#2b3f8c'`."],
    ['accent: 123456', "Write `accent: '#123456'`."],
    ['accent: rgb(43 63 140)', "Write `accent: '#2b3f8c'`."],
  ])('in another notation, %s, is an error with the right one', async (line, fix) => {
    const [found] = await check(line);
    expect(found).toMatchObject({ rule: 'yaml/wrong-value', fix });
  });
});
