import { mkdtempSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { putFontsIn } from './put-in.ts';

const head = '<link rel="stylesheet" href="/kb/_astro/site.old.css">';
const css = ':root{--sans:"Narani Sans",sans-serif}.x::before{content:"→"}';

/** A built site whose pages show so many syllables, each page 500 of them and all the first 100. */
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

/** Syllables five apart, so that they are strewn as those of a text are. */
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
    await putFontsIn(site, cache);
    sheet = assetsOf(site).find((name) => name.endsWith('.css')) ?? '';
  }, 60_000);

  test('has its regular weight in three files of WOFF2, and its bold in one', () => {
    const fonts = fontsOf(site);
    expect(fonts.map((name) => name.split('.')[0])).toEqual([
      'narani-bold',
      ...Array.from({ length: 3 }, () => 'narani-regular'),
    ]);
    for (const name of fonts)
      expect(readFileSync(path.join(site, '_astro', name)).toString('latin1', 0, 4)).toBe('wOF2');
  });

  test('has what scripts named after a language say, and not what other scripts reckon with', () => {
    const rules = read(site, `_astro/${sheet}`);
    expect(rules).toMatch(/D7A2/i);
    expect(rules).not.toMatch(/D7A3/i);
  });

  test('has the rules first in its one style sheet, whose name tells its new content', () => {
    expect(sheet).toMatch(/^site\.[\w-]{8}\.css$/);
    expect(read(site, `_astro/${sheet}`)).toMatch(/^(?:@font-face\{[^}]*\}){4}:root/);
    const named = [...read(site, `_astro/${sheet}`).matchAll(/url\(([^)]*)\)/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(fontsOf(site));
  });

  test('has on every page the style sheet by its new name, and the first file of each weight to load at once', () => {
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

  test('has the licence beside the fonts', () => {
    expect(read(site, '_astro/narani-licence.txt')).toMatch(/SIL OPEN FONT LICENSE Version 1\.1/);
  });

  test('comes out the same with the subsets that an earlier build kept, which it uses', async () => {
    const again = createSite(2000);
    await putFontsIn(again, cache);
    expect(assetsOf(again)).toEqual(assetsOf(site));
    for (const name of assetsOf(site))
      expect(read(again, `_astro/${name}`), name).toBe(read(site, `_astro/${name}`));
  });

  test('has its fonts whole when the subsets that were kept are not', async () => {
    for (const name of readdirSync(cache)) writeFileSync(path.join(cache, name), '');
    const third = createSite(2000);
    await putFontsIn(third, cache);
    expect(assetsOf(third)).toEqual(assetsOf(site));
  });
});

test('A site whose style sheets do not ask for the font is told so', async () => {
  const site = createSite(120);
  writeFileSync(path.join(site, '_astro/site.old.css'), ':root{--sans:sans-serif}');
  await expect(putFontsIn(site, createCache())).rejects.toThrow(/Narani Sans/);
});
