import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { startHost, type Host } from '../../host/index.ts';
import { locales } from '../../tools/sites/pages.ts';
import { buildSite, createFolder } from '../../tools/sites/run.ts';
import { arm, hostileQueries, hostileTexts, hostileTitles } from '../hostile/vectors.ts';
import { harmless, writeHostileSite, type HostileSite } from '../hostile/write-hostile-site.ts';
import { renderAlone } from '../render-alone.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';

/**
 * A site of hostile texts, with the content security policy switched off, so that only what the pages contain protects readers.
 * One worker builds it and runs all tests.
 */
test.describe.configure({ mode: 'default' });

let site: HostileSite;
let host: Host;
let output: string;
let context: BrowserContext;
let page: Page;
/** Code that ran, dialogs, and requests to other hosts. */
let incidents: string[];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  site = await writeHostileSite();
  output = path.join(createFolder('hostile-site'), 'dist');
  await buildSite(site.content, output);
  host = await startHost({ directory: output, base: '/', port: 0 });
  context = await browser.newContext({ bypassCSP: true, locale: 'ko' });
  page = await context.newPage();
  await page.exposeFunction('reportRun', (what: string) => incidents.push(what));
  await page.addInitScript(replaceDialogs);
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!['data:', 'about:'].includes(protocol) && origin !== new URL(host.url).origin)
      incidents.push(`request: ${request.url()}`);
  });
});

test.beforeEach(() => {
  incidents = [];
});

test.afterAll(async () => {
  await context.close();
  await host.close();
  for (const folder of [site.content, path.dirname(output)]) rmSync(folder, { recursive: true, force: true });
});

test('more than 300 pieces are tried', () => {
  const texts = Object.values(hostileTexts).flat();
  expect(new Set([...texts, ...hostileTitles, ...hostileQueries]).size).toBeGreaterThan(400);
});

for (const kind of Object.keys(hostileTexts)) {
  const slug = kind.replaceAll(' ', '-');
  for (const locale of locales) {
    test(`hostile ${kind} stay within their section of the ${locale} article, and nothing runs`, async () => {
      const outside = await visitOutside(`${locale}/articles/${harmless}/`);
      expect(await visitOutside(`${locale}/articles/${slug}/`)).toEqual(outside);
      await provoke(page);
      expect(await listDanger(page, 'article')).toEqual([]);
      const pieces = site.pieces.get(slug) ?? [];
      expect(await findPieces(page)).toEqual(pieces.map((_, index) => `Piece ${index}`));
      expect(incidents).toEqual([]);
    });
  }

  test(`nothing in hostile ${kind} runs side by side, or where check refuses a piece`, async () => {
    const sideBySide = (article: string): string => `ko/articles/${article}/side-by-side/en/`;
    const outside = await visitOutside(sideBySide(harmless));
    expect(await visitOutside(sideBySide(slug))).toEqual(outside);
    await provoke(page);
    expect(await listDanger(page, 'main')).toEqual([]);
    for (const piece of site.refused.filter((each) => hostileTexts[kind]?.includes(each))) {
      await page.goto(new URL('robots.txt', host.url).href);
      await showHtml(page, (await renderAlone(arm(piece))).html);
      expect(await listDanger(page, 'body'), piece).toEqual([]);
    }
    expect(incidents).toEqual([]);
  });
}

test('hostile titles stay text on their pages, in lists and in search', async () => {
  const outside = await visitOutside(`ko/articles/${harmless}/`);
  for (const [index, title] of hostileTitles.entries()) {
    expect(await visitOutside(`ko/articles/title-${index}/`), title).toEqual(outside);
    expect(await listDanger(page, 'main'), title).toEqual([]);
    await expect(page.locator('h1')).toHaveText(arm(title));
  }
  for (const list of ['ko/', 'en/', 'ko/articles/', 'ko/search/?q=alert', 'ko/search/?q=script']) {
    await page.goto(new URL(list, host.url).href);
    await page.locator('main:not(:has([aria-busy="true"]))').waitFor();
    await provoke(page);
    expect(await listDanger(page, 'main'), list).toEqual([]);
  }
  expect(incidents).toEqual([]);
});

test('hostile queries stay text on the search page', async () => {
  for (const query of hostileQueries.map(arm)) {
    await page.goto(new URL(`ko/search/?q=${encodeURIComponent(query)}`, host.url).href);
    await page.locator('main:not(:has([aria-busy="true"]))').waitFor();
    await expect(page.getByRole('searchbox').first()).toHaveValue(query);
    await provoke(page);
    expect(await listDanger(page, 'main'), query.slice(0, 60)).toEqual([]);
  }
  expect(incidents).toEqual([]);
});

