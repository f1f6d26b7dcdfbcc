import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Request } from '@playwright/test';

/** Counts the bytes that search transfers in the pages of a browser context and their workers, compressed as they are sent. */
interface ByteCounter {
  /** Waits until all requests have ended, and returns the bytes since the counter was created or last read. */
  take: () => Promise<number>;
}

/** A page without requests for this long has loaded all it needs. */
const idleMs = 200;

/**
 * Creates a counter of what search loads in the pages of a context. It leaves out pages, style sheets, fonts and images, and the
 * URLs in `ordinary`, which every page of the site loads. Bytes are those of headers and encoded body, as in the event
 * `Network.loadingFinished`.
 */
export function countBytes(context: BrowserContext, ordinary: ReadonlySet<string>): ByteCounter {
  const pending = new Set<Request>();
  const ended: Request[] = [];
  const seen = new Set<string>();
  let lastAt = performance.now();
  context.on('request', (request) => {
    pending.add(request);
  });
  const end = (request: Request): void => {
    pending.delete(request);
    ended.push(request);
    lastAt = performance.now();
  };
  context.on('requestfinished', end);
  context.on('requestfailed', end);
  return {
    take: async () => {
      while (pending.size > 0 || performance.now() - lastAt < idleMs) await wait(20);
      const sizes = ended
        .splice(0)
        .filter(isSearchRequest(ordinary))
        .map(async (request) => {
          const isNew = !seen.has(request.url());
          seen.add(request.url());
          return transferredBytes(request, isNew);
        });
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    },
  };
}

/** Lists the URLs that a page loads. */
export async function listLoadedUrls(context: BrowserContext, address: string): Promise<Set<string>> {
  const page = await context.newPage();
  const urls = new Set<string>();
  page.on('request', (request) => urls.add(request.url()));
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.close();
  return urls;
}

/** Resource types that belong to a page rather than to search. */
const pageResources = ['document', 'stylesheet', 'font', 'image'];

function isSearchRequest(ordinary: ReadonlySet<string>): (request: Request) => boolean {
  return (request) =>
    !pageResources.includes(request.resourceType()) &&
    !ordinary.has(request.url()) &&
    /^https?:/.test(request.url());
}

/** Returns the transferred bytes of a request. A repeated request may be answered with 304, without a body. */
async function transferredBytes(request: Request, isNew: boolean): Promise<number> {
  if (request.failure() !== null) return 0;
  const { responseHeadersSize, responseBodySize } = await request.sizes();
  // Chromium reports no body size for the script of a worker.
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
