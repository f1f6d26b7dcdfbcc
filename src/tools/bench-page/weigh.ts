import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page, Request, Response } from '@playwright/test';
import { elementName } from '../../figures/stage/figure.ts';
import type { ServedFigure } from './sites.ts';

/** Quality 11 is the maximum, as used by hosts that compress files in advance. */
export const brotliQuality = 11;

/** Bytes that loading a page transfers: text compressed with Brotli, other files as they are sent. */
export interface Weight {
  html: number;
  css: number;
  js: number;
  fonts: number;
  images: number;
  other: number;
  fontFiles: number;
  requests: number;
  requestsWithoutImages: number;
  /** Requested URLs of other origins. */
  thirdParty: string[];
  /** URLs of failed requests, which would otherwise count as 0 bytes. */
  failed: string[];
}

type Part = 'html' | 'css' | 'js' | 'fonts' | 'images' | 'other';

/** Parts by resource type in Chromium; any other type is `other`. */
const partOfResource: Readonly<Record<string, Part>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
  font: 'fonts',
  image: 'images',
};

/** Flag that makes all other host names fail to resolve: third-party requests are counted, but never sent. */
export const blockOtherHosts = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** The phone that Lighthouse emulates, so that both measure the same page. */
export const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** Measures the bytes that a page loads with an empty cache, until the network is idle. */
export async function weighPage(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ ...phone, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await preventRedirect(page, url);
    const record = recordRequests(page, url);
    await page.goto(url, { waitUntil: 'networkidle' });
    return sumTransfers(
      await Promise.all(record.started.map((request) => toTransfer(request, record))),
      new URL(url).origin,
    );
  } finally {
    await context.close();
  }
}

/** Files that a figure lazy-loads on a page. */
export interface LoadedFigure {
  figure: string;
  locale: string;
  url: string;
  files: readonly FigureFile[];
}

/** A file that a figure lazy-loads. */
export interface FigureFile {
  url: string;
  bytes: number;
  succeeded: boolean;
}

/** Measures the scripts and style sheets that a page loads, with an empty cache, because it has a figure. */
export async function weighFigure(browser: Browser, served: ServedFigure): Promise<LoadedFigure> {
  const { figure, locale, url } = served;
  const without = new Set((await loadFiles(browser, served, { isLive: false })).map((file) => file.url));
  const files = await loadFiles(browser, served, { isLive: true });
  return { figure, locale, url, files: files.filter((file) => !without.has(file.url)) };
}

/**
 * Loads a page, scrolls to a figure, and returns the scripts and style sheets that the page has loaded. All other figures, and this
 * one unless it `isLive`, are replaced by plain elements: they can be near the top of the page, or near each other.
 */
