import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildLibrary, sourceText } from '../../testing/build-content.ts';
import { headlines } from '../../testing/builders.ts';
import { checkExternal } from './check-external.ts';

const now = new Date('2026-06-01T00:00:00Z');

let server: Server;
let origin = '';
let folder = '';
let requests: string[] = [];
let pauses: number[] = [];
let answer: RequestListener;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'narani-external-'));
  requests = [];
  pauses = [];
  server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Checks an article that links to these paths of the other site. Returns the warnings without its origin. */
async function check(paths: readonly string[], at = now) {
  const links = paths.map((each) => `[a](${origin}${each})`).join('\n\n');
  const library = await buildLibrary({ 'articles/a/ko.md': sourceText(links) });
  const pause = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const ask = { timeout: 300, pause };
  const found = await checkExternal(library, { now: at, memory: path.join(folder, 'answers.json'), ask });
  return found.map((each) => ({
    ...each,
    what: each.what.replace(origin, ''),
    fix: each.fix.replaceAll(origin, ''),
  }));
}

/** Answers each path with the status that it names: `/404`. */
const byStatus: RequestListener = ({ url = '' }, response) => {
  response.writeHead(Number(url.slice(1, 4)), url.startsWith('/30') ? { location: url.slice(4) } : {}).end();
};

describe('An address of another site', () => {
  beforeEach(() => {
    answer = byStatus;
  });

  test.each([
    ['exists', '/200', []],
    ['has moved for good', '/301/200', ['external/moved']],
    ['has moved for good, twice', '/308/301/200', ['external/moved']],
    ['leads elsewhere for now', '/302/200', []],
    ['leads on, for good and then for now', '/301/302/200', []],
    ['has moved to what is missing', '/301/404', ['external/missing']],
    ['is missing', '/404', ['external/missing']],
    ['is gone', '/410', ['external/missing']],
    ['needs a password', '/401', []],
    ['is closed to programs', '/403', []],
    ['has an error', '/500', ['external/failing']],
  ])('that %s is reported as such', async (_, address, rules) => {
    expect((await check([address])).map(({ rule }) => rule)).toEqual(rules);
  });

  test('has its place, and a fix to write', async () => {
    const [moved, missing] = await check(['/301/200', '/404']);
    expect(headlines([moved, missing].flatMap((each) => each ?? []))).toEqual([
      'content/articles/a/ko.md:7:1: warning: `/301/200` has moved for good  external/moved',
      'content/articles/a/ko.md:9:1: warning: `/404` does not exist any more (404)  external/missing',
    ]);
    expect(moved?.fix).toBe('Write `/200`.');
  });

  test('whose redirects go in circles, or that does not answer, can’t be reached', async () => {
    answer = ({ url }, response) => {
      if (url === '/circle') response.writeHead(302, { location: '/circle' }).end();
    };
    expect((await check(['/circle'])).map(({ what }) => what)).toEqual([
      '`/circle` can’t be reached: its redirects go in circles',
    ]);
    expect((await check(['/silent'])).map(({ what }) => what)).toEqual([
      '`/silent` can’t be reached: it does not answer',
    ]);
  });
});

test('A site that answers only to GET is asked again so', async () => {
  answer = ({ method }, response) => {
    response.writeHead(method === 'HEAD' ? 405 : 200).end('text');
  };
  expect(await check(['/a'])).toEqual([]);
  expect(requests).toEqual(['HEAD /a', 'GET /a']);
});

test('Errors that may pass are tried three times, after the wait that the site asks for', async () => {
  answer = (_, response) => {
    response.writeHead(requests.length < 3 ? 429 : 200, { 'retry-after': '7' }).end();
  };
  expect(await check(['/a'])).toEqual([]);
  expect(pauses).toEqual([7000, 14000]);
});

test('A site is asked for one address at a time, with a pause between two, and for each only once', async () => {
  let [open, most] = [0, 0];
  answer = (_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.writeHead(200).end();
    }, 5);
  };
  await check(['/a', '/b', '/a', '/c']);
  expect(requests).toEqual(['HEAD /a', 'HEAD /b', 'HEAD /c']);
  expect(most).toBe(1);
  expect(pauses).toEqual([1000, 1000]);
});

describe('Answers of an earlier run', () => {
  beforeEach(() => {
    answer = byStatus;
  });

  test('count for a week if they are good; bad ones are asked for anew', async () => {
    await check(['/200', '/404']);
    requests = [];
    expect((await check(['/200', '/404'])).map(({ rule }) => rule)).toEqual(['external/missing']);
    expect(requests).toEqual(['HEAD /404', 'GET /404']);
    requests = [];
    await check(['/200'], new Date(now.getTime() + 8 * 24 * 60 * 60 * 1000));
    expect(requests).toEqual(['HEAD /200']);
  });

  test('that are damaged don’t count', async () => {
    await check(['/200']);
    writeFileSync(path.join(folder, 'answers.json'), '{');
    requests = [];
    expect(await check(['/200'])).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(JSON.parse(readFileSync(path.join(folder, 'answers.json'), 'utf8'))).toHaveProperty([
      `${origin}/200`,
    ]);
  });
});

test('Without a connection, this is told once', async () => {
  answer = (_, response) => void response.socket?.destroy();
  expect((await check(['/a', '/b', '/c'])).map(({ rule }) => rule)).toEqual(['external/offline']);
});