for (const locale of locales) {
  test(`the ${locale} feed, shown by a reader that removes nothing, runs nothing`, async () => {
    await page.goto(new URL(`${locale}/`, host.url).href);
    const texts = await page.evaluate(async (address) => {
      const feed = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/xml');
      if (feed.querySelector('parsererror') !== null) throw new Error('The feed is not well-formed.');
      return [...feed.querySelectorAll('content')].map(({ textContent }) => textContent);
    }, `/${locale}/feed.xml`);
    expect(texts.length).toBeGreaterThan(Object.keys(hostileTexts).length);
    await page.goto(new URL('robots.txt', host.url).href);
    for (const html of texts) {
      await showHtml(page, html);
      expect(await listDanger(page, 'body')).toEqual([]);
    }
    // A feed’s images have the public address of the site.
    expect(incidents.filter((each) => !each.startsWith('request: https://example.org/'))).toEqual([]);
  });
}

test('Markdown files, llms.txt and robots.txt are served as text', async () => {
  const articles = [...site.pieces.keys()].map((slug) => `ko/articles/${slug}.md`);
  for (const file of [...articles, 'llms.txt', 'robots.txt']) {
    const response = await page.request.get(new URL(file, host.url).href);
    expect(response.ok(), file).toBe(true);
    expect(response.headers()['content-type'], file).toMatch(/^text\/(?:plain|markdown)/);
    expect(response.headers()['x-content-type-options'], file).toBe('nosniff');
  }
});

declare global {
  interface Window {
    reportRun: (what: string) => void;
  }
}

/** Runs in the page before its own scripts: the dialogs that hostile code opens report that it ran. */
function replaceDialogs(): void {
  const report = (what?: string): never => {
    window.reportRun(`alert(${String(what)})`);
    return undefined as never;
  };
  Object.assign(window, { alert: report, confirm: report, prompt: report });
}

/** Visits a page and lists the kinds of elements outside its `main`, such as `nav.languages`. */
async function visitOutside(address: string): Promise<string[]> {
  await page.goto(new URL(address, host.url).href);
  await waitUntilDrawn(page);
  return page.evaluate(() => {
    const outside = [...document.querySelectorAll('*')].filter((each) => each.closest('main') === null);
    const kinds = outside
      .filter((each) => !['SCRIPT', 'LINK', 'META'].includes(each.tagName))
      .map((each) => `${each.localName}#${each.id}.${[...each.classList].join('.')}`);
    return [...new Set(kinds)].sort();
  });
}

/** Sends the events that hostile attributes wait for to every element. */
async function provoke(target: Page): Promise<void> {
  await target.evaluate(() => {
    const events =
      'pointerover pointerenter pointermove mouseover mouseenter mousemove click dblclick auxclick contextmenu focus focusin blur wheel copy cut paste dragstart toggle beforetoggle beforematch animationstart transitionend scrollend change input submit load error pageshow';
    addEventListener(
      'click',
      (event) => {
        event.preventDefault();
      },
      true,
    );
    addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
      },
      true,
    );
    // Links in headers and lists, and those to other languages, belong to the site and lead to other pages.
    for (const element of document.querySelectorAll('body, main, main *:not(header *, nav *, [hreflang])')) {
      for (const name of events.split(' ')) element.dispatchEvent(new Event(name, { cancelable: true }));
    }
  });
}

/** Lists the elements and attributes below a place that could run code, load something, submit data or set a style. */
async function listDanger(target: Page, place: string): Promise<string[]> {
  return target.evaluate((selector) => {
    const forbidden = new Set(
      'script style link meta base form iframe frame object embed template noscript video audio source portal title'.split(
        ' ',
      ),
    );
    const ownForms = 'search';
    const danger: string[] = [];
    for (const element of document.querySelectorAll(`${selector} *`)) {
      const isOwn = element.closest(`[role=${ownForms}], search, dialog`) !== null;
      if (forbidden.has(element.localName) && !isOwn) danger.push(element.outerHTML.slice(0, 80));
      for (const { name, value } of element.attributes) {
        if (/^on|^srcdoc$|^formaction$|^ping$/.test(name)) danger.push(`${element.localName} ${name}`);
        if (!/^(?:href|src|action|xlink:href|poster|background|cite)$/.test(name)) continue;
        const { protocol } = new URL(value, location.href);
        if (!/^(?:https?|mailto|tel|sms):$/.test(protocol)) danger.push(`${name}=${value.slice(0, 80)}`);
      }
    }
    return danger;
  }, place);
}

/** Lists the headings of an article’s pieces that no piece encloses: the text itself is as close to them as to the first one. */
async function findPieces(target: Page): Promise<string[]> {
  return target.evaluate(() => {
    const headings = [...document.querySelectorAll('.prose h2')].filter(({ id }) => id.startsWith('piece-'));
    const text = document.querySelector('.prose');
    const isPart = (heading: Element): boolean =>
      heading.parentElement === text || heading.parentElement?.parentElement === text;
    return headings.filter(isPart).map(({ id }) => id.replace('piece-', 'Piece '));
  });
}

/** Shows HTML as a page’s whole content, as if a feed reader trusted it. */
async function showHtml(target: Page, html: string): Promise<void> {
  await target.evaluate((source) => {
    document.body.innerHTML = source;
  }, html);
  await provoke(target);
}
