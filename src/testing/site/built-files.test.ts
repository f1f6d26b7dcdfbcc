import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { headersFor, readHeaderRules } from '../../host/headers.ts';
import { loadDictionary } from '../../locale/index.ts';
import { createLibrary, listRootPaths } from '../../library/index.ts';
import { parseMarkdown, removeComments } from '../../markdown/index.ts';
import { folderOf, publicationStatus } from '../../model/index.ts';
import {
  contractVersion,
  pieceName,
  textName,
  type Card,
  type Manifest,
} from '../../search/contract/index.ts';
import { readContent } from '../../sources/index.ts';
import { resolveNow, todayAt } from '../../environment/index.ts';
import {
  addressesIn,
  alternatesOf,
  attribute,
  createProblemFinder,
  findElements,
  findLink,
  findRefresh,
  idsOf,
  isHidden,
  jsonLdOf,
  metaOf,
  readPages,
  type BuiltPage,
} from '../../tools/sites/built-site.ts';
import {
  buildSite,
  createBareSite,
  createFolder,
  fixtureSite,
  listFiles,
  root,
} from '../../tools/sites/run.ts';
import { buildSharedSite } from '../../tools/sites/shared-sites.ts';
import { parseTree, readTree } from '../html-tree.ts';

const fixture = {
  name: 'a site under a base path',
  content: fixtureSite,
  base: '/kb/',
  origin: 'https://example.org',
  isBare: false,
  output: await buildSharedSite('fixture'),
};

const bare = {
  name: 'a site without content',
  content: createBareSite(),
  base: '/',
  origin: 'https://example.org',
  isBare: true,
  output: createFolder('built'),
};

const sites = [
  {
    name: 'Narani itself',
    content: path.join(root, 'content'),
    base: '/',
    origin: 'https://narani.example',
    isBare: false,
    output: await buildSharedSite('narani'),
  },
  fixture,
  bare,
];

beforeAll(async () => {
  await buildSite(bare.content, bare.output);
});

