import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import type { PageRoute } from '../routes/index.ts';
import type { PageLocals } from '../page-model/index.ts';
import { createPreviewMiddleware, createSlashMiddleware } from './middleware.ts';
import type { Preview } from './preview.ts';

const locals = (type: string, locales: readonly string[] = []): PageLocals => ({
  model: { type, locales } as unknown as PageLocals['model'],
  html: {},
});

const pages: Readonly<Record<string, PageLocals>> = {
  '/kb/ko/': locals('home'),
  '/kb/404/': locals('not-found'),
  '/kb/en/404/': locals('not-found', ['en']),
};

const preview: Preview = {
  site: {} as Preview['site'],
  pages: new Map(Object.keys(pages).map((href) => [href, {} as PageRoute])),
  findPage: (href) => Promise.resolve(pages[href]),
  findFile: (file) => Promise.resolve(file === 'ko/글.md' ? Buffer.from('markdown') : undefined),
};

/** Requests an address. Returns what the middleware answers, or what it leaves to Astro. */
async function request(url: string, accept = 'text/html') {
  const middleware = createPreviewMiddleware({
    source: { whole: () => Promise.resolve(preview), with: () => Promise.resolve(preview) },
    search: () => Promise.resolve(new Map([['manifest.json', Buffer.from('{}')]])),
    base: '/kb/',
  });
  const incoming = { url, headers: { accept } } as unknown as IncomingMessage;
  const headers: Record<string, string> = {};
  return new Promise<{
    body?: string;
    nearest?: readonly string[];
    locales?: readonly string[];
    headers: typeof headers;
    url?: string | undefined;
    shows?: string;
  }>((resolve) => {
    const response = {
      setHeader: (name: string, value: string) => (headers[name] = value),
      end: (body = Buffer.alloc(0)) => {
        resolve({ body: body.toString(), headers });
      },
    } as unknown as ServerResponse;
    middleware(incoming, response, () => {
      const given = Reflect.get(incoming, Symbol.for('astro.locals')) as PageLocals | undefined;
      resolve({
        url: incoming.url,
        headers,
        ...(given && { shows: given.model.type }),
        ...(given?.model.type === 'not-found' && {
          nearest: given.model.nearest,
          locales: given.model.locales,
        }),
      });
    });
  });
}

/** Requests an address of the middleware that runs before Astro's. Returns where it leads, or the address that it leaves to the others. */
async function requestFirst(url: string, accept = 'text/html'): Promise<{ location?: string; url?: string }> {
  const middleware = createSlashMiddleware({
    source: { whole: () => Promise.resolve(preview), with: () => Promise.resolve(preview) },
    base: '/kb/',
  });
  const incoming = { url, headers: { accept } } as unknown as IncomingMessage;
  const headers = new Map<string, string>();
  return new Promise((resolve) => {
    const response = {
      setHeader: (name: string, value: string) => headers.set(name, value),
      end: () => {
        resolve({ location: headers.get('Location') ?? '' });
      },
    } as unknown as ServerResponse;
    middleware(incoming, response, () => {
      resolve({ url: incoming.url ?? '' });
    });
  });
}

describe('The development server', () => {
  test('gives Astro what a page shows, with or without the base path', async () => {
    expect(await request('/kb/ko/?q=1')).toMatchObject({ url: '/kb/ko/?q=1', shows: 'home' });
    expect(await request('/ko/')).toMatchObject({ shows: 'home' });
  });

  test('answers with files made from the content, and with those of search', async () => {
    const file = await request(`/kb/ko/${encodeURIComponent('글')}.md`);
    expect(file).toMatchObject({
      body: 'markdown',
      headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
    });
    expect(await request('/kb/search/manifest.json')).toMatchObject({ body: '{}' });
  });

  test.each([['/kb/ko/nothing/'], ['/kb/ko/nothing'], ['/kb/']])(
    'shows the page for missing pages at %s',
    async (url) => {
      expect(await request(url)).toMatchObject({ url: '/kb/404/', shows: 'not-found' });
    },
  );

  test('shows that of the language that the address is in', async () => {
    expect(await request('/kb/en/nothing/')).toMatchObject({ url: '/kb/404/', locales: ['en'] });
    expect(await request('/kb/nothing/')).toMatchObject({ url: '/kb/404/', locales: [] });
  });

  test('lists the pages with similar addresses on it', async () => {
    expect(await request('/kb/kp/')).toMatchObject({ nearest: ['/kb/ko/'] });
  });

  test('leads on from the address of a page without its slash, as hosts do, and adds it to others that browsers show', async () => {
    expect(await requestFirst('/kb/ko?q=1')).toEqual({ location: '/kb/ko/?q=1' });
    expect(await requestFirst('/kb/nothing?q=1')).toEqual({ url: '/kb/nothing/?q=1' });
    for (const url of ['/kb/ko/', '/kb/favicon.svg', '/ko', '/kb/@vite/client', '/kb/src/a', '/'])
      expect(await requestFirst(url)).toEqual({ url });
    expect(await requestFirst('/kb/nothing', '*/*')).toEqual({ url: '/kb/nothing' });
  });

  test('shows it without the base path if the address has none', async () => {
    expect(await request('/ko/nothing/')).toMatchObject({ url: '/404/', shows: 'not-found' });
  });

  test('leaves addresses of files to Vite, which has those of the public folder', async () => {
    expect(await request('/kb/favicon.svg')).toMatchObject({ url: '/kb/favicon.svg', shows: 'not-found' });
    expect(await request('/kb/nothing', '*/*')).toMatchObject({ url: '/kb/nothing' });
    expect(await request('/kb/nothing/', '*/*')).toMatchObject({ url: '/kb/404/' });
  });

  test.each([['/@vite/client'], ['/kb/src/styles/base.css'], ['/node_modules/x.js']])(
    'does not touch %s',
    async (url) => {
      expect(await request(url)).toEqual({ url, headers: {} });
    },
  );

  test('passes an error of the content on', async () => {
    const next = vi.fn();
    const fail = (): Promise<Preview> => Promise.reject(new Error('no content'));
    const failing = createPreviewMiddleware({
      source: { whole: fail, with: fail },
      search: () => Promise.resolve(new Map()),
      base: '/',
    });
    failing({ url: '/', headers: {} } as unknown as IncomingMessage, {} as unknown as ServerResponse, next);
    await vi.waitFor(() => {
      expect(next).toHaveBeenCalledWith(new Error('no content'));
    });
  });
});
