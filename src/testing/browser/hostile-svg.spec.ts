import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { publishedBytes, readPicture } from '../../sources/index.ts';
import { hostileSvgs } from '../hostile/svgs.ts';
import { afterFrames } from './wait-until-drawn.ts';

/** Serves files at `/0`, `/1`, … as SVG, without any other header: no policy, no `nosniff`. */
async function serveSvgs(
  files: readonly (string | Uint8Array)[],
): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const file = files[Number(request.url?.slice(1))];
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

/** Opens an SVG as a document, clicks it, and returns what it ran and where it went. */
async function open(page: Page, address: string): Promise<string[]> {
  const { origin } = new URL(address);
  const events: string[] = [];
  page.removeAllListeners();
  page.on('dialog', (dialog) => {
    events.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { origin: other, protocol } = new URL(request.url());
    if (protocol !== 'data:' && other !== origin) events.push(`request: ${request.url()}`);
  });
  page.on('pageerror', (error) => events.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') events.push(`console: ${message.text()}`);
  });
  await page
    .goto(address, { waitUntil: 'load' })
    .catch((error: unknown) => events.push(`left: ${String(error)}`));
  await page.mouse.click(20, 20).catch(() => undefined);
  await page.mouse.move(5, 5).catch(() => undefined);
  // Animations begin, and scripts of events run, in the next frames.
  await page.evaluate(afterFrames).catch(() => undefined);
  if (page.url() !== address) events.push(`left: ${page.url()}`);
  return events;
}

/** Opens all files, and returns the numbers of those that ran something or left, with what they did. */
async function openAll(page: Page, files: readonly (string | Uint8Array)[]): Promise<Map<number, string[]>> {
  // Nothing outside the test may be reached.
  await page.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const { server, origin } = await serveSvgs(files);
  const active = new Map<number, string[]>();
  for (const index of files.keys()) {
    const events = await open(page, `${origin}/${String(index)}`);
    if (events.length > 0) active.set(index + 1, events);
  }
  server.close();
  return active;
}

test('hostile SVGs run nothing and stay on their origin as they are published, without any header', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const published: Uint8Array[] = [];
  for (const { file } of hostileSvgs) {
    const bytes = Buffer.from(file);
    const picture = await readPicture(bytes);
    const clean = 'what' in picture ? undefined : publishedBytes(bytes, picture);
    if (clean !== undefined) published.push(clean);
  }
  expect(published.length).toBeGreaterThan(60);
  expect(Object.fromEntries(await openAll(page, published))).toEqual({});
});

test('they do run scripts or leave their origin if they are not cleaned', async ({ page }) => {
  test.setTimeout(300_000);
  const files = hostileSvgs.filter(({ kind }) => kind !== 'cost').map(({ file }) => file);
  expect((await openAll(page, files)).size).toBeGreaterThan(60);
});
