import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Request } from '@playwright/test';

/** Counts what search moves over the network, in the pages of a browser context and their workers, as it travels. */
export interface ByteCounter {
  /** Bytes since the counter was made or last asked, once all that was asked for has come. */
  take: () => Promise<number>;
}

/** How long nothing may be asked for before a page is taken to have all it wants. */
const restMs = 200;

/**
 * Count what search loads in the pages of a context: all but the page itself with its styles, fonts and pictures, and but what every page of
 * the site loads. Bytes are those of headers and encoded body, as `Network.loadingFinished` tells them.
 */
export function countBytes(context: BrowserContext, ordinary: ReadonlySet<string>): ByteCounter {
  const asked = new Set<Request>();
  const ended: Request[] = [];
  const seen = new Set<string>();
  let lastAt = performance.now();
  context.on('request', (request) => {
    asked.add(request);
  });
  const end = (request: Request): void => {
    asked.delete(request);
    ended.push(request);
    lastAt = performance.now();
  };
  context.on('requestfinished', end);
  context.on('requestfailed', end);
  return {
    take: async () => {
      while (asked.size > 0 || performance.now() - lastAt < restMs) await wait(20);
      const sizes = ended
        .splice(0)
        .filter(isOfSearch(ordinary))
        .map(async (request) => {
          const isNew = !seen.has(request.url());
          seen.add(request.url());
          return transferred(request, isNew);
        });
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    },
  };
}

/** Addresses of everything that a page loads. */
export async function loadedBy(context: BrowserContext, address: string): Promise<Set<string>> {
  const page = await context.newPage();
  const urls = new Set<string>();
  page.on('request', (request) => urls.add(request.url()));
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.close();
  return urls;
}

const kindsOfPages = ['document', 'stylesheet', 'font', 'image'];

function isOfSearch(ordinary: ReadonlySet<string>): (request: Request) => boolean {
  return (request) =>
    !kindsOfPages.includes(request.resourceType()) &&
    !ordinary.has(request.url()) &&
    /^https?:/.test(request.url());
}

/** Of what was only asked whether it is still fresh, no body comes. */
async function transferred(request: Request, isNew: boolean): Promise<number> {
  if (request.failure() !== null) return 0;
  const { responseHeadersSize, responseBodySize } = await request.sizes();
  // Chromium doesn’t tell how much came of a worker’s own script.
  const body = isNew && responseBodySize <= 0 ? await bodySizeOf(request.url()) : responseBodySize;
  return responseHeadersSize + Math.max(0, body);
}

async function bodySizeOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }, (response) => {
      let size = 0;
      response.on('data', ({ length }: Buffer) => (size += length));
      response.on('end', () => {
        resolve(size);
      });
    }).on('error', reject);
  });
}
