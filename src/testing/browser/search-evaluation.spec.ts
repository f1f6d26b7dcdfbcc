import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startHost, type Host } from '../../host/index.ts';
import { countBytes, listLoadedUrls } from '../../tools/eval-search/count-bytes.ts';
import { measureSearch } from '../../tools/eval-search/measure.ts';
import {
  runQuery,
  openSearchPage,
  readResults,
  timeQuery,
  typeQuery,
} from '../../tools/eval-search/search-page.ts';
import { serveMiniSearch, serveStock } from '../../tools/eval-search/site.ts';
import { createFolder, writeFiles } from '../../tools/sites/run.ts';

/** A search page that answers a query after a delay with one article for each of its words. */
const searchPage = `<!doctype html>
<link rel="stylesheet" href="/page.css">
<script src="/page.js"></script>
<main>
  <a href="/en/articles/outside/">Not a result</a>
  <input type="search">
  <div aria-busy="false"></div>
  <p data-notice="left-out" hidden></p>
</main>
<script type="module">
  const field = document.querySelector('input');
  const results = document.querySelector('div');
  const notice = document.querySelector('p');
  window.compositions = [];
  let latest = 0;
  let worker;

  async function answer(delayMs) {
    const turn = (latest += 1);
    const query = field.value;
    results.ariaBusy = 'true';
    worker ??= new Worker('/search/worker.js');
    await fetch('/search/' + (query.length % 2 === 0 ? 'even' : 'odd') + '.bin');
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (turn !== latest) return;
    results.innerHTML = query.split(' ').map((word) => '<a href="/en/articles/' + word + '/">' + word + '</a>' +
      '<a href="/en/articles/' + word + '/#part">part</a>').join('') + '<a href="/en/">Home</a>';
    notice.hidden = !query.includes('left');
    results.ariaBusy = 'false';
  }

  field.addEventListener('compositionupdate', ({ data }) => window.compositions.push(data));
  field.addEventListener('input', () => answer(400));
  field.addEventListener('keydown', ({ key }) => key === 'Enter' && answer(80));
  const q = new URLSearchParams(location.search).get('q');
  if (q !== null) { field.value = q; answer(80); }
</script>`;

test.describe('The evaluation', () => {
  let host: Host;

  test.beforeAll(async () => {
    const directory = createFolder('eval-page');
    writeFiles(directory, {
      'en/search/index.html': searchPage,
      'en/index.html': '<link rel="stylesheet" href="/page.css"><script src="/page.js"></script>',
      'page.css': 'body { color: black }'.repeat(500),
      'page.js': '// of every page\n'.repeat(500),
      'search/worker.js': `// ${createRandomBytes(5000).toString('base64')}`,
      'search/even.bin': createRandomBytes(20_000),
      'search/odd.bin': createRandomBytes(10_000),
    });
    host = await startHost({ directory, base: '/', port: 0 });
  });
  test.afterAll(async () => host.close());

  test('reads the articles and notices of an answer', async ({ context }) => {
    const page = await openSearchPage(context, `${host.url}en/search/`, 'one');
    expect(await readResults(page)).toEqual({ hits: [{ slug: 'one', sections: ['part'] }], notices: [] });
    for (const query of ['two three', 'four', 'left five'])
      expect(await runQuery(page, query)).toEqual({
        hits: query.split(' ').map((slug) => ({ slug, sections: ['part'] })),
        notices: query.startsWith('left') ? ['left-out'] : [],
      });
  });

  test('measures the time until an answer is painted', async ({ context }) => {
    const page = await openSearchPage(context, `${host.url}en/search/`);
    expect(await timeQuery(page, 'one two')).toBeGreaterThanOrEqual(80);
    expect((await readResults(page)).hits.map(({ slug }) => slug)).toEqual(['one', 'two']);
  });

  test('counts the bytes that search and its workers load, without those of the page', async ({
    context,
    browser,
  }) => {
    const pageUrls = await listLoadedUrls(await browser.newContext(), `${host.url}en/`);
    const bytes = countBytes(context, pageUrls);
    const page = await openSearchPage(context, `${host.url}en/search/`, 'one');
    expectAbout(await bytes.take(), 15_000);
    await runQuery(page, 'four');
    expectAbout(await bytes.take(), 20_000);
    await runQuery(page, 'none');
    expect(await bytes.take()).toBeLessThan(1000);
  });

  test('types Korean as an input method composes it', async ({ context }) => {
    const page = await openSearchPage(context, `${host.url}en/search/`);
    await typeQuery(page, '나라 a', 10);
    expect(await page.evaluate(() => (window as unknown as { compositions: string[] }).compositions)).toEqual(
      expect.arrayContaining(['ㄴ', '나', '날', '라']),
    );
    expect((await readResults(page)).hits.map(({ slug }) => slug)).toEqual(['나라', 'a']);
  });

  test('measures results, times and bytes of all queries', async ({ browser }) => {
    const queries = ['one', 'four', 'nine'].map((q) => ({
      id: q,
      class: 'word',
      locale: 'en',
      q,
      expected: [q],
      section: null,
      from: undefined,
    }));
    const pageIn = (locale: string): string => `${host.url}${locale}/search/`;
    const search = { pageIn, lightPageIn: pageIn, ordinaryPageIn: undefined, indexBytes: 1 };
    const measured = await measureSearch(browser, search, queries, 2, () => undefined);
    expect(measured.results.map(({ found }) => found)).toEqual([['one'], ['four'], ['nine']]);
    expect(measured.results.every(({ ms = 0 }) => ms > 0)).toBe(true);
    expect(measured.loaded.map(({ query }) => query.id)).toEqual(['one', 'four']);
    expect(measured.otherByAddress).toEqual([]);
    // The first typed letter already loads the other file.
    expect(measured.typing.every(({ typedBytes, pastedBytes }) => typedBytes > pastedBytes)).toBe(true);
  });
});

