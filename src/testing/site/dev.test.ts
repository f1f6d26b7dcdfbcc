import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDate, loadDictionary } from '../../locale/index.ts';
import { pieceName, type Manifest } from '../../search/contract/index.ts';
import { readOrigin } from '../../tools/sites/read-origin.ts';
import { copyFixtureSite, startCommand, writeFiles } from '../../tools/sites/run.ts';

/** Returns the text of a page on one line. */
function textOf(html: string): string {
  return toString(fromHtml(html)).replace(/\s+/g, ' ');
}

describe('The development server', () => {
  const content = copyFixtureSite('dev');
  const article = path.join(content, 'articles/first/en.md');
  const good = readFileSync(article, 'utf8');
  let server: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    server = startCommand(['dev', String(await findFreePort())], {
      CONTENT_DIR: content,
      ASTRO_DEV_BACKGROUND: '0',
      ASTRO_TELEMETRY_DISABLED: '1',
    });
    origin = await readOrigin(server);
  });

  afterAll(() => {
    server.kill();
  });

  const page = async (): Promise<string> => (await fetch(`${origin}/kb/en/articles/first/`)).text();

  /** Polls the page until it satisfies a condition. Returns the last response if it never does. */
  async function waitForPage(isReady: (html: string) => boolean): Promise<string> {
    let html = await page();
    for (let tries = 0; tries < 100 && !isReady(html); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      html = await page();
    }
    return html;
  }

  test('shows an article', async () => {
    expect(await page()).toContain('The second part');
  });

  test('serves the full fonts that a build subsets', async () => {
    const rules = (await page()).match(/@font-face\s*\{[^}]*'Narani Sans'[^}]*\}/g) ?? [];
    expect(rules).toHaveLength(2);
    for (const rule of rules) {
      const address = /url\(["']?([^"')]+)/.exec(rule)?.[1] ?? '';
      const response = await fetch(new URL(address, origin));
      expect(response.status, address).toBe(200);
      expect((await response.arrayBuffer()).byteLength, address).toBeGreaterThan(500_000);
    }
  });

  test('lists drafts and scheduled articles with a label', async () => {
    const list = await (await fetch(`${origin}/kb/en/articles/`)).text();
    const dictionary = await loadDictionary('en');
    expect(list).toContain('A draft');
    expect(list).toContain(dictionary.scheduledFor(formatDate('2100-01-01', 'en')));
  });

  test('has a page with the status of all translations, in each language', async () => {
    for (const locale of ['ko', 'en']) {
      const response = await fetch(`${origin}/kb/${locale}/translations/`);
      expect(response.status).toBe(200);
      const html = await response.text();
      const { overview } = (await loadDictionary(locale)).revision;
      expect(html).toContain(`<h1>${overview.title}</h1>`);
      expect(html).toContain('npm run translate -- only-korean --to en');
      expect(html).toContain('npm run translate -- outdated --to en');
      // Line 19 of the source is not translated.
      expect(html).toMatch(new RegExp(`${overview.added} <code>[^<]*articles/outdated/ko\\.md:19</code>`));
      expect(html).toContain(`href="/kb/en/articles/outdated/side-by-side/ko/"`);
    }
  });

  test('shows an error in front matter on the page, and keeps running', async () => {
    writeFiles(content, { 'articles/first/en.md': good.replace('title:', 'tilte:') });
    const html = await waitForPage((text) => text.includes('tilte'));
    expect(textOf(html)).toContain('Unknown key tilte: did you mean title?');
    expect(html).toMatch(/<code[^>]*>[^<]*en\.md:2:1<\/code>/);
    expect(textOf(html)).toContain('Fix Rename or remove it.');
  });

  test('shows the error on every page, with a link to the page of the text', async () => {
    for (const address of ['', 'ko/', 'en/topics/', 'en/search/', 'ko/about/', 'nowhere/']) {
      const html = await (
        await fetch(`${origin}/kb/${address}`, { headers: { accept: 'text/html' } })
      ).text();
      expect(html).toMatch(/<details class="problem-badge problem-badge--errors/);
      expect(html).toContain('<a href="/kb/en/articles/first/"><code');
    }
  });

  test('shows the error of a broken link on the page, together with its text', async () => {
    writeFiles(content, { 'articles/first/en.md': good.replace('../only-english/', '../only-egnlish/') });
    const html = await waitForPage((text) => text.includes('only-egnlish'));
    expect(textOf(html)).toContain('Broken link to ../only-egnlish/');
    expect(html).toContain('The second part');
  });

  test('shows the article again after the error is fixed', async () => {
    writeFiles(content, { 'articles/first/en.md': good.replace('text can be read', 'text was fixed') });
    const html = await waitForPage((text) => text.includes('text was fixed'));
    expect(html).toContain('text was fixed');
    expect(html).not.toContain('class="problem problem--error');
  });

  describe('with a picture', () => {
    const svg = (attributes: string, inside = ''): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/>${inside}</svg>`;
    const pictured = 'articles/pictured';

    /** Writes the picture of an article and polls its page until it satisfies a condition. Every response must be a page. */
    async function showPicture(picture: string, isReady: (html: string) => boolean): Promise<string> {
      writeFiles(content, { [`${pictured}/box.svg`]: picture });
      let html = '';
      for (let tries = 0; tries < 100 && !isReady(html); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const response = await fetch(`${origin}/kb/en/${pictured}/`);
        html = response.status === 404 ? '' : await response.text();
        expect([200, 404]).toContain(response.status);
        expect((await fetch(`${origin}/kb/en/articles/first/`)).status).toBe(200);
      }
      return html;
    }

    test('publishes of an SVG what a build would', async () => {
      writeFiles(content, {
        [`${pictured}/en.md`]: `---\ntitle: T\ndescription: D\ndate: 2026-01-01\n---\n\n![A box](./box.svg)\n`,
      });
      const html = await showPicture(svg('width="9" height="9"', '<script>alert(1)</script>'), (text) =>
        text.includes('<img'),
      );
      expect(textOf(html)).toContain('The picture ./box.svg is published without <script>');
      const [, source = ''] = /<img[^>]* src="([^"]*)"/.exec(html) ?? [];
      const response = await fetch(new URL(source.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), origin));
      expect(response.headers.get('content-type')).toBe('image/svg+xml');
      expect(await response.text()).toBe(svg('width="9" height="9"'));
    });

    test('that becomes unreadable shows the error on its page, and no other page fails', async () => {
      for (const [bad, message] of [
        [svg(''), 'its size can’t be read'],
        ['', 'the file is empty'],
        ['<svg', 'its XML is malformed'],
      ] as const) {
        const html = await showPicture(bad, (text) => text.includes(message));
        expect(textOf(html)).toContain(`The picture ./box.svg can’t be shown: ${message}`);
        expect(html).not.toContain('<img');
      }
    });

    test('shows it again, changed, after it is corrected', async () => {
      expect(await showPicture(svg('width="7" height="9"'), (text) => text.includes('width="7"'))).toContain(
        '<img',
      );
    });
  });

  test('shows a new article without a restart', async () => {
    writeFiles(content, {
      'articles/new/en.md': '---\ntitle: Brand new\ndescription: D\ndate: 2026-01-01\n---\n\nText.\n',
    });
    let status = 0;
    for (let tries = 0; tries < 100 && status !== 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ status } = await fetch(`${origin}/kb/en/articles/new/`));
    }
    expect(status).toBe(200);
  });

  /** Fetches titles and headings of all English texts from the search index. */
  async function outline(): Promise<string> {
    const manifest = await fetch(`${origin}/kb/search/index.json`);
    expect(manifest.status).toBe(200);
    const { cards, outlines } = (await manifest.json()) as Manifest;
    const read = async (pieces = { name: '' }): Promise<string> =>
      (await fetch(`${origin}/kb/search/${pieceName(pieces, 0, 'json')}`)).text();
    return `${await read(cards.en)}\n${await read(outlines.en)}`;
  }

  /** Polls the outline until it satisfies a condition. Returns the last response if it never does. */
  async function waitForOutline(isReady: (text: string) => boolean): Promise<string> {
    let text = await outline();
    for (let tries = 0; tries < 100 && !isReady(text); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      text = await outline();
    }
    return text;
  }

  test('searches drafts, too, and the latest version of a text', async () => {
    expect(await outline()).toContain('A draft');
    writeFiles(content, { 'articles/first/en.md': good.replace('## The second part', '## Part two, anew') });
    const text = await waitForOutline((each) => each.includes('Part two, anew'));
    expect(text).toContain('Part two, anew');
    expect(text).not.toContain('The second part');
  });

  test('searches added articles, and no removed ones', async () => {
    writeFiles(content, {
      'articles/passing/en.md': '---\ntitle: Passing by\ndescription: D\ndate: 2026-01-01\n---\n\nText.\n',
    });
    expect(await waitForOutline((each) => each.includes('Passing by'))).toContain('Passing by');
    rmSync(path.join(content, 'articles/passing'), { recursive: true });
    expect(await waitForOutline((each) => !each.includes('Passing by'))).not.toContain('Passing by');
  });

  test('serves the files of search with their content types, and 404 for others', async () => {
    const get = async (name: string): Promise<Response> => fetch(`${origin}/kb/search/${name}`);
    const program = await get('pagefind/pagefind.js');
    expect(program.headers.get('content-type')).toContain('javascript');
    expect(await program.text()).toContain('createInstance');
    expect((await get('pagefind/pagefind-ui.js')).status).toBe(404);
  });

  test('leads on from an address without its slash, and shows the page for missing ones in the language of the address', async () => {
    const get = async (name: string): Promise<Response> =>
      fetch(`${origin}/kb/${name}`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    const { status, headers } = await get('en/articles/first?a=1');
    expect([status, headers.get('location')]).toEqual([308, '/kb/en/articles/first/?a=1']);
    for (const name of ['en/articles/frist/', 'en/articles/frist']) {
      const missing = await get(name);
      expect(missing.status).toBe(404);
      const html = await missing.text();
      expect(html).toContain('<html lang="en">');
      expect(html).toContain('href="/kb/en/articles/first/"');
    }
  });
});

/** Finds a free port. */
async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
