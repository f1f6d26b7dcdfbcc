import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { measureShift, screens } from '../../tools/bench-page/measure-shift.ts';
import { root } from '../../tools/sites/run.ts';

const font = path.join(root, 'node_modules/pretendard/dist/web/static/woff2/Pretendard-Regular.woff2');

/** Pages of text in a web font with a very different fallback, and the same page without the web font. */
const pages: Readonly<Record<string, string>> = {
  '/font': pageWith(`@font-face { font-family: Late; src: url(late.woff2); font-display: swap }`),
  '/hidden': pageWith(`@font-face { font-family: Late; src: url(late.woff2); font-display: block }`),
  '/no-font': pageWith(''),
};

function pageWith(fontFace: string): string {
  const paragraph = `<p class="text">${'Ill-fitting letters, 가나다라마바사 어절. '.repeat(30)}</p>`;
  return `<!doctype html><title>Test</title><style>${fontFace} p { font: 28px Late, monospace }</style>${paragraph}${paragraph}`;
}

let server: Server;
let origin = '';

test.beforeAll(async () => {
  const listening = Promise.withResolvers<undefined>();
  server = createServer(({ url = '' }, response) => {
    const page = pages[url];
    response.setHeader('content-type', page === undefined ? 'font/woff2' : 'text/html; charset=utf-8');
    response.end(url.endsWith('.woff2') ? readFileSync(font) : page);
  }).listen(0, '127.0.0.1', () => {
    listening.resolve(undefined);
  });
  await listening.promise;
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

for (const screen of Object.keys(screens) as (keyof typeof screens)[]) {
  test.describe(`measureShift on a ${screen}`, () => {
    test('reports the text that shifts when a late font replaces a very different fallback', async ({
      browser,
    }) => {
      const shift = await measureShift(browser, `${origin}/font`, screen);
      expect(shift.lateFonts).toBe(1);
      expect(shift.score).toBeGreaterThan(0.01);
      expect(shift.moved).toContain('p.text');
    });

    test('does not wait forever if text is hidden until its font has loaded', async ({ browser }) => {
      expect((await measureShift(browser, `${origin}/hidden`, screen)).lateFonts).toBe(1);
    });

    test('reports 0 if no font is loaded', async ({ browser }) => {
      expect(await measureShift(browser, `${origin}/no-font`, screen)).toEqual({
        score: 0,
        lateFonts: 0,
        moved: [],
      });
    });
  });
}
