import { mkdtempSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addFonts } from './add-fonts.ts';

const head = '<link rel="stylesheet" href="/kb/_astro/site.old.css">';
const css = ':root{--sans:"Narani Sans",sans-serif}.x::before{content:"→"}';

/** Creates a built site with this many syllables: 500 on each page, and the first 100 on every page. */
function createSite(syllables: number): string {
  const site = mkdtempSync(path.join(tmpdir(), 'narani-fonts-'));
  mkdirSync(path.join(site, '_astro'));
  writeFileSync(path.join(site, '_astro/site.old.css'), css);
  mkdirSync(path.join(site, 'ko'));
  writeFileSync(path.join(site, '_astro/ko.12345678.js'), 'export default { words: "힢" };');
  writeFileSync(path.join(site, '_astro/engine.12345678.js'), 'const josa = /힣/;');
  for (let from = 0; from < syllables; from += 500) {
    const own = hangul(from, Math.min(from + 500, syllables));
    const html = `<html><head>${head}</head><body><h1>${hangul(0, 9)}</h1><p>${hangul(0, 100)}${own}</p></body></html>`;
    writeFileSync(path.join(site, `${from}.html`), html);
  }
  return site;
}

/** Returns syllables five code points apart, so that they are scattered like those of a text. */
function hangul(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, nth) => String.fromCodePoint(0xac00 + (from + nth) * 5)).join(
    '',
  );
}

function createCache(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'narani-cache-')), 'fonts');
}

const read = (site: string, file: string): string => readFileSync(path.join(site, file), 'utf8');
const assetsOf = (site: string): string[] => readdirSync(path.join(site, '_astro')).sort();
const fontsOf = (site: string): string[] => assetsOf(site).filter((name) => name.endsWith('.woff2'));

describe('A site of 2,000 syllables', () => {
  const site = createSite(2000);
  const cache = createCache();
  let sheet = '';

  beforeAll(async () => {
    await addFonts(site, cache);
    sheet = assetsOf(site).find((name) => name.endsWith('.css')) ?? '';
  }, 60_000);

  test('has three WOFF2 files for its regular weight and one for bold', () => {
    const fonts = fontsOf(site);
    expect(fonts.map((name) => name.split('.')[0])).toEqual([
      'narani-bold',
      ...Array.from({ length: 3 }, () => 'narani-regular'),
    ]);
    for (const name of fonts)
      expect(readFileSync(path.join(site, '_astro', name)).toString('latin1', 0, 4)).toBe('wOF2');
  });

  test('includes the characters of scripts named after a locale, but not of other scripts', () => {
    const rules = read(site, `_astro/${sheet}`);
    expect(rules).toMatch(/D7A2/i);
    expect(rules).not.toMatch(/D7A3/i);
  });

  test('has the rules first in its only style sheet, whose name has a new content hash', () => {
    expect(sheet).toMatch(/^site\.[\w-]{8}\.css$/);
    expect(read(site, `_astro/${sheet}`)).toMatch(/^(?:@font-face\{[^}]*\}){4}:root/);
    const named = [...read(site, `_astro/${sheet}`).matchAll(/url\(([^)]*)\)/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(fontsOf(site));
  });

  test('links the renamed style sheet on every page and preloads the first file of each weight', () => {
    const [first, second] = [...read(site, `_astro/${sheet}`).matchAll(/url\(([^)]*)\)format\("woff2"\)\}/g)];
    for (const page of ['0.html', '500.html', '1000.html', '1500.html']) {
      expect(read(site, page)).toContain(
        [
          `<head><link rel="stylesheet" href="/kb/_astro/${sheet}">`,
          ...[first, second].map(
            (each) =>
              `<link rel="preload" as="font" type="font/woff2" href="/kb/_astro/${each?.[1]}" crossorigin>`,
          ),
          '</head>',
        ].join(''),
      );
    }
  });

  test('has the license beside the fonts', () => {
    expect(read(site, '_astro/narani-licence.txt')).toMatch(/SIL OPEN FONT LICENSE Version 1\.1/);
  });

  test('is the same when built with cached subsets', async () => {
    const again = createSite(2000);
    await addFonts(again, cache);
    expect(assetsOf(again)).toEqual(assetsOf(site));
    for (const name of assetsOf(site))
      expect(read(again, `_astro/${name}`), name).toBe(read(site, `_astro/${name}`));
  });

  test('is the same when the cached subsets are truncated', async () => {
    for (const name of readdirSync(cache)) writeFileSync(path.join(cache, name), '');
    const third = createSite(2000);
    await addFonts(third, cache);
    expect(assetsOf(third)).toEqual(assetsOf(site));
  });
});

test('A site whose style sheets do not use the font is an error', async () => {
  const site = createSite(120);
  writeFileSync(path.join(site, '_astro/site.old.css'), ':root{--sans:sans-serif}');
  await expect(addFonts(site, createCache())).rejects.toThrow(/Narani Sans/);
});
