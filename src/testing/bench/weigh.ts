import type { Browser, Page, Request } from '@playwright/test';

/** What loading a page moves over the network, in bytes as they travel. */
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

/** The phone that Lighthouse imitates, so that both look at the same page. */
const phone = {
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
    const requests = recordRequests(page);
    // The root page may go on to another while it loads; waiting for rest, not for this document, follows it.
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForLoadState('networkidle');
    return await sumUp(requests, new URL(url).origin);
  } finally {
    await context.close();
  }
}

function recordRequests(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) requests.push(request);
  });
  return requests;
}

interface Arrival {
  url: string;
  part: Part;
  bytes: number;
  state: 'came' | 'failed' | 'given up';
}

async function sumUp(requests: readonly Request[], origin: string): Promise<Weight> {
  const arrivals = await Promise.all(requests.map(toArrival));
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
    failed: urlsWhere(({ state }) => state === 'failed'),
  };
}

async function toArrival(request: Request): Promise<Arrival> {
  const url = request.url();
  const response = await request.response();
  if (response === null) {
    // A page that goes on to another gives up what it had asked for; nothing is broken then.
    const state = request.failure()?.errorText === 'net::ERR_ABORTED' ? 'given up' : 'failed';
    return { url, part: partOf(request, ''), bytes: 0, state };
  }
  const part = partOf(request, response.headers()['content-type'] ?? '');
  if (response.status() >= 400) return { url, part, bytes: 0, state: 'failed' };
  return { url, part, bytes: (await request.sizes()).responseBodySize, state: 'came' };
}

/** Chromium names no kind for a favicon, which is an image all the same. */
function partOf(request: Request, contentType: string): Part {
  const part = partOfResource[request.resourceType()] ?? 'other';
  return part === 'other' && contentType.startsWith('image/') ? 'images' : part;
}