test('Stock Pagefind searches the index of the page’s language', async ({ context }) => {
  const output = createFolder('eval-built');
  const text = (lang: string, title: string, prose: string): string =>
    `<!doctype html><html lang="${lang}"><body><main><article><h1>${title}</h1><div class="prose">${prose}</div></article></main></body></html>`;
  writeFiles(output, {
    'ko/articles/childcare/index.html': text('ko', '덴마크 어린이집', '<p>보육료를 낸다. nursery</p>'),
    'ko/articles/top/index.html': text('ko', 'top과 ps', '<p>사용률이 다르다.</p>'),
    'en/articles/childcare/index.html': text('en', 'A Danish nursery', '<p>What parents pay.</p>'),
  });
  const folder = createFolder('eval-stock');
  const [stock, host] = await serveStock({ output, base: '/' }, ['ko', 'en'], folder);
  try {
    const korean = await openSearchPage(context, stock.pageIn('ko'), '보육료');
    expect((await readResults(korean)).hits.map(({ slug }) => slug)).toEqual(['childcare']);
    expect((await runQuery(korean, '어린이집')).hits.map(({ slug }) => slug)).toEqual(['childcare']);
    expect((await runQuery(korean, 'ㅇㄹㅇㅈ')).hits).toEqual([]);
    const english = await openSearchPage(context, stock.pageIn('en'), 'parent');
    expect((await readResults(english)).hits.map(({ slug }) => slug)).toEqual(['childcare']);
    const unused = statSync(path.join(folder, 'pagefind/pagefind-ui.js')).size;
    expect(stock.indexBytes).toBeGreaterThan(unused);
  } finally {
    await host.close();
  }
});

test('MiniSearch lists each article once, by its best section', async ({ context }) => {
  const output = createFolder('eval-built');
  const page = (title: string, prose: string): string =>
    `<!doctype html><html lang="ko"><body><main><article><h1>${title}</h1><div class="prose">${prose}</div></article></main></body></html>`;
  writeFiles(output, {
    'ko/articles/childcare/index.html': page(
      '어린이집',
      '<p>보육료를 낸다.</p><h2 id="fee">보육료</h2><p>보육료 상한</p>',
    ),
    'ko/articles/top/index.html': page('top과 ps', '<p>보육료와 무관한 사용률</p>'),
  });
  const [miniSearch, host] = await serveMiniSearch({ output, base: '/' }, ['ko'], createFolder('eval-mini'));
  try {
    const korean = await openSearchPage(context, miniSearch.pageIn('ko'), '보육료');
    expect((await readResults(korean)).hits).toEqual([
      { slug: 'childcare', sections: ['fee'] },
      { slug: 'top', sections: [] },
    ]);
    // A prefix, and a word with one letter in five changed.
    expect((await runQuery(korean, '사용')).hits.map(({ slug }) => slug)).toEqual(['top']);
    expect((await runQuery(korean, '보육묘와')).hits.map(({ slug }) => slug)).toEqual(['top']);
    expect((await runQuery(korean, '클러스터')).hits).toEqual([]);
  } finally {
    await host.close();
  }
});

/** Generates deterministic pseudorandom bytes. They are incompressible; in base64, they compress to about their own length. */
function createRandomBytes(length: number): Buffer {
  let state = 1;
  const bytes = Uint8Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state >> 8;
  });
  return Buffer.from(bytes);
}

/** Expects about this many bytes: headers are counted, too, and compression is not perfect. */
function expectAbout(bytes: number, expected: number): void {
  expect(bytes).toBeGreaterThan(0.9 * expected);
  expect(bytes).toBeLessThan(1.1 * expected);
}