async function loadFiles(
  browser: Browser,
  { figure, url }: ServedFigure,
  { isLive }: { isLive: boolean },
): Promise<FigureFile[]> {
  const context = await browser.newContext({ ...phone, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.route(url, async (route) => {
      const response = await route.fetch();
      const body = replaceFigures(await response.text(), isLive ? figure : undefined);
      await route.fulfill({ response, body });
    });
    const record = recordRequests(page, url);
    await page.goto(url, { waitUntil: 'networkidle' });
    const name = elementName(figure);
    const element = page.locator(`${name}, [data-figure="${name}"]`).first();
    await element.scrollIntoViewIfNeeded();
    // Controls appear when the figure has been hydrated.
    if (isLive) await element.locator('.figure-controls').first().waitFor();
    await waitForRequests(page, record);
    const transfers = await Promise.all(record.started.map((request) => toTransfer(request, record)));
    const isText = ({ part }: Transfer): boolean => part === 'js' || part === 'css';
    // A preloaded module is requested twice, but is one file.
    const files = new Map(
      transfers
        .filter(isText)
        .map(({ url: file, bytes, succeeded }) => [file, { url: file, bytes, succeeded }]),
    );
    return [...files.values()];
  } finally {
    await context.close();
  }
}

/** Replaces the custom elements of all figures but one by `<div data-figure="…">`. */
function replaceFigures(html: string, kept: string | undefined): string {
  return html.replace(/(<\/?)(narani-[a-z-]+)/g, (tag: string, start: string, name: string) => {
    if (kept !== undefined && name === elementName(kept)) return tag;
    return start === '<' ? `<div data-figure="${name}"` : '</div';
  });
}

/** Waits until no request has been pending for half a second, or for ten seconds at most. */
async function waitForRequests(page: Page, { started, ended }: Recorded): Promise<void> {
  for (let quiet = 0, waited = 0; quiet < 5 && waited < 100; waited += 1) {
    await page.waitForTimeout(100);
    quiet = started.every((request) => ended.has(request)) ? quiet + 1 : 0;
  }
}

/**
 * Prevents a page (the root) from redirecting, so that only that page is measured: after a redirect, timing would decide which
 * of its requests are counted. A navigation that is answered with 204 leaves the page as it is.
 */
async function preventRedirect(page: Page, url: string): Promise<void> {
  await page.route('**', async (route, request) => {
    if (isNavigationAway(page, url, request)) await route.fulfill({ status: 204 });
    else await route.continue();
  });
}

function isNavigationAway(page: Page, url: string, request: Request): boolean {
  return request.isNavigationRequest() && request.frame() === page.mainFrame() && request.url() !== url;
}

/** Requests of a page. */
interface Recorded {
  started: Request[];
  ended: Set<Request>;
}

/** Records the requests of a page from now on. */
function recordRequests(page: Page, url: string): Recorded {
  const record: Recorded = { started: [], ended: new Set() };
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !isNavigationAway(page, url, request)) record.started.push(request);
  });
  page.on('requestfinished', (request) => record.ended.add(request));
  page.on('requestfailed', (request) => record.ended.add(request));
  return record;
}

/** A request with its response. */
interface Transfer {
  url: string;
  part: Part;
  bytes: number;
  succeeded: boolean;
}

/** Measures the response to a request. */
async function toTransfer(request: Request, { ended }: Recorded): Promise<Transfer> {
  const url = request.url();
  // A request that is still pending when the network is idle counts as failed.
  const response = ended.has(request) ? await request.response() : null;
  if (response === null) return { url, part: partOf(request, ''), bytes: 0, succeeded: false };
  const part = partOf(request, response.headers()['content-type'] ?? '');
  const succeeded = response.ok() && request.failure() === null;
  return { url, part, bytes: succeeded ? await weigh(part, request, response) : 0, succeeded };
}

async function weigh(part: Part, request: Request, response: Response): Promise<number> {
  if (part !== 'html' && part !== 'css' && part !== 'js') return (await request.sizes()).responseBodySize;
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  return brotliCompressSync(await response.body(), { params }).length;
}

function sumTransfers(transfers: readonly Transfer[], origin: string): Weight {
  const bytesOf = (part: Part): number =>
    transfers.reduce((sum, transfer) => sum + (transfer.part === part ? transfer.bytes : 0), 0);
  const urlsWhere = (holds: (transfer: Transfer) => boolean): string[] =>
    transfers.filter(holds).map(({ url }) => url);
  return {
    html: bytesOf('html'),
    css: bytesOf('css'),
    js: bytesOf('js'),
    fonts: bytesOf('fonts'),
    images: bytesOf('images'),
    other: bytesOf('other'),
    fontFiles: urlsWhere(({ part }) => part === 'fonts').length,
    requests: transfers.length,
    requestsWithoutImages: urlsWhere(({ part }) => part !== 'images').length,
    thirdParty: urlsWhere(({ url }) => new URL(url).origin !== origin),
    failed: urlsWhere(({ succeeded }) => !succeeded),
  };
}

/** Returns the part of a request. Chromium has no resource type for a favicon, which counts as an image. */
function partOf(request: Request, contentType: string): Part {
  const part = partOfResource[request.resourceType()] ?? 'other';
  return part === 'other' && contentType.startsWith('image/') ? 'images' : part;
}