describe.each(sites)('The output of $name', ({ content, base, origin, isBare, output }) => {
  let pages: BuiltPage[] = [];
  let findFault: ReturnType<typeof createProblemFinder>;

  beforeAll(() => {
    pages = readPages(output, base);
    findFault = createProblemFinder({ output, base, origin }, pages);
  });

  /** Reads a text file of the output. */
  const read = (file: string): string => readFileSync(path.join(output, file), 'utf8');

  /** Reads the search cards of the texts in a language. */
  const cardsIn = ({ cards }: Manifest, locale: string): Card[] =>
    Array.from(
      { length: cards[locale]?.pieces ?? 0 },
      (_, piece) =>
        JSON.parse(read(`search/${pieceName(cards[locale] ?? { name: '' }, piece, 'json')}`)) as Card[],
    ).flat();

  /** Lists the broken links among the URLs in a file. */
  const findBroken = (file: string, address: string, urls: readonly string[]): string[] =>
    urls.flatMap((each) => {
      const fault = findFault(each, origin + address);
      return fault === undefined ? [] : [`${file}: ${each} (${fault})`];
    });

  test('has exactly the files that texts may link to by root path', async () => {
    const files = await readContent({ content, publicFolder: path.join(root, 'public'), root });
    const library = createLibrary(files, todayAt(resolveNow(process.env), files.site));
    const articles = library.articles.filter(
      (each) => publicationStatus(each, library.today) === 'published',
    );
    const seen = new Set(articles.map(folderOf));
    const texts = library.texts.filter(({ file }) => seen.has(folderOf(file)));
    const isGenerated = (file: string): boolean => !files.publicFiles.has(file);
    const linkable = listRootPaths({ ...library, articles, texts }).filter(isGenerated);
    const built = listFiles(output)
      .filter((file) => /\.(?:html|xml|txt|md|png|ico|svg)$/.test(file) && isGenerated(file))
      // Their names contain hashes, or are those of linked files.
      .filter((file) => !/^(?:_astro|diagrams|downloads|search)\//.test(file))
      // Texts link to what is there now.
      .filter((file) => !file.endsWith('.html') || findRefresh(read(file)) === undefined)
      .map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
    expect(linkable.sort()).toEqual(built.sort());
  });

  test('has no broken links, images, style sheets or scripts, and no unknown anchors', () => {
    expect(pages.flatMap((page) => findBroken(page.file, page.address, addressesIn(page)))).toEqual([]);
  });

  test('has exactly the files that texts link to as downloads, unchanged, with one address for all languages', () => {
    const links = pages.flatMap(({ tree }) =>
      findElements(tree, ({ properties }) => 'download' in properties),
    );
    const offered = links.map((link) => decodeURI(attribute(link, 'href')).replace(/#.*/, ''));
    const files = listFiles(output).filter((file) => file.startsWith('downloads/'));
    expect([...new Set(offered)].sort()).toEqual(files.map((file) => base + file).sort());
    expect(files.length === 0).toBe(isBare);
    for (const file of files)
      expect(readFileSync(path.join(output, file)), file).toEqual(
        readFileSync(path.join(content, file.replace(/^downloads\//, ''))),
      );
  });

  test('loads nothing from other hosts', () => {
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

  test('has no duplicate ids on a page', () => {
    const repeated = pages.flatMap((page) => {
      const ids = idsOf(page);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.file}: ${id}`);
    });
    expect(repeated).toEqual([]);
  });

  test('has a content security policy without inline code at the start of each head', () => {
    for (const { html, file } of pages) {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html);
      expect(policy?.[1], file).toMatch(/^default-src 'none';/);
      // The fixture allows the comments of another site.
      const own = policy?.[1]
        ?.replace(" 'wasm-unsafe-eval'", '')
        .replace('frame-src https://comments.example;', '');
      expect(own, file).not.toMatch(/unsafe|\*|https?:/);
      expect(policy?.index ?? Infinity, file).toBeLessThan(html.search(/<link|<script|<style|<title/));
    }
  });

  test('allows WebAssembly exactly on pages with a link to search, and text as HTML on none', () => {
    for (const { html, file, tree } of pages) {
      const searches = findElements(tree, (each) => attribute(each, 'className') === 'search');
      expect(html.includes("'wasm-unsafe-eval'"), file).toBe(searches.length > 0);
      expect(html, file).toContain("require-trusted-types-for 'script'");
    }
  });

  test('has no inline styles, event handlers, or inline scripts without a hash in the policy', () => {
    for (const { tree, file, html } of pages) {
      const scripts = findElements(
        tree,
        ({ tagName, properties }) =>
          tagName === 'script' && properties.src === undefined && properties.type !== 'application/ld+json',
      ).map((script) => `'sha256-${createHash('sha256').update(toString(script)).digest('base64')}'`);
      const policy = /script-src 'self'(?: 'wasm-unsafe-eval')? ?([^;"]*)/.exec(html)?.[1]?.split(' ');
      expect(scripts, file).toEqual(policy);
      const styled = findElements(
        tree,
        ({ tagName, properties }) =>
          tagName === 'style' ||
          Object.keys(properties).some((name) => name === 'style' || /^on[A-Z]/.test(name)),
      );
      expect(styled, file).toEqual([]);
    }
  });

  test('has pages that `readHtml` reads as browsers parse them', () => {
    for (const { file, html } of pages) {
      // Parsers move what comes later into the body.
      const [page = ''] = html.split(/(?<=<\/html>)/);
      expect({ file, tree: readTree(page) }).toEqual({ file, tree: parseTree(page) });
    }
  });

  test('has a language, a title, a description and one h1 on each page', () => {
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

  test('has the same hreflang links in all languages of an indexable page, including the page itself', () => {
    const byAddress = new Map(pages.map((page) => [origin + page.address, page]));
    for (const page of pages.filter((each) => !isHidden(each))) {
      const alternates = alternatesOf(page);
      const [html] = findElements(page.tree, ({ tagName }) => tagName === 'html');
      const own = html === undefined ? '' : attribute(html, 'lang');
      if (page.file !== 'index.html')
        expect(alternates, page.file).toContain(`${own} ${origin}${encodeURI(page.address)}`);
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

  test('has no hreflang links on pages with noindex', () => {
    const hidden = pages.filter(isHidden);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.filter((page) => alternatesOf(page).length > 0).map(({ file }) => file)).toEqual([]);
  });

  test('contains no paths of this machine and no image placeholders of Astro', () => {
    for (const file of listFiles(output)) {
      const text = readFileSync(path.join(output, file), 'utf8');
      expect(text.includes(root), file).toBe(false);
      expect(text.includes('__ASTRO_IMAGE_'), file).toBe(false);
    }
  });

  test('has each page in each language, so that the language switch leads to the same page', () => {
    const under = (locale: string): string[] =>
      pages
        .filter(({ file }) => file.startsWith(`${locale}/`))
        // The address of a side-by-side page contains the other language.
        .map(({ file }) => file.slice(3).replace(/(?<=\/side-by-side\/)(?:ko|en)\//, ''));
    expect(under('ko')).toEqual(under('en'));
  });

  test('lists each indexable page once in the sitemaps, and no others', () => {
    const listed = ['ko', 'en'].flatMap((locale) =>
      [...read(`sitemap-${locale}.xml`).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url),
    );
    const indexable = pages.filter((page) => !isHidden(page) && page.file !== 'index.html');
    expect(listed.map((url) => decodeURI(url)).sort()).toEqual(
      indexable.map(({ address }) => origin + address).sort(),
    );
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('has a canonical URL on this origin for each page', () => {
    for (const page of pages.filter(({ file }) => !file.endsWith('404.html'))) {
      const canonical = findLink(page, 'canonical');
      expect(canonical === undefined ? '' : attribute(canonical, 'href'), page.file).toMatch(
        new RegExp(`^${origin}${base}`),
      );
    }
  });

  test('has a social card for each page: that of the article, or that of the site', () => {
    for (const page of pages.filter(({ file }) => !file.endsWith('404.html'))) {
      const [image = ''] = metaOf(page, 'og:image');
      expect(findBroken(page.file, page.address, [image])).toEqual([]);
      const slug = /^[^/]+\/articles\/([^/]+)\/index\.html$/.exec(page.file)?.[1];
      const name = slug === undefined ? '' : `/${slug}`;
      expect(decodeURI(image), page.file).toMatch(new RegExp(`^${origin}${base}og/(?:ko|en)${name}\\.png$`));
      const png = readFileSync(path.join(output, decodeURI(image).slice((origin + base).length)));
      const size = [png.readUInt32BE(16), png.readUInt32BE(20)].map(String);
      expect([...metaOf(page, 'og:image:width'), ...metaOf(page, 'og:image:height')], page.file).toEqual(
        size,
      );
      expect(png.length, page.file).toBeLessThanOrEqual(40_000);
    }
  });

  test('links each page to the feed of its language, and the root page to all feeds', () => {
    for (const page of pages) {
      const links = findElements(page.tree, (each) => attribute(each, 'type') === 'application/atom+xml')
        .filter(({ tagName }) => tagName === 'link')
        .map((each) => attribute(each, 'href'));
      const locales = page.file.includes('/') ? [page.file.split('/')[0] ?? ''] : ['ko', 'en'];
      expect(links, page.file).toEqual(locales.map((locale) => `${origin}${base}${locale}/feed.xml`));
      expect(findBroken(page.file, page.address, links)).toEqual([]);
    }
  });

  test('has feeds with a style sheet that exists', () => {
    for (const file of ['ko/feed.xml', 'en/feed.xml']) {
      const [, href = ''] = /<\?xml-stylesheet type="text\/css" href="([^"]+)"\?>/.exec(read(file)) ?? [];
      expect(href).not.toBe('');
      expect(findBroken(file, base + file, [href])).toEqual([]);
    }
  });

  test('preloads the same two fonts on each page, and each style sheet with text refers to both', () => {
    const fonts = listFiles(output).filter((file) => file.endsWith('.woff2'));
    // Style sheets that scripts load declare no fonts.
    const sheets = listFiles(output).filter(
      (file) => file.startsWith('_astro/') && file.endsWith('.css') && read(file).includes('Narani Sans'),
    );
    for (const sheet of sheets) {
      const named = [...read(sheet).matchAll(/url\(([^)]*\.woff2)\)/g)].map(([, name = '']) => name);
      expect(named.map((name) => `${path.dirname(sheet)}/${name}`).sort(), sheet).toEqual(fonts);
    }
    const [regular, bold] = ['narani-regular', 'narani-bold'].map((name) =>
      fonts.find((file) => file.includes(name)),
    );
    for (const page of pages) {
      const early = findElements(page.tree, (each) => attribute(each, 'rel') === 'preload');
      expect(
        early.map((each) => attribute(each, 'href')),
        page.file,
      ).toEqual([`${base}${regular}`, `${base}${bold}`]);
      // A page may load further style sheets for rare features.
      const styles = findElements(page.tree, (each) => attribute(each, 'rel') === 'stylesheet').map((each) =>
        attribute(each, 'href'),
      );
      expect(
        sheets.filter((sheet) => styles.includes(base + sheet)),
        page.file,
      ).toHaveLength(1);
    }
  });

  test('has two fonts of at most 80 KB together, and their license', () => {
    const fonts = listFiles(output).filter((file) => file.endsWith('.woff2'));
    expect(fonts).toHaveLength(2);
    const sizes = fonts.map((file) => readFileSync(path.join(output, file)).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(80_000);
    expect(read('_astro/narani-licence.txt')).toContain('SIL OPEN FONT LICENSE');
  });

  test('uses no character references except for ASCII, so that the font subset has all characters', () => {
    const references = pages.flatMap(({ html }) => html.match(/&#?\w+;/g) ?? []);
    const ascii = /^&(?:amp|lt|gt|quot|#(?:\d{2}|1[01]\d|12[0-7]|x[0-7]?[\dA-F]));$/i;
    expect([...new Set(references)].filter((each) => !ascii.test(each))).toEqual([]);
  });

  test('has exactly the search files that the manifest lists, without Pagefind’s interfaces', () => {
    const manifest = JSON.parse(read('search/index.json')) as Manifest;
    const { lexicon, tails, sounds, pairs, cards, outlines, deeper, subjects, pagefind } = manifest;
    expect(manifest).toMatchObject({ version: contractVersion, locales: ['ko', 'en'] });
    const texts = manifest.locales.flatMap((locale) =>
      cardsIn(manifest, locale).flatMap(([, , hash, parts = 0]) => [
        textName(hash),
        ...Array.from({ length: parts }, (_, part) => textName(hash, part)),
      ]),
    );
    const lines = [...Object.values(outlines), ...Object.values(deeper)];
    const named = [
      'index.json',
      subjects,
      ...[lexicon, tails, sounds, pairs].flatMap((terms) =>
        terms.firsts.map((_, piece) => pieceName(terms, piece, 'txt')),
      ),
      ...lines.flatMap((own) => own.firsts.map((_, piece) => pieceName(own, piece, 'json'))),
      ...Object.values(cards).flatMap((own) =>
        Array.from({ length: own.pieces }, (_, piece) => pieceName(own, piece, 'json')),
      ),
      ...texts,
    ];
    const files = listFiles(path.join(output, 'search')).map((file) => file.split(path.sep).join('/'));
    expect(files.filter((file) => !file.startsWith(pagefind))).toEqual(named.sort());
    const isPagefindFile =
      /^(?:pagefind\.js|pagefind-entry\.json|wasm\.\w+\.pagefind|pagefind\.[^/]*\.pf_meta|index\/[^/]*\.pf_index)$/;
    const others = files.filter(
      (file) => file.startsWith(pagefind) && !isPagefindFile.test(file.slice(pagefind.length)),
    );
    expect(others).toEqual([]);
  });

  test('has a content hash in the name of each search file that browsers may keep, and lets them keep all others but the manifests', async () => {
    const rules = await readHeaderRules(output);
    const files = listFiles(path.join(output, 'search')).map((file) => file.split(path.sep).join('/'));
    const kept = files.filter((file) =>
      headersFor(rules, `${base}search/${file}`)['cache-control']?.endsWith('immutable'),
    );
    expect(kept.filter((file) => !/[./][\w-]{10,}(?:\.\d+)?\.\w+$/.test(file))).toEqual([]);
    expect(files.filter((file) => !kept.includes(file) && !file.startsWith('pagefind/'))).toEqual([
      'index.json',
    ]);
  });

  test('has each indexable text once in the search index, and no drafts, fallbacks or error pages', () => {
    const manifest = JSON.parse(read('search/index.json')) as Manifest;
    const found = manifest.locales.flatMap((locale) =>
      cardsIn(manifest, locale).map(([address]) => `${base}${locale}/${address}`),
    );
    const texts = pages.filter((page) => page.html.includes('data-pagefind-body') && !isHidden(page));
    expect(found.sort()).toEqual(texts.map(({ address }) => encodeURI(address)).sort());
    expect(found.length === 0).toBe(isBare);
    expect(
      texts
        .map(({ file }) => file)
        .filter((file) => /404|draft|scheduled|^\w+\/(?:index|articles\/index)/.test(file)),
    ).toEqual([]);
  });

  test('allows all robots, and links to the sitemaps in robots.txt', () => {
    const lines = read('robots.txt').split('\n');
    expect(lines).toEqual(expect.arrayContaining(['User-agent: *', 'Allow: /']));
    const sitemaps = lines.flatMap((line) => /^Sitemap: (.+)$/.exec(line)?.[1] ?? []);
    expect(sitemaps).toHaveLength(1);
    expect(findBroken('robots.txt', base, sitemaps)).toEqual([]);
    const listed = [...read('sitemap-index.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url);
    expect(listed.length).toBeGreaterThan(0);
    expect(findBroken('sitemap-index.xml', base, listed)).toEqual([]);
  });

  test('links to the Markdown of each text in llms.txt, without broken links', () => {
    const links = [...read('llms.txt').matchAll(/\]\(([^)\s]+)\)/g)].map(([, url = '']) => url);
    expect(findBroken('llms.txt', base, links)).toEqual([]);
    const texts = listFiles(output).filter((file) => file.endsWith('.md'));
    expect(links.map((url) => decodeURI(url))).toEqual(
      expect.arrayContaining(texts.map((file) => origin + base + file)),
    );
  });

  test('has each text as self-contained Markdown, with metadata, absolute URLs and no broken links', () => {
    const files = listFiles(output).filter((file) => file.endsWith('.md'));
    expect(files.length === 0).toBe(isBare);
    for (const file of files) {
      const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(file)) ?? [];
      const metadata = parse(yaml) as Record<string, unknown>;
      const [locale = '', , slug = ''] = file.replace(/\.md$/, '').split('/');
      const page = `${origin}${base}${locale}/articles/${slug}/`;
      expect(metadata, file).toMatchObject({ lang: locale, url: encodeURI(page) });
      for (const key of ['title', 'description', 'date']) expect(metadata[key], file).toMatch(/\S/);
      const from = readSourceLocale(content, locale, slug);
      expect(metadata.translationOf, file).toBe(
        from === undefined ? undefined : encodeURI(`${origin}${base}${from}/articles/${slug}/`),
      );
      expect(removeComments(body), file).toBe(body);
      const urls = listDestinations(body);
      expect(
        urls
          .filter((each) => !/^(?:https?:\/\/|mailto:|tel:|sms:|#)/.test(each))
          .map((each) => `${file}: ${each}`),
      ).toEqual([]);
      expect(findBroken(file, encodeURI(page).slice(origin.length), urls)).toEqual([]);
    }
  });

  test('has JSON-LD with language and translations on each article', () => {
    const articles = pages.filter(
      (page) => /^[^/]+\/articles\/[^/]+\/index\.html$/.test(page.file) && !isHidden(page),
    );
    expect(pages.filter((page) => jsonLdOf(page).length > 0)).toEqual(articles);
    expect(articles.length === 0).toBe(isBare);
    const urls = articles.map(({ address }) => origin + address);
    for (const page of articles) {
      const [locale = '', , slug = ''] = page.file.split('/');
      const reference = (lang: string): object => ({
        '@id': encodeURI(`${origin}${base}${lang}/articles/${slug}/`),
        inLanguage: lang,
      });
      const from = readSourceLocale(content, locale, slug);
      const others = ['ko', 'en'].filter(
        (lang) => lang !== locale && urls.includes(`${origin}${base}${lang}/articles/${slug}/`),
      );
      const [post, ...more] = jsonLdOf(page);
      expect(more, page.file).toEqual([]);
      expect(post, page.file).toMatchObject({ '@type': 'BlogPosting', ...reference(locale) });
      if (from === undefined) {
        expect(post, page.file).not.toHaveProperty('translationOfWork');
        expect(post?.workTranslation ?? [], page.file).toMatchObject(others.map(reference));
      } else {
        expect(post, page.file).toMatchObject({ translationOfWork: reference(from) });
      }
    }
  });
});

describe('The page of an article in the fixture site', () => {
  const { output, base, origin } = fixture;
  let pages: BuiltPage[] = [];

  beforeAll(() => {
    pages = readPages(output, base);
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
  ])(
    '$file is a fallback: it has a notice, the languages of page and text, and noindex',
    ({ file, page, text, original }) => {
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
        findElements(shown.tree, (each) => attribute(each, 'className').includes('fallback')),
      ).toHaveLength(1);
    },
  );

  const readPage = (file: string): string => readFileSync(path.join(output, file), 'utf8');

  test.each([
    { file: 'en/articles/outdated/index.html', source: 'ko/articles/outdated/index.html' },
    { file: 'ko/articles/outdated-korean/index.html', source: 'en/articles/outdated-korean/index.html' },
    { file: 'en/about/index.html', source: 'ko/about/index.html' },
  ])('$file is marked as outdated, and pages without changes are not', ({ file, source }) => {
    expect(readPage(file)).toContain('<aside class="callout outdated">');
    expect(readPage(file)).toContain('<div class="revision ');
    expect(readPage(file)).toMatch(/<link rel="stylesheet" href="[^"]*\/revision\.[^"]*\.css">/);
    expect(readPage(source)).not.toMatch(/outdated">|revision/);
    expect(readPage('en/articles/first/index.html')).not.toMatch(/outdated">|revision/);
  });

  test('links each mark of a changed passage to the original passage', () => {
    const findFault = createProblemFinder({ output, base, origin }, pages);
    const marked = pages.filter(({ html }) => html.includes('<div class="revision '));
    expect(marked.length).toBeGreaterThanOrEqual(3);
    for (const page of marked) {
      const marks = findElements(page.tree, (each) => attribute(each, 'className').startsWith('revision '));
      for (const mark of marks) {
        const [link, ...more] = findElements(
          { type: 'root', children: [mark] },
          (each) => each.tagName === 'a',
        );
        expect(more, page.file).toEqual([]);
        const href = link === undefined ? '' : attribute(link, 'href');
        expect(href, page.file).toMatch(/\/side-by-side\/ko\/#|\/side-by-side\/en\/#|^\/kb\/ko\/about\//);
        expect(
          findFault(href, `https://example.org${page.address}`),
          `${page.file}: ${href}`,
        ).toBeUndefined();
      }
    }
  });

  test('has marks of changed passages only on the page: not in search, feed or Markdown', async () => {
    const en = (await loadDictionary('en')).revision;
    const files = listFiles(output).filter((each) => /^search\/|\.(?:xml|md|txt)$/.test(each));
    expect(files.some((each) => each.startsWith('search/text/'))).toBe(true);
    for (const each of files) {
      const text = readPage(each);
      for (const words of [en.changed, en.removed, en.compare, 'page:revision'])
        expect(text.includes(words), `${each}: ${words}`).toBe(false);
    }
  });

  test('does not exist for the list of translations, which is only in development', () => {
    expect(listFiles(output).filter((file) => file.includes('translations'))).toEqual([]);
  });

  test('has the reading time and links to the other language, adjacent and related articles, and the source file', async () => {
    const ko = await loadDictionary('ko');
    const html = readPage('ko/articles/typography/index.html');
    expect(html).toContain(`<span>${ko.readingTime(4)}</span>`);
    expect(html).toMatch(
      /class="language-link">.*href="\/kb\/en\/articles\/typography\/"[^>]*hreflang="en"/s,
    );
    expect(html).toMatch(/<a href="\/kb\/ko\/articles\/[^"]+" rel="prev">/);
    expect(html).toMatch(/<a href="\/kb\/ko\/articles\/[^"]+" rel="next">/);
    expect(html).toContain(ko.relatedArticles);
    expect(html).toContain('href="https://code.example/edit/main/articles/typography/ko.md"');
  });

  test('has the title in the other language, with a link to it, beside its own in lists', () => {
    for (const file of ['ko/index.html', 'ko/articles/index.html', 'ko/topics/words/index.html'])
      expect(readPage(file), file).toMatch(
        /<div class="beside"><a href="\/kb\/en\/articles\/typography\/" lang="en" hreflang="en">What it takes/,
      );
  });

  test('has its own sign at its head, in each language, and in lists', () => {
    const findSigns = (html: string): string[] => html.match(/<svg class="sign".*?<\/svg>/g) ?? [];
    const rows = readPage('en/articles/index.html').split('<div class="dateline">').slice(1);
    const signs = rows.map((row) => {
      const [sign, ...more] = findSigns(row);
      const [, slug = ''] = /href="\/kb\/en\/articles\/([^/]+)\/"/.exec(row) ?? [];
      for (const locale of ['ko', 'en'])
        expect(findSigns(readPage(`${locale}/articles/${decodeURI(slug)}/index.html`))).toEqual([sign]);
      expect(more).toEqual([]);
      return sign;
    });
    expect(signs.length).toBeGreaterThan(5);
    expect(new Set(signs).size).toBe(signs.length);
    expect(new Set(findSigns(readPage('ko/index.html')))).toEqual(new Set(signs));
  });

  test('links to the source file of the original and has a notice, if it is a fallback', () => {
    const html = readPage('en/articles/only-korean/index.html');
    expect(html).toContain('href="https://code.example/edit/main/articles/only-korean/ko.md"');
    expect(html).toContain('class="callout fallback"');
  });

  test('is not in the feed of its language, if it is a fallback', () => {
    expect(readFileSync(path.join(output, 'en/feed.xml'), 'utf8')).not.toContain('only-korean');
    expect(readFileSync(path.join(output, 'ko/feed.xml'), 'utf8')).toContain('only-korean');
  });

  test('is in the lists of its language with the language of the text, if it is a fallback', async () => {
    const list = pages.find(({ file }) => file === 'en/articles/index.html');
    expect(list?.html).toContain('<div class="own" lang="ko"><a href="/kb/en/articles/only-korean/">');
    expect(list?.html).toContain((await loadDictionary('en')).onlyIn('Korean'));
  });

  test.each(['draft', 'scheduled'])('does not exist for an article that is %s', (slug) => {
    expect(listFiles(output).filter((file) => file.includes(slug))).toEqual([]);
  });
});

describe('The former addresses of articles in the fixture site', () => {
  const { output } = fixture;
  const read = (file: string): string => readFileSync(path.join(output, file), 'utf8');
  const redirects = listFiles(output).flatMap((file) => {
    const href = file.endsWith('.html') ? findRefresh(read(file)) : undefined;
    return href === undefined ? [] : [{ file, href: decodeURI(href) }];
  });

  test('have pages that lead on to the article, in each language, and to the language of a former address', () => {
    expect(redirects).toEqual([
      { file: '2015/03/12/옛-글/index.html', href: '/kb/ko/articles/first/' },
      { file: 'en/2015/old.html', href: '/kb/en/articles/first/' },
      { file: 'en/articles/첫-글/index.html', href: '/kb/en/articles/first/' },
      {
        file: 'en/articles/첫-글/side-by-side/ko/index.html',
        href: '/kb/en/articles/first/side-by-side/ko/',
      },
      { file: 'ko/articles/첫-글/index.html', href: '/kb/ko/articles/first/' },
      {
        file: 'ko/articles/첫-글/side-by-side/en/index.html',
        href: '/kb/ko/articles/first/side-by-side/en/',
      },
    ]);
  });

  test('are in _redirects, before the rules of the public folder, and a draft has none', () => {
    const lines = read('_redirects').split('\n').map(decodeURI);
    expect(lines.slice(0, 10)).toEqual([
      '/kb/ko/articles/첫-글/ /kb/ko/articles/first/ 301',
      '/kb/ko/articles/첫-글/side-by-side/en/ /kb/ko/articles/first/side-by-side/en/ 301',
      '/kb/ko/articles/첫-글.md /kb/ko/articles/first.md 301',
      '/kb/en/articles/첫-글/ /kb/en/articles/first/ 301',
      '/kb/en/articles/첫-글/side-by-side/ko/ /kb/en/articles/first/side-by-side/ko/ 301',
      '/kb/en/articles/첫-글.md /kb/en/articles/first.md 301',
      '/kb/2015/03/12/옛-글/ /kb/ko/articles/first/ 301',
      '/kb/en/2015/old.html /kb/en/articles/first/ 301',
      '/kb/downloads/articles/첫-글/* /kb/downloads/articles/first/:splat 301',
      expect.stringMatching(/^#/),
    ]);
  });

  test('are in no sitemap, feed or list of texts, and not found by search', () => {
    const files = listFiles(output).filter((file) => /\.(?:xml|txt|md)$|^search\//.test(file));
    expect(files.filter((file) => /옛-글|2015|첫-글/.test(decodeLoosely(read(file))))).toEqual([]);
  });
});

test('A link by name has the title of its target on the page, in the feed and in Markdown', () => {
  const read = (file: string): string => readFileSync(path.join(fixture.output, file), 'utf8');
  const html = read('en/articles/only-english/index.html');
  expect(html).toContain('<a href="/kb/en/articles/first/#the-second-part">');
  expect(html).toContain('<a href="/kb/en/articles/first/">first text</a>');
  expect(read('en/articles/only-english.md')).toContain(
    '](https://example.org/kb/en/articles/first/#the-second-part), the [first text](https://example.org/kb/en/articles/first/).',
  );
  expect(read('en/feed.xml')).toContain('https://example.org/kb/en/articles/first/#the-second-part');
});

test('A site without content has a message in each language that there are no articles yet', async () => {
  for (const locale of ['ko', 'en']) {
    const { noArticles } = await loadDictionary(locale);
    for (const page of ['index.html', 'articles/index.html'])
      expect(readFileSync(path.join(bare.output, locale, page), 'utf8'), `${locale}/${page}`).toContain(
        noArticles,
      );
  }
});

/** Percent-decodes a text, or returns it as it is if it is none. */
function decodeLoosely(text: string): string {
  return text.replaceAll(/(?:%[\dA-F]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

function missing(file: string): never {
  throw new Error(`${file} has no canonical URL`);
}

/** Reads the language that a text is translated from; `undefined` if it is the source. */
function readSourceLocale(content: string, locale: string, slug: string): string | undefined {
  const text = readFileSync(path.join(content, 'articles', slug, `${locale}.md`), 'utf8');
  const { translates } = parse(text.split(/^---$/m)[1] ?? '') as { translates?: { from: string } };
  return translates?.from;
}

/** Lists the URLs of links and images in a Markdown text. */
function listDestinations(markdown: string): string[] {
  const found: string[] = [];
  visit(parseMarkdown(markdown), ['link', 'image', 'definition'], (node) => {
    if ('url' in node) found.push(node.url);
  });
  return found;
}
