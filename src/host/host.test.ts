import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addBaseToHeaders, addBaseToRedirects, HostError, startHost } from './index.ts';
import type { Host } from './index.ts';

const longText = '지연 시간의 꼬리는 평균에 숨는다. '.repeat(100);

const site = {
  'index.html': '<title>문</title>',
  '404.html': '<title>404</title>',
  'en/index.html': '<title>Home</title>',
  'en/about/index.html': '<title>About</title>',
  'en/articles/tail.md': '# Tail',
  'en/feed.xml': '<feed/>',
  'ko/글/꼬리 지연.html': '<title>꼬리 지연</title>',
  'ko/404.html': '<title>없음</title>',
  'sitemap.xml': '<urlset/>',
  'robots.txt': longText,
  'icon.svg': '<svg/>',
  'photo.png': 'not really a picture',
  'taken.png': 'not to be seen',
  'empty/only.txt': 'x',
  '_astro/page.abc.css': 'a{}',
  '_astro/page.abc.js': 'x()',
  '.env': 'SECRET=1',
  '.well-known/security.txt': 'Contact: mailto:a@example.org',
  _headers: [
    '/*',
    '  X-Content-Type-Options: nosniff',
    '/*/feed.xml',
    '  Content-Type: application/atom+xml; charset=utf-8',
    '/robots.txt',
    '  Cache-Control: public, max-age=600',
    '/_astro/*',
    '  Cache-Control: public, max-age=31536000, immutable',
  ].join('\n'),
  _redirects: [
    '/en/about /elsewhere/ 301',
    '/taken.png /forced/ 302!',
    '/old/* /en/:splat 301',
    '/ko/옛글 /ko/글/ 308',
    '/short /en/about/ 200',
    '/ko/* /ko/404.html 404',
    '/api/* https://api.example.org/:splat 200',
  ].join('\n'),
};

function writeSite(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'narani-host-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Ask {
  method?: string;
  headers?: OutgoingHttpHeaders;
}

/** Requests a path exactly as written; `fetch` would normalize `..` and decompress the body. */
function ask(host: Host, path: string, { method = 'GET', headers = {} }: Ask = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const asking = request(
      // No keep-alive: a later host may get the same port.
      { port: new URL(host.url).port, host: '127.0.0.1', path, method, headers, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
        });
      },
    );
    asking.on('error', fail);
    asking.end();
  });
}

let directory: string;
let directoryUnderBase: string;
let host: Host;
let underBase: Host;

beforeAll(async () => {
  directory = writeSite(site);
  directoryUnderBase = writeSite({
    ...site,
    _headers: addBaseToHeaders(site._headers, '/kb/'),
    _redirects: addBaseToRedirects(site._redirects, '/kb/'),
  });
  host = await startHost({ directory, base: '/', port: 0 });
  underBase = await startHost({ directory: directoryUnderBase, base: '/kb/', port: 0 });
});

afterAll(async () => {
  await Promise.all([host.close(), underBase.close()]);
  rmSync(directory, { recursive: true });
  rmSync(directoryUnderBase, { recursive: true });
});

