import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, findElements, findLink, readPages, type BuiltPage } from './built-site.ts';
import { buildSite, createFolder, fixtureSite, listFiles, root } from './run.ts';

const sites = [
  { name: 'Narani itself', content: path.join(root, 'content'), base: '/', origin: 'https://narani.example' },
  { name: 'a site under a base path', content: fixtureSite, base: '/kb/', origin: 'https://example.org' },
];

describe.each(sites)('The files built of $name', ({ content, base, origin }) => {
  const output = createFolder('built');
  let pages: BuiltPage[] = [];

  beforeAll(async () => {
    await buildSite(content, output);
    pages = readPages(output, base);
  });

  test('have no link, picture, style or script that leads nowhere in the site, and no unknown anchor', () => {
    const ids = new Map(pages.map((page) => [decodeURI(page.address), idsOf(page)]));
    const broken = pages.flatMap((page) =>
      addressesIn(page).flatMap((written) => {
        const url = new URL(written, origin + page.address);
        if (url.origin !== origin) return [];
        const found = findFile(output, base, url);
        if (!found) return [`${page.file}: ${written}`];
        const anchor = decodeURIComponent(url.hash.slice(1));
        const known = ids.get(decodeURI(url.pathname));
        return anchor === '' || known?.includes(anchor) === true ? [] : [`${page.file}: ${written} (anchor)`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('load nothing from elsewhere', () => {
    const loaded = pages.flatMap((page) =>
      findElements(page.tree, ({ tagName }) =>
        ['img', 'script', 'iframe', 'source', 'video', 'audio'].includes(tagName),
      )
        .map((element) => attribute(element, 'src'))
        .concat(
          findElements(page.tree, (each) => attribute(each, 'rel') === 'stylesheet').map((each) =>
            attribute(each, 'href'),
          ),
        )
        .filter((address) => address !== '' && new URL(address, origin).origin !== origin),
    );
    expect(loaded).toEqual([]);
  });

  test('give each id once on a page', () => {
    const repeated = pages.flatMap((page) => {
      const ids = idsOf(page);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.file}: ${id}`);
    });
    expect(repeated).toEqual([]);
  });

  test('state a policy first in every head that allows nothing inline', () => {
    for (const { html, file } of pages) {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html);
      expect(policy?.[1], file).toMatch(/^default-src 'none';/);
      expect(policy?.[1], file).not.toMatch(/unsafe|\*|https?:/);
      expect(policy?.index ?? Infinity, file).toBeLessThan(html.search(/<link|<script|<style|<title/));
    }
  });

  test('hold no inline style, no handler and no script but data and what the policy names', () => {
    const inline = pages.flatMap(({ tree, file }) =>
      findElements(tree, ({ tagName, properties }) => {
        const isBareScript =
          tagName === 'script' && properties.src === undefined && properties.type !== 'application/ld+json';
        return (
          isBareScript ||
          tagName === 'style' ||
          Object.keys(properties).some((name) => name === 'style' || /^on[A-Z]/.test(name))
        );
      }).map(({ tagName }) => `${file}: ${tagName}`),
    );
    expect(inline).toEqual(['index.html: script']);
  });

  test('say the language, a title and a description on every page, and one h1', () => {
    for (const { tree, file } of pages) {
      const [html] = findElements(tree, ({ tagName }) => tagName === 'html');
      expect(html === undefined ? '' : attribute(html, 'lang'), file).toMatch(/^(?:ko|en)$/);
      expect(
        findElements(tree, ({ tagName }) => tagName === 'title'),
        file,
      ).toHaveLength(1);
      expect(
        findElements(tree, (each) => attribute(each, 'name') === 'description'),
        file,
      ).toHaveLength(1);
      expect(
        findElements(tree, ({ tagName }) => tagName === 'h1'),
        file,
      ).toHaveLength(1);
    }
  });

  test('tie the languages of each page together, each naming all the others and itself', () => {
    const alternatesOf = (page: BuiltPage): string[] =>
      findElements(page.tree, (each) => each.tagName === 'link' && attribute(each, 'hrefLang') !== '').map(
        (each) => `${attribute(each, 'hrefLang')} ${attribute(each, 'href')}`,
      );
    const byAddress = new Map(pages.map((page) => [origin + page.address, page]));
    for (const page of pages) {
      const alternates = alternatesOf(page);
      if (alternates.length === 0) continue;
      expect(
        alternates.filter((each) => each.startsWith('x-default ')),
        page.file,
      ).toHaveLength(1);
      for (const each of alternates) {
        const other = byAddress.get(decodeURI(each.split(' ')[1] ?? ''));
        expect(other, `${page.file} → ${each}`).toBeDefined();
        if (other !== undefined) expect(alternatesOf(other), page.file).toEqual(alternates);
      }
    }
  });

  test('leave no trace of this machine and no mark of a picture not put in', () => {
    for (const file of listFiles(output)) {
      const text = readFileSync(path.join(output, file), 'utf8');
      expect(text.includes(root), file).toBe(false);
      expect(text.includes('__ASTRO_IMAGE_'), file).toBe(false);
    }
  });

  test('show every page in every language, so that a language switch always leads to the same page', () => {
    const under = (locale: string): string[] =>
      pages.filter(({ file }) => file.startsWith(`${locale}/`)).map(({ file }) => file.slice(3));
    expect(under('ko')).toEqual(under('en'));
  });

  test('list in the sitemaps every page that may be found, once, and no other', () => {
    const listed = ['ko', 'en'].flatMap((locale) =>
      [
        ...readFileSync(path.join(output, `sitemap-${locale}.xml`), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g),
      ].map(([, url = '']) => url),
    );
    const indexable = pages.filter(
      ({ html, file }) => !html.includes('content="noindex"') && file !== 'index.html',
    );
    expect(listed.map((url) => decodeURI(url)).sort()).toEqual(
      indexable.map(({ address }) => origin + address).sort(),
    );
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('name the canonical address of every page, on this origin', () => {
    for (const page of pages.filter(({ file }) => file !== '404.html')) {
      const canonical = findLink(page, 'canonical');
      expect(canonical === undefined ? '' : attribute(canonical, 'href'), page.file).toMatch(
        new RegExp(`^${origin}${base}`),
      );
    }
  });
});

describe('A page that falls back to another language', () => {
  const output = createFolder('fallback');
  let pages: BuiltPage[] = [];

  beforeAll(async () => {
    await buildSite(fixtureSite, output);
    pages = readPages(output, '/kb/');
  });

  test.each([
    {
      file: 'en/articles/only-korean/index.html',
      page: 'en',
      text: 'ko',
      original: '/kb/ko/articles/only-korean/',
    },
    {
      file: 'ko/articles/only-english/index.html',
      page: 'ko',
      text: 'en',
      original: '/kb/en/articles/only-english/',
    },
  ])('in $file says so, in the right languages, and is not to be found', ({ file, page, text, original }) => {
    const shown = pages.find((each) => each.file === file);
    expect(shown).toBeDefined();
    if (shown === undefined) return;
    expect(shown.html).toContain(`<html lang="${page}">`);
    expect(shown.html).toContain(`<article lang="${text}">`);
    expect(shown.html).toContain('<meta name="robots" content="noindex">');
    expect(attribute(findLink(shown, 'canonical') ?? missing(file), 'href')).toBe(
      `https://example.org${original}`,
    );
    expect(
      findElements(shown.tree, (each) => each.tagName === 'link' && attribute(each, 'hrefLang') !== ''),
    ).toEqual([]);
    expect(
      findElements(shown.tree, (each) => attribute(each, 'className').includes('fallback')),
    ).toHaveLength(1);
  });

  test('stays out of the feed of the page’s language', () => {
    expect(readFileSync(path.join(output, 'en/feed.xml'), 'utf8')).not.toContain('only-korean');
    expect(readFileSync(path.join(output, 'ko/feed.xml'), 'utf8')).toContain('only-korean');
  });

  test('stands in the lists of its language, marked with the language it is in', () => {
    const list = pages.find(({ file }) => file === 'en/articles/index.html');
    expect(list?.html).toContain('<a href="/kb/en/articles/only-korean/" lang="ko">');
    expect(list?.html).toContain('In Korean only');
  });

  test.each(['draft', 'scheduled'])('is not made of an article that is %s', (slug) => {
    expect(listFiles(output).filter((file) => file.includes(slug))).toEqual([]);
  });
});

function missing(file: string): never {
  throw new Error(`${file} has none`);
}

function idsOf({ tree }: BuiltPage): string[] {
  return findElements(tree, ({ properties }) => typeof properties.id === 'string').map((each) =>
    attribute(each, 'id'),
  );
}

function addressesIn({ tree, file }: BuiltPage): string[] {
  // The 404 page is served at any address; its own links are from the root.
  const attributes = file === '404.html' ? ['href'] : ['href', 'src'];
  return findElements(tree, () => true)
    .flatMap((element) => [
      ...attributes.map((name) => attribute(element, name)),
      ...attribute(element, 'srcSet')
        .split(',')
        .map((source) => source.trim().split(' ')[0] ?? ''),
    ])
    .filter((address) => address !== '' && !address.startsWith('mailto:'));
}

function findFile(output: string, base: string, { pathname }: URL): boolean {
  const address = decodeURIComponent(pathname);
  if (!address.startsWith(base)) return false;
  const file = path.join(output, address.slice(base.length));
  return address.endsWith('/') ? existsSync(path.join(file, 'index.html')) : existsSync(file);
}
