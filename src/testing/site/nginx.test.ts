import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor, readHeaderRules } from '../../host/headers.ts';
import { root } from '../../tools/sites/run.ts';
import { buildSharedSite } from '../../tools/sites/shared-sites.ts';

const isInstalled = spawnSync('nginx', ['-v']).status === 0;

/** The configuration of the documentation, for the site in a folder, on a port of this computer. */
function configure(site: string, port: number, folder: string): string {
  const page = readFileSync(path.join(root, 'docs/publishing.md'), 'utf8');
  const documented = /^```nginx\n(.*?)^```/ms.exec(page)?.[1] ?? '';
  const server = documented
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/dist;', `root ${site};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${folder}/${name};`,
  );
  return [
    // A process of root would serve files as another user, who may not be allowed to read them.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${folder}/nginx.pid;`,
    'error_log stderr;',
    'events {}',
    'http {',
    '  include /etc/nginx/mime.types;',
    '  access_log off;',
    ...temporary,
    server,
    '}',
  ].join('\n');
}

/** Returns the address of one search file of each kind. */
function searchAddresses(site: string): string[] {
  const files = readdirSync(path.join(site, 'search')).filter((file) => file.includes('.'));
  return [...new Map(files.map((file) => [file.replace(/\..*/, ''), `/search/${file}`])).values()];
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Debian's package is called nginx-light. Without nginx, the tests of src/host/publishing-docs.test.ts read the same configuration.
describe.skipIf(!isInstalled)('The documented nginx, which these tests need to be installed,', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'narani-nginx-'));
  let server: ChildProcess;
  let origin = '';

  const ask = async (address: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(origin + address, { redirect: 'manual', headers });

  beforeAll(async () => {
    const port = await findFreePort();
    origin = `http://127.0.0.1:${port}`;
    const file = path.join(folder, 'nginx.conf');
    writeFileSync(file, configure(await buildSharedSite('narani'), port, folder));
    server = spawn('nginx', ['-e', 'stderr', '-p', folder, '-c', file], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    server.stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString()));
    for (let tries = 0; tries < 100; tries += 1) {
      if (server.exitCode !== null) throw new Error(`nginx has ended: ${errors}`);
      if (
        await ask('/').then(
          () => true,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nginx does not answer: ${errors}`);
  });

  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(['/', '/ko/', '/en/articles/ps-vs-top/', '/ko/articles/ps-vs-top/side-by-side/en/'])(
    'answers %s with the page',
    async (address) => {
      const response = await ask(address);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toMatch(/^<!DOCTYPE html>/i);
    },
  );

  test('leads on from an address without its slash', async () => {
    const response = await ask('/ko/articles/ps-vs-top');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/ko/articles/ps-vs-top/']);
  });

  test('answers Markdown with its type and character set', async () => {
    const response = await ask('/ko/articles/ps-vs-top.md');
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await response.text()).toContain('title:');
  });

  test('answers an address without a file with the page for missing ones, and status 404', async () => {
    const response = await ask('/ko/articles/nowhere/');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<html');
  });

  test.each([
    ['/ko/articles/nowhere/', 'ko', 1],
    ['/en/nowhere', 'en', 1],
    ['/en/articles/nowhere.md', 'en', 1],
    ['/nowhere/', 'ko', 2],
    ['/downloads/nowhere.pcap', 'ko', 2],
  ])(
    'answers %s with the page for missing ones in the languages of the address',
    async (address, lang, sections) => {
      const response = await ask(address);
      const html = await response.text();
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(html).toContain(`<html lang="${lang}">`);
      expect(html.match(/<section/g)).toHaveLength(sections);
    },
  );

  test.each([
    ['ko-KR,ko;q=0.9,en-US;q=0.8', '/ko/'],
    ['en-US,en;q=0.9,ko;q=0.8', '/en/'],
    ['fr, EN;q=0.5, ko;q=0.1', '/en/'],
    ['KO', '/ko/'],
  ])('leads readers who prefer %s from the root to their language', async (languages, home) => {
    const response = await ask('/', { 'accept-language': languages });
    expect([response.status, response.headers.get('location')]).toEqual([302, home]);
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  });

  test.each(['fr', 'kok-IN', 'x-en', '*', ''])(
    'shows readers who prefer %s, which the site does not have, the root',
    async (languages) => {
      expect((await ask('/', { 'accept-language': languages })).status).toBe(200);
    },
  );

  test.each(['/_headers', '/_redirects', '/.narani', '/ko/.hidden'])('does not show %s', async (address) => {
    expect((await ask(address)).status).toBe(404);
  });

  test('sends the headers of public/_headers', async () => {
    const rules = await readHeaderRules(path.join(root, 'public'));
    for (const address of [
      '/',
      '/ko/articles/ps-vs-top/',
      '/favicon.svg',
      '/ko/feed.xml',
      ...searchAddresses(await buildSharedSite('narani')),
    ]) {
      const { headers } = await ask(address);
      const expected = { ...headersFor(rules, address) };
      delete expected['content-type'];
      expect(Object.fromEntries(Object.keys(expected).map((name) => [name, headers.get(name)]))).toEqual(
        expected,
      );
    }
  });
});