describe('addresses', () => {
  test('a directory address with a trailing slash gives its page', async () => {
    const { status, body } = await ask(host, '/en/about/');
    expect([status, String(body)]).toEqual([200, '<title>About</title>']);
  });

  test('a directory address without a trailing slash is redirected to the one with it, including the query', async () => {
    const { status, headers } = await ask(host, '/en?theme=dark');
    expect([status, headers.location]).toEqual([308, '/en/?theme=dark']);
  });

  test('한글 파일 이름은 퍼센트 인코딩된 주소로 찾는다', async () => {
    const { status, body } = await ask(host, encodeURI('/ko/글/꼬리 지연.html'));
    expect([status, String(body)]).toEqual([200, '<title>꼬리 지연</title>']);
  });

  test.each(['/nothing', '/en/nothing/', '/empty/', '/empty', '/robots.txt/', '/en//about/', '//en'])(
    '%s is answered with the 404 page and status 404',
    async (path) => {
      const { status, headers, body } = await ask(host, path);
      expect([status, String(body)]).toEqual([404, '<title>404</title>']);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  test('a missing asset is not cached, even if a rule matches its address', async () => {
    const { status, headers } = await ask(host, '/_astro/gone.js');
    expect([status, headers['cache-control']]).toEqual([404, 'public, max-age=0, must-revalidate']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('a language with a 404 page of its own has it below its folder', async () => {
    for (const path of ['/ko/articles/nothing/', '/ko/nothing.md'])
      expect(String((await ask(host, path)).body)).toBe('<title>없음</title>');
    expect(String((await ask(host, '/en/articles/nothing/')).body)).toBe('<title>404</title>');
  });

  test.each(['/_headers', '/_redirects', '/.env', '/%5Fheaders', '/_HEADERS'])(
    '%s is never served',
    async (path) => {
      expect((await ask(host, path)).status).toBe(404);
    },
  );

  test('/.well-known/ is served', async () => {
    expect((await ask(host, '/.well-known/security.txt')).status).toBe(200);
  });

  test.each([
    '/../../../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/en/..%5c..%5c_headers',
    '/en/../_headers',
    '/.%2e/%2fetc/passwd',
    '/index.html%00.png',
    '/%00',
    '/en%2findex.html',
    '/en/%2e/index.html',
    `/en/${'../'.repeat(20)}etc/passwd`,
  ])('%s does not leave the directory', async (path) => {
    expect((await ask(host, path)).status).toBe(404);
  });

  test.each([
    ['http://localhost/en/', 200, undefined],
    ['http://evil.test', 200, undefined],
    ['http://evil.test/en', 308, '/en/'],
    ['HTTPS://evil.test?a=/b', 200, undefined],
    ['http:///en', 400, undefined],
    ['http:en', 400, undefined],
  ])('the host in the request target %s is ignored', async (target, status, location) => {
    const answer = await ask(host, target);
    expect([answer.status, answer.headers.location]).toEqual([status, location]);
  });

  test('a redirect does not contain the host that the client claims', async () => {
    const { headers } = await ask(host, '/en', {
      headers: { Host: 'evil.test', 'X-Forwarded-Host': 'evil.test' },
    });
    expect(headers.location).toBe('/en/');
  });

  test.each(['/%E0%A4%A', '/%', '/en/%ff'])('%s is rejected as malformed', async (path) => {
    expect((await ask(host, path)).status).toBe(400);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s is rejected, and the response lists the allowed methods',
    async (method) => {
      const { status, headers } = await ask(host, '/', { method });
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    },
  );

  test('HEAD gives the headers of GET without a body', async () => {
    const { status, headers, body } = await ask(host, '/robots.txt', { method: 'HEAD' });
    expect([status, body.length, headers['content-length']]).toEqual([
      200,
      0,
      String(Buffer.byteLength(longText)),
    ]);
  });
});

describe('symbolic links', () => {
  let linked: Host;
  let root: string;
  let outside: string;

  beforeAll(async () => {
    outside = writeSite({ 'secret.txt': 'secret', '404.html': 'secret', 'folder/index.html': 'secret' });
    root = writeSite({ 'real/index.html': 'page', 'real/a.txt': 'text', '.env': 'SECRET=1', _headers: '' });
    const links = {
      'secret.txt': join(outside, 'secret.txt'),
      out: outside,
      '404.html': join(outside, '404.html'),
      'env.txt': '.env',
      'rules.txt': '_headers',
      'a.txt': 'real/a.txt',
      alias: 'real',
      broken: 'nowhere',
      loop: 'loop',
    };
    for (const [name, to] of Object.entries(links)) symlinkSync(to, join(root, name));
    const entrance = join(outside, 'site');
    symlinkSync(root, entrance);
    linked = await startHost({ directory: entrance, base: '/', port: 0 });
  });

  afterAll(async () => {
    await linked.close();
    for (const folder of [root, outside]) rmSync(folder, { recursive: true });
  });

  test.each([
    '/secret.txt',
    '/out/secret.txt',
    '/out/folder/',
    '/out/folder',
    '/env.txt',
    '/rules.txt',
    '/broken',
    '/loop',
  ])('%s leads out of the site or to a private file, and is not found', async (path) => {
    const { status, body } = await ask(linked, path);
    expect([status, String(body)]).toEqual([404, 'Not found, and the site has no 404.html.\n']);
  });

  test.each([
    ['/a.txt', 'text'],
    ['/alias/', 'page'],
    ['/alias/a.txt', 'text'],
  ])('%s leads to another file of the site, and is served', async (path, text) => {
    const { status, body } = await ask(linked, path);
    expect([status, String(body)]).toEqual([200, text]);
  });
});

describe('content types', () => {
  test.each([
    ['/en/', 'text/html; charset=utf-8'],
    ['/_astro/page.abc.css', 'text/css; charset=utf-8'],
    ['/_astro/page.abc.js', 'text/javascript; charset=utf-8'],
    ['/en/articles/tail.md', 'text/markdown; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/en/feed.xml', 'application/atom+xml; charset=utf-8'],
  ])('%s is sent as %s', async (path, type) => {
    expect((await ask(host, path)).headers['content-type']).toBe(type);
  });
});

describe('caching', () => {
  test.each([
    ['/_astro/page.abc.css', 'public, max-age=31536000, immutable'],
    ['/en/', 'public, max-age=0, must-revalidate'],
    ['/robots.txt', 'public, max-age=600'],
  ])('%s is sent with Cache-Control: %s', async (path, caching) => {
    expect((await ask(host, path)).headers['cache-control']).toBe(caching);
  });

  test('an unchanged file is answered with 304, no body and the same caching', async () => {
    const { etag } = (await ask(host, '/robots.txt')).headers;
    const { status, headers, body } = await ask(host, '/robots.txt', { headers: { 'If-None-Match': etag } });
    expect([status, body.length, headers['cache-control']]).toEqual([304, 0, 'public, max-age=600']);
  });

  test.each([
    [{ 'If-None-Match': '*' }, 304],
    [{ 'If-None-Match': '"other"' }, 200],
    [{ 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' }, 304],
    [{ 'If-Modified-Since': 'yesterday' }, 200],
    [{ 'If-Match': '"other"' }, 412],
    [{ 'If-Unmodified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 412],
  ])('a request with the condition %j is answered with %i', async (headers, status) => {
    expect((await ask(host, '/robots.txt', { headers })).status).toBe(status);
  });

  test('a file rewritten by a new build is sent again in full', async () => {
    const rebuilt = writeSite({ 'index.html': 'old' });
    const other = await startHost({ directory: rebuilt, base: '/', port: 0 });
    const { etag } = (await ask(other, '/')).headers;
    writeFileSync(join(rebuilt, 'index.html'), 'new and longer');
    const { status, body } = await ask(other, '/', { headers: { 'If-None-Match': etag } });
    await other.close();
    rmSync(rebuilt, { recursive: true });
    expect([status, String(body)]).toEqual([200, 'new and longer']);
  });
});

describe('compression and ranges', () => {
  async function askRange(range: string): Promise<[number, string]> {
    const { status, body } = await ask(underBase, '/kb/photo.png', {
      headers: { Range: range, 'Accept-Encoding': 'br' },
    });
    return [status, String(body)];
  }

  test('Brotli is preferred although browsers list it last', async () => {
    const { headers, body } = await ask(host, '/robots.txt', {
      headers: { 'Accept-Encoding': 'gzip, deflate, br' },
    });
    expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(String(brotliDecompressSync(body))).toBe(longText);
  });

  test('a client without Brotli gets gzip', async () => {
    const { headers, body } = await ask(host, '/robots.txt', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(headers['content-encoding']).toBe('gzip');
    expect(String(gunzipSync(body))).toBe(longText);
  });

  test.each([
    ['bytes=4-6', 206, 'rea'],
    ['bytes=17-', 206, 'ure'],
    ['bytes=-3', 206, 'ure'],
    ['bytes=0-0', 206, 'n'],
    ['bytes=0-900', 206, 'not really a picture'],
    ['bytes=-900', 206, 'not really a picture'],
    ['bytes=6-4', 200, 'not really a picture'],
    ['bytes=0-1,3-4', 200, 'not really a picture'],
    ['bytes=-', 200, 'not really a picture'],
    ['bytes=1e1-', 200, 'not really a picture'],
    ['bytes=0x1-2', 200, 'not really a picture'],
    ['lines=1-2', 200, 'not really a picture'],
    ['bytes', 200, 'not really a picture'],
    ['', 200, 'not really a picture'],
    ['bytes=20-', 416, ''],
    ['bytes=900-901', 416, ''],
    ['bytes=-0', 416, ''],
  ])('Range: %s is answered with %i', async (range, status, text) => {
    expect(await askRange(range)).toEqual([status, text]);
  });

  const nines = '9'.repeat(7000);

  test.each([
    ['an end of 23 digits', 'bytes=0-99999999999999999999999', 206, 'not really a picture'],
    ['an end of 7,000 digits', `bytes=0-${nines}`, 206, 'not really a picture'],
    ['a suffix of 7,000 digits', `bytes=-${nines}`, 206, 'not really a picture'],
    ['a start of 7,000 digits', `bytes=${nines}-`, 416, ''],
    ['start and end of 7,000 digits', `bytes=${nines}-${nines}`, 416, ''],
    ['2,000 equal ranges', `bytes=0-9${',0-9'.repeat(2000)}`, 206, 'not really'],
    ['2,000 separate ranges', `bytes=0-0${',2-2,4-4'.repeat(1000)}`, 200, 'not really a picture'],
    ['ranges of 20 KB', `bytes=0-1${',3-4'.repeat(5000)}`, 431, ''],
  ])('a Range header with %s is answered', async (_what, range, status, text) => {
    expect(await askRange(range)).toEqual([status, text]);
  });

  test('a partial response and a refused range give the size of the file', async () => {
    const part = await ask(host, '/photo.png', { headers: { Range: 'bytes=4-900' } });
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 4-19/20', 'content-length': '16' });
    const refused = await ask(host, '/_astro/page.abc.css', { headers: { Range: 'bytes=90-' } });
    expect(refused.headers).toMatchObject({
      'content-range': 'bytes */3',
      'cache-control': 'public, max-age=0, must-revalidate',
    });
  });

  test.each([
    [
      'HEAD, which has no ranges',
      '/photo.png',
      { method: 'HEAD', headers: { Range: 'bytes=0-1' } },
      200,
      '20',
    ],
    ['a page that does not exist', '/nothing', { headers: { Range: 'bytes=0-1' } }, 404, '18'],
    [
      'If-Range with a weak validator',
      '/photo.png',
      { headers: { Range: 'bytes=0-1', 'If-Range': 'W/"x"' } },
      200,
      '20',
    ],
  ])('Range is ignored for %s', async (_what, path, asked, status, length) => {
    const answer = await ask(host, path, asked);
    expect([answer.status, answer.headers['content-length']]).toEqual([status, length]);
  });
});

describe('_redirects', () => {
  test('a redirect does not shadow a page that exists', async () => {
    expect((await ask(host, '/en/about')).headers.location).toBe('/en/about/');
    expect((await ask(host, '/en/about/')).status).toBe(200);
  });

  test('a forced redirect shadows a page that exists', async () => {
    const { status, headers } = await ask(host, '/taken.png');
    expect([status, headers.location]).toEqual([302, '/forced/']);
  });

  test('a splat matches the rest of the address, and the query is appended', async () => {
    const { status, headers } = await ask(host, '/old/articles/a/?q=1');
    expect([status, headers.location]).toEqual([301, '/en/articles/a/?q=1']);
  });

  test('한글 주소에도 규칙이 적용된다', async () => {
    const { status, headers } = await ask(host, encodeURI('/ko/옛글'));
    expect([status, headers.location]).toEqual([308, encodeURI('/ko/글/')]);
  });

  test('status 200 serves the other page at the requested address', async () => {
    const { status, body } = await ask(host, '/short');
    expect([status, String(body)]).toEqual([200, '<title>About</title>']);
  });

  test('status 404 serves the 404 page of this part of the site', async () => {
    const { status, body } = await ask(host, '/ko/nothing/');
    expect([status, String(body)]).toEqual([404, '<title>없음</title>']);
  });

  test('a rule that proxies to another server is answered with 501', async () => {
    expect((await ask(host, '/api/users')).status).toBe(501);
  });
});

describe('clients that misbehave', () => {
  /** Sends bytes as they are and resolves with the whole response once the server has closed the connection. */
  function exchangeBytes(bytes: string): Promise<string> {
    return new Promise((done, fail) => {
      const socket = connect(Number(new URL(host.url).port), '127.0.0.1', () => socket.write(bytes));
      let received = '';
      socket.setEncoding('latin1').on('data', (part: string) => (received += part));
      socket.on('error', fail).on('close', () => {
        done(received);
      });
    });
  }

  test.each([
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a line break in the address', 'GET /\rX: 1 HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    [
      'two lengths of the body',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['an unknown method', 'get / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['3,000 header fields', `GET / HTTP/1.1\r\nHost: a\r\n${'X-Header: value\r\n'.repeat(3000)}\r\n`, 431],
    [
      'a body that never comes',
      'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\n',
      200,
    ],
    ['an unknown expectation', 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: x\r\n\r\n', 417],
    [
      'a file name that is too long',
      `GET /${'a'.repeat(5000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      404,
    ],
    ['an address of 40 KB', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['TLS', '\x16\x03\x01\x02\r\n\r\n', 400],
  ])('a request with %s is answered', async (_what, bytes, status) => {
    expect(await exchangeBytes(bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  test('an unfinished request does not keep others waiting', async () => {
    const slow = connect(Number(new URL(host.url).port), '127.0.0.1');
    await new Promise((done) => slow.write('GET / HTTP/1.1\r\nHo', done));
    expect((await ask(host, '/')).status).toBe(200);
    slow.destroy();
  });
});

describe('under a base', () => {
  test('the URL of the host includes the base', () => {
    expect(new URL(underBase.url).pathname).toBe('/kb/');
  });

  test.each([
    ['/', 302, '/kb/'],
    ['/kb', 308, '/kb/'],
    ['/kb/en/about', 308, '/kb/en/about/'],
    ['/kb/old/articles/', 301, '/kb/en/articles/'],
    ['/kb/taken.png?x=1', 302, '/kb/forced/?x=1'],
  ])('%s is redirected with %i to %s', async (path, status, location) => {
    const answer = await ask(underBase, path);
    expect([answer.status, answer.headers.location]).toEqual([status, location]);
  });

  test.each([
    ['/kb/', 200, '<title>문</title>'],
    ['/kb/nothing', 404, '<title>404</title>'],
    ['/kb/short', 200, '<title>About</title>'],
    ['/kb/ko/nothing/', 404, '<title>없음</title>'],
    ['/en/', 404, 'Not found: the site is under /kb/\n'],
    ['/kbx/', 404, 'Not found: the site is under /kb/\n'],
  ])('%s is answered with %i', async (path, status, text) => {
    const answer = await ask(underBase, path);
    expect([answer.status, String(answer.body)]).toEqual([status, text]);
  });

  test('the rules of _headers apply, with the base before their paths', async () => {
    const asset = await ask(underBase, '/kb/_astro/page.abc.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask(underBase, '/kb/robots.txt')).headers['cache-control']).toBe('public, max-age=600');
  });
});

describe('starting', () => {
  /** Returns the message of the error that keeps a host from starting. */
  async function refusal(options: { directory: string; port?: number }): Promise<string> {
    const error: unknown = await startHost({ base: '/', port: 0, ...options }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(HostError);
    const { name, message } = error as HostError;
    expect(name).toBe('HostError');
    expect(message).toMatch(/\n {2}why {2}\S.*\n {2}fix {2}\S/);
    return message;
  }

  test('a missing directory is an error that names the command to run first', async () => {
    expect(await refusal({ directory: 'no-such-dist' })).toMatch(
      /^no-such-dist\/ does not exist[\s\S]*npm run build/,
    );
  });

  test('a port in use is an error that explains how to choose another', async () => {
    const port = Number(new URL(host.url).port);
    expect(await refusal({ directory, port })).toMatch(
      /^Cannot use port \d+ on 127\.0\.0\.1\.[\s\S]*npm run serve/,
    );
  });

  test('an unreadable line of _redirects is an error that names it', async () => {
    const broken = writeSite({ _redirects: '/a /b\n/lonely' });
    expect(await refusal({ directory: broken })).toMatch(
      /^Cannot read _redirects:[\s\S]*line 2[\s\S]*\/lonely/,
    );
    rmSync(broken, { recursive: true });
  });

  test('an invalid header is an error that names its path', async () => {
    const broken = writeSite({ _headers: '/en/*\n  X-Title: 꼬리' });
    expect(await refusal({ directory: broken })).toMatch(/^Cannot read _headers:[\s\S]*Under \/en\/\*/);
    rmSync(broken, { recursive: true });
  });
});
