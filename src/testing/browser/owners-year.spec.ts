import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { copyProject, listFiles, root, runCommand, writeFiles } from '../../tools/sites/run.ts';

// What an owner does in the first year, one after another, in a checkout of their own. Each step builds on the one before.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const controlC = '\u0003';
const environment = { CONTENT_DIR: '', OUT_DIR: '' };
let project = '';
let server: Server;
let origin = '';

test.beforeAll(async () => {
  project = copyProject('year', path.join(root, 'content'));
  writeFiles(project, { '.gitignore': 'node_modules/\ndist/\n.astro/\n.cache/\n.*.next-*\n' });
  git('init', '--quiet', '--initial-branch=upstream');
  commit('A version');
  git('switch', '--quiet', '--create', 'main');
  server = createServer(({ url = '' }, response) => {
    const file = path.join(project, 'dist', decodeURIComponent(url.replace(/[?#].*$/, '')));
    const page = url.endsWith('/') ? path.join(file, 'index.html') : file;
    const isFile = statSync(page, { throwIfNoEntry: false })?.isFile() === true;
    const type = types[path.extname(page)] ?? 'application/octet-stream';
    response.writeHead(isFile ? 200 : 404, { 'content-type': isFile ? type : 'text/html' });
    response.end(readFileSync(isFile ? page : path.join(project, 'dist/404.html')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(project, { recursive: true, force: true, maxRetries: 5 });
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org'];
  return execFileSync('git', [...identity, ...args], { cwd: project, encoding: 'utf8' });
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', `--message=${message}`);
}

/** Runs a command of the site, which must succeed. Returns its output. */
async function run(...args: string[]): Promise<string> {
  const { code, output } = await runCommand(args, environment, project);
  expect(code, output).toBe(0);
  return output;
}

function read(file: string): string {
  return readFileSync(path.join(project, 'site/articles', file), 'utf8');
}

function write(file: string, text: string): void {
  writeFiles(path.join(project, 'site/articles'), { [file]: text });
}

/** Opens a page of the site as it was last built, and takes a screenshot. */
async function open(page: Page, address: string, name: string): Promise<void> {
  await page.goto(origin + address);
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

/** Returns the text of all built files whose names have one of these endings. */
function published(endings = /\.(?:html|xml|md|txt|json)$/): string {
  const dist = path.join(project, 'dist');
  const files = listFiles(dist).filter((file) => endings.test(file));
  return files.map((file) => readFileSync(path.join(dist, file), 'utf8')).join('\n');
}

/**
 * Runs `new site` on a terminal, and types an answer whenever the next question is there.
 * Returns the exit code and what the terminal showed. Fails if a question was not asked.
 */
async function answerQuestions(
  answers: readonly (readonly [RegExp, string])[],
): Promise<{ code: number; output: string }> {
  const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
  test.skip(!hasTerminal, '`script` of util-linux, which gives a program a terminal, is not installed');
  const command = `stty columns 80 rows 24; ${process.execPath} src/cli/main.ts new site`;
  const terminal = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: project,
    env: { ...process.env, ...environment, TERM: 'xterm', NO_COLOR: '1' },
  });
  let [output, seen, next] = ['', 0, 0];
  terminal.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
    const [question, answer] = answers[next] ?? [];
    if (question?.test(output.slice(seen)) !== true) return;
    next += 1;
    seen = output.length;
    terminal.stdin.write(answer === controlC ? controlC : `${answer ?? ''}\r`);
  });
  const code = await new Promise<number>((resolve) => terminal.once('close', resolve));
  expect(next, output).toBe(answers.length);
  return { code, output };
}

test('Ctrl+C in a question leaves everything as it was', async () => {
  const { code, output } = await answerQuestions([
    [/Languages/, ''],
    [/Name of the site in Korean/, '서랍'],
    [/Name of the site in English/, controlC],
  ]);
  expect(code, output).toBe(130);
  expect(output).toContain('Nothing was written.');
  expect(git('status', '--porcelain')).toBe('');
});

test('The owner begins a site by answering questions on a terminal', async ({ page }) => {
  const { code, output } = await answerQuestions([
    [/Languages/, ''],
    [/Name of the site in Korean/, '서랍'],
    [/Name of the site in English/, 'Drawer'],
    [/One sentence about it in Korean/, '서랍에 넣어 두는 메모.'],
    [/One sentence about it in English/, 'Notes kept in a drawer.'],
    [/Author/, '김지우'],
    [/Address/, ''],
    [/Time zone/, ''],
  ]);
  expect(code, output).toBe(0);
  await run('build');
  await open(page, '/ko/', '1-new-site');
  await expect(page).toHaveTitle('서랍');
  expect(published()).not.toContain('ps-vs-top');
});

test('An article in Korean is published in Korean alone', async ({ page }) => {
  const topic = 'coffee:ko=커피,en=Coffee';
  const output = await run(
    'new',
    'article',
    '--title',
    '주전자',
    '--slug',
    'kettle',
    '--new-topic',
    topic,
    '--topic',
    'coffee',
    '--yes',
  );
  expect(output).toContain('/ko/articles/kettle/');
  write('kettle/ko.md', `${read('kettle/ko.md').trimEnd()}\n\n물이 끓는다.\n\n주전자가 운다.\n`);
  commit('Write');
  await run('check');
  await run('build');
  await open(page, '/ko/articles/kettle/', '2-korean');
  await expect(page.locator('main')).toContainText('주전자가 운다.');
  await open(page, '/en/articles/kettle/', '2-english-readers');
  await expect(page.locator('.fallback')).toBeVisible();
  await expect(page.locator('main article')).toHaveAttribute('lang', 'ko');
});

test('A translation that is begun is not public', async ({ page }) => {
  await run('translate', 'kettle', '--to', 'en');
  expect(read('kettle/en.md')).toContain('<!-- translate: 물이 끓는다. -->');
  expect(await run('check')).toContain('unfinished  en  articles/kettle');
  await run('build');
  await open(page, '/en/articles/kettle/', '3-begun');
  await expect(page.locator('.fallback')).toBeVisible();
  expect(published()).not.toContain('translate:');
});

test('A translation that is finished is public, beside the source', async ({ page }) => {
  write(
    'kettle/en.md',
    '---\ntitle: Kettle\ntranslates: { from: ko }\n---\n\nThe water boils.\n\nThe kettle sings.\n',
  );
  await run('translate', 'kettle', '--done');
  commit('Translate');
  await run('build');
  await open(page, '/en/articles/kettle/', '4-english');
  await expect(page.locator('.fallback')).toHaveCount(0);
  await open(page, '/en/articles/kettle/side-by-side/ko/', '4-side-by-side');
  await expect(page.locator('main')).toContainText('The kettle sings.');
  await expect(page.locator('main')).toContainText('주전자가 운다.');
});

test('After the source has changed, readers are told, and the translator sees the words that changed', async ({
  page,
}) => {
  write('kettle/ko.md', read('kettle/ko.md').replace('주전자가 운다.', '주전자가 크게 운다.'));
  await run('build');
  await open(page, '/en/articles/kettle/', '5-outdated');
  await expect(page.locator('main')).toContainText('has been edited since this translation was made');
  await run('translate', 'kettle');
  expect(read('kettle/en.md')).toContain('changes: 주전자가 {+크게+} 운다.');
  await run('build');
  // The Markdown of a text has its comments.
  expect(published(/\.(?:html|xml|json)$/)).not.toContain('revisit:');
  const refreshed = read('kettle/en.md')
    .replace(/<!--[\s\S]*?-->\n/, '')
    .replace('The kettle sings.', 'The kettle sings loudly.');
  write('kettle/en.md', refreshed);
  await run('translate', 'kettle', '--done');
  commit('Refresh');
  await run('build');
  await open(page, '/en/articles/kettle/', '5-refreshed');
  await expect(page.locator('main')).not.toContainText('has been edited since');
});

test('A renamed article is found at its old address', async ({ page }) => {
  await run('new', 'article', '--title', '찻잔', '--slug', 'cup', '--yes');
  write('cup/ko.md', `${read('cup/ko.md').trimEnd()}\n\n[[kettle]] 옆에 둔다.\n`);
  await run('rename', 'kettle', 'teakettle');
  expect(read('cup/ko.md')).toContain('[[teakettle]]');
  expect(await run('check')).toContain('The content has no errors and no warnings.');
  commit('Rename');
  await run('build');
  await page.goto(`${origin}/en/articles/kettle/`);
  await page.waitForURL(`${origin}/en/articles/teakettle/`);
  await open(page, '/ko/articles/teakettle/', '6-renamed');
  await expect(page.locator('.article-end')).toContainText('옆에 둔다.');
});

test('A deleted article is gone, and what links to it is reported', async ({ page }) => {
  rmSync(path.join(project, 'site/articles/teakettle'), { recursive: true });
  const { code, output } = await runCommand(['check'], environment, project);
  expect(code).toBe(1);
  expect(output).toContain('site/articles/cup/ko.md');
  write('cup/ko.md', read('cup/ko.md').replace('[[teakettle]]', '주전자'));
  commit('Delete');
  await run('build');
  await open(page, '/ko/articles/teakettle/', '7-deleted');
  await expect(page.locator('h1')).toBeVisible();
  expect((await page.goto(`${origin}/ko/articles/teakettle/`))?.status()).toBe(404);
});

test('A counter that the owner allows is the only thing that pages load from elsewhere', async ({ page }) => {
  const settings = path.join(project, 'site/site.yaml');
  const counter = '{ script: https://count.example/a.js, data: { site: drawer } }';
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}embeds:\n  counter: ${counter}\n`);
  await run('build');
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) requests.push(request.url());
  });
  await page.route('https://*.example/**', (route) => {
    const body = `fetch('https://count.example/visit?' + document.currentScript.dataset.site, { method: 'POST' });
      fetch('https://other.example/').catch(() => (document.title = 'refused'));`;
    return route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body,
    });
  });
  await page.goto(`${origin}/ko/articles/cup/`);
  await expect(page).toHaveTitle('refused');
  expect(requests).toEqual(['https://count.example/a.js', 'https://count.example/visit?drawer']);
  commit('Count visits');
});

test('A later version is merged without a conflict, and the site builds', async ({ page }) => {
  git('switch', '--quiet', 'upstream');
  const article = path.join(project, 'content/articles/ps-vs-top/ko.md');
  writeFiles(project, {
    'content/articles/ps-vs-top/ko.md': `${readFileSync(article, 'utf8')}\n더한 문단.\n`,
    'content/site.yaml': `${readFileSync(path.join(project, 'content/site.yaml'), 'utf8')}# A later comment.\n`,
    'src/styles/prose.css': `${readFileSync(path.join(project, 'src/styles/prose.css'), 'utf8')}\n.later {\n  color: var(--ink);\n}\n`,
    'public/later.txt': 'later\n',
  });
  commit('A later version');
  git('switch', '--quiet', 'main');
  git('merge', '--quiet', '--no-edit', 'upstream');
  expect(git('status', '--porcelain')).toBe('');
  await run('build');
  await open(page, '/ko/', '8-merged');
  await expect(page).toHaveTitle('서랍');
  await expect(page.locator('main')).toContainText('찻잔');
  expect(listFiles(path.join(project, 'dist'))).toContain('later.txt');
});
