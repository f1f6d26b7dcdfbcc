import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page, Request, Response } from '@playwright/test';
import { elementName } from '../../figures/stage/figure.ts';
import type { ServedFigure } from './sites.ts';

/** Text is weighed as hosts send it that compress a file once, before it is asked for; 11 is the best there is. */
export const brotliQuality = 11;

/** What loading a page moves over the network, in bytes: text in Brotli, all else as it came. */
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
  /** Addresses of another origin that the page asks for. */
  thirdParty: string[];
  /** What was asked for and did not come; it would otherwise pass for light. */
  failed: string[];
}

type Part = 'html' | 'css' | 'js' | 'fonts' | 'images' | 'other';

/** Chromium's names for the kinds of resources; any other kind counts as `other`. */
const partOfResource: Readonly<Record<string, Part>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
  font: 'fonts',
  image: 'images',
};

/** Third parties are counted, not called: the name of no other machine is found. */
export const noThirdParties = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** The phone that Lighthouse imitates, so that both look at the same page. */
export const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** Load a page in a browser that has nothing cached, let it come to rest, and weigh all that came. */
export async function weighPage(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ ...phone, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await stayOn(page, url);
    const record = recordRequests(page, url);
    await page.goto(url, { waitUntil: 'networkidle' });
    return sumUp(
      await Promise.all(record.asked.map((request) => toArrival(request, record))),
      new URL(url).origin,
    );
  } finally {
    await context.close();
  }
}

/** All that was loaded for a figure. */
export interface Loaded {
  figure: string;
  locale: string;
  url: string;
  files: readonly LiveFile[];
}

/** A file that was loaded for a figure. */
export interface LiveFile {
  url: string;
  bytes: number;
  came: boolean;
}

/** Scroll to a figure in a page that has come to rest, in a browser that has nothing cached, and weigh what is loaded then. */
export async function weighLive(browser: Browser, { figure, locale, url }: ServedFigure): Promise<Loaded> {
  const context = await browser.newContext({ ...phone, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const before = recordRequests(page, url);
    await page.goto(url, { waitUntil: 'networkidle' });
    const loaded = new Set(before.asked.map((request) => request.url()));
    const record = recordRequests(page, url);
    const element = page.locator(elementName(figure)).first();
    await element.scrollIntoViewIfNeeded();
    // Scripts have taken over as soon as there is something to be played with.
    await element.locator('.figure-controls').first().waitFor();
    await page.waitForLoadState('networkidle');
    // A module that the page itself has loaded may be asked for once more, and comes from memory.
    const asked = record.asked.filter((request) => !loaded.has(request.url()));
    const arrivals = await Promise.all(asked.map((request) => toArrival(request, record)));
    const isText = ({ part }: { part: string }): boolean => part === 'js' || part === 'css';
    // What is loaded ahead of the module that imports it is one file all the same.
    const files = new Map(
      arrivals.filter(isText).map(({ url: file, bytes, came }) => [file, { url: file, bytes, came }]),
    );
    return { figure, locale, url, files: [...files.values()] };
  } finally {
    await context.close();
  }
}

/**
 * Keep a page that sends its reader on (the root) from doing so, and weigh that page alone.
 * Of what it had asked for, chance would decide how much still came. A navigation answered with 204 leaves the page as it is.
 */
async function stayOn(page: Page, url: string): Promise<void> {
  await page.route('**', async (route, request) => {
    if (leaves(page, url, request)) await route.fulfill({ status: 204 });
    else await route.continue();
  });
}

function leaves(page: Page, url: string, request: Request): boolean {
  return request.isNavigationRequest() && request.frame() === page.mainFrame() && request.url() !== url;
}

/** What a page has asked for. */
interface Recorded {
  asked: Request[];
  ended: Set<Request>;
}

/** What a page asks for from now on. */
function recordRequests(page: Page, url: string): Recorded {
  const record: Recorded = { asked: [], ended: new Set() };
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !leaves(page, url, request)) record.asked.push(request);
  });
  page.on('requestfinished', (request) => record.ended.add(request));
  page.on('requestfailed', (request) => record.ended.add(request));
  return record;
}

/** What came of a request. */
interface Arrival {
  url: string;
  part: Part;
  bytes: number;
  came: boolean;
}

/** What came of a request, weighed. */
async function toArrival(request: Request, { ended }: Recorded): Promise<Arrival> {
  const url = request.url();
  // Of a request that has not ended there is no answer to wait for: the page is at rest without it.
  const response = ended.has(request) ? await request.response() : null;
  if (response === null) return { url, part: partOf(request, ''), bytes: 0, came: false };
  const part = partOf(request, response.headers()['content-type'] ?? '');
  const came = response.ok() && request.failure() === null;
  return { url, part, bytes: came ? await weigh(part, request, response) : 0, came };
}

async function weigh(part: Part, request: Request, response: Response): Promise<number> {
  if (part !== 'html' && part !== 'css' && part !== 'js') return (await request.sizes()).responseBodySize;
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  return brotliCompressSync(await response.body(), { params }).length;
}

function sumUp(arrivals: readonly Arrival[], origin: string): Weight {
  const bytesOf = (part: Part): number =>
    arrivals.reduce((sum, arrival) => sum + (arrival.part === part ? arrival.bytes : 0), 0);
  const urlsWhere = (holds: (arrival: Arrival) => boolean): string[] =>
    arrivals.filter(holds).map(({ url }) => url);
  return {
    html: bytesOf('html'),
    css: bytesOf('css'),
    js: bytesOf('js'),
    fonts: bytesOf('fonts'),
    images: bytesOf('images'),
    other: bytesOf('other'),
    fontFiles: urlsWhere(({ part }) => part === 'fonts').length,
    requests: arrivals.length,
    requestsWithoutImages: urlsWhere(({ part }) => part !== 'images').length,
    thirdParty: urlsWhere(({ url }) => new URL(url).origin !== origin),
    failed: urlsWhere(({ came }) => !came),
  };
}

/** Chromium names no kind for a favicon, which is an image all the same. */
function partOf(request: Request, contentType: string): Part {
  const part = partOfResource[request.resourceType()] ?? 'other';
  return part === 'other' && contentType.startsWith('image/') ? 'images' : part;
}
