import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commonSyllables } from './common-syllables.ts';
import { addRules, createRewriter, makeFonts, type Fonts } from './make-fonts.ts';

function createCache(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'narani-cache-')), 'fonts');
}

describe('A site of 800 common syllables', () => {
  const cache = createCache();
  const glyphs = {
    regular: `→${Array.from(commonSyllables.slice(0, 900)).sort().join('')}`,
    bold: '가나다',
  };
  let fonts: Fonts;

  beforeAll(async () => {
    fonts = await makeFonts(glyphs, cache);
  }, 60_000);

  test('has three WOFF2 files for its regular weight and one for bold, and their license', () => {
    const names = [...fonts.files.keys()].map((name) => name.split('.')[0]);
    expect(names).toEqual([
      'narani-regular',
      'narani-regular',
      'narani-regular',
      'narani-bold',
      'narani-licence',
    ]);
    for (const [name, bytes] of fonts.files)
      if (name.endsWith('.woff2')) expect(Buffer.from(bytes).toString('latin1', 0, 4)).toBe('wOF2');
    expect(Buffer.from(fonts.files.get('narani-licence.txt') ?? []).toString()).toMatch(
      /SIL OPEN FONT LICENSE Version 1\.1/,
    );
  });

  test('preloads the first file of each weight, and has a rule for every file', () => {
    const named = [...fonts.rules.matchAll(/url\(([^)]*)\)/g)].map(([, name]) => name);
    expect(named).toEqual([...fonts.files.keys()].filter((name) => name.endsWith('.woff2')));
    expect(fonts.preloaded).toEqual([named[0], named[3]]);
  });

  test('has the same fonts from the cache, also if files of the cache are truncated', async () => {
    expect(await makeFonts(glyphs, cache)).toEqual(fonts);
    for (const name of readdirSync(cache)) writeFileSync(path.join(cache, name), '');
    expect(await makeFonts(glyphs, cache)).toEqual(fonts);
  }, 60_000);

  test('keeps its fonts when it uses one syllable more or less, and gets one for a syllable of another slice', async () => {
    const edit = (change: (regular: string) => string) =>
      makeFonts({ ...glyphs, regular: change(glyphs.regular) }, cache);
    expect(await edit((regular) => regular.replace(commonSyllables.charAt(0), ''))).toEqual(fonts);
    expect(await edit((regular) => regular + commonSyllables.charAt(800))).toEqual(fonts);
    const { files } = await edit((regular) => `${regular}힣`);
    expect([...files.keys()].filter((name) => !fonts.files.has(name))).toHaveLength(1);
    expect([...fonts.files.keys()].filter((name) => !files.has(name))).toEqual([]);
  }, 60_000);
});

test('Rules come first in a style sheet, whose name gets a new content hash', () => {
  const added = addRules({ name: 'site.old.css', css: ':root{}' }, '@font-face{}');
  expect(added.css).toBe('@font-face{}:root{}');
  expect(added.name).toMatch(/^site\.[\w-]{8}\.css$/);
  expect(addRules({ name: 'site.old.css', css: ':root{}' }, '').name).not.toBe(added.name);
});

test('A page links renamed style sheets and preloads fonts after them, and is otherwise as it was', () => {
  const rewrite = createRewriter(new Map([['site.old.css', 'site.new.css']]), ['a.woff2', 'b.woff2']);
  const link = (name: string): string => `<link rel="stylesheet" href="/kb/_astro/${name}">`;
  const preload = (name: string): string =>
    `<link rel="preload" as="font" type="font/woff2" href="/kb/_astro/${name}" crossorigin>`;
  expect(rewrite(`<head>${link('site.old.css')}</head>`)).toBe(
    `<head>${link('site.new.css')}${preload('a.woff2')}${preload('b.woff2')}</head>`,
  );
  const other = `<head>${link('other.css')}</head><p>site.old.css</p>`;
  expect(rewrite(other)).toBe(other);
});
