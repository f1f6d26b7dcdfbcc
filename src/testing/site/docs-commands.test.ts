import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  copyProject,
  createFolder,
  listFiles,
  runShell,
  startCommand,
  writeFiles,
} from '../../tools/sites/run.ts';
import { listExamples, readPage } from '../manual.ts';

// A checkout of an owner, in which every shell command of the manual runs as it is written, page by page.
const environment = { CONTENT_DIR: '', OUT_DIR: '', PORT: '0' };
let project = '';
let upstream = '';

beforeAll(() => {
  project = copyProject('manual');
  upstream = createFolder('upstream');
  writeFiles(project, { '.gitignore': 'node_modules/\ndist/\n.astro/\n.cache/\n.*.next-*\nposts/\n' });
  git('init', '--quiet', '--initial-branch=main');
  for (const [key, value] of Object.entries(settings())) git('config', key, value);
  commit('A version');
  git('clone', '--quiet', '--bare', project, upstream);
});

afterAll(() => {
  for (const folder of [project, upstream]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Settings of Git: who commits, and where the address in the manual leads. */
function settings(): Record<string, string> {
  return {
    'user.name': 'Jiwoo',
    'user.email': 'jiwoo@example.org',
    [`url.${upstream}.insteadOf`]: 'https://example.org/narani.git',
  };
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: project, encoding: 'utf8' });
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', `--message=${message}`);
}

const inSite = (file: string): string => path.join(project, 'site/articles', file);
const read = (file: string): string => readFileSync(inSite(file), 'utf8');
const write = (file: string, text: string): void => {
  writeFiles(path.dirname(inSite(file)), { [path.basename(file)]: text });
};

const source = (body: string): string => `---\ntitle: 주전자\ndate: 2026-05-01\n---\n\n${body}\n`;

/** Replaces what is marked in the translation, as the manual says, by any words. */
function finishTranslation(): void {
  if (!existsSync(inSite('kettle/en.md'))) return;
  const finished = read('kettle/en.md')
    .replace(/^title: .*$/m, 'title: Kettle')
    .replace(/<!-- (?:translate|added): .*? -->/gs, 'Words.')
    .replace(/<!-- revisit: .*? -->\n/gs, '');
  write('kettle/en.md', finished);
}

/** Lists the commands in the shell blocks of a page, without comments. */
function commandsOf(name: string): string[] {
  const lines = listExamples(readPage(name), 'sh').flatMap(({ code }) => code.trim().split('\n'));
  return lines.map((line) => line.replace(/ +# .*$/, ''));
}

/** What a person does before a command, besides the commands before it. */
const before: Readonly<Record<string, () => void>> = {
  'npm run new -- site': () => {
    rmSync(path.join(project, 'site'), { recursive: true, force: true });
  },
  'npm run translate -- kettle --to en': () => {
    commit('Write');
  },
  'git add site && git commit -m "Write about a kettle"': () => {
    writeFiles(project, kettle);
  },
  'npm run translate -- kettle --done': finishTranslation,
  'npm run translate -- kettle': () => {
    write('kettle/ko.md', read('kettle/ko.md').replace('불에', '인덕션에'));
  },
  'npm run translate -- kettle --same-meaning': finishTranslation,
  'git remote add upstream https://example.org/narani.git': () => {
    commit('Keep the site');
  },
  'npm run updated -- kettle': () => {
    commit('Write');
  },
};

/** A command that is not run: it installs packages, which this copy of the project has. */
const install = 'npm ci';

/** Commands that serve a site until they are ended. */
const servers: Readonly<Record<string, string>> = { 'npm ci && npm start': 'start', 'npm run dev': 'dev' };

/** Starts a command that serves a site. Resolves when it has printed an address. */
async function serve(command: string): Promise<void> {
  const child = startCommand([command], environment, project);
  let output = '';
  try {
    await new Promise<void>((resolve, reject) => {
      const listen = (text: Buffer): void => {
        output += text.toString();
        if (/http:\/\/[\w.]+:\d+\//.test(output)) resolve();
      };
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
      child.once('close', () => {
        reject(new Error(`\`${command}\` ended: ${output}`));
      });
    });
  } finally {
    child.removeAllListeners('close');
    const isClosed = new Promise((resolve) => child.once('close', resolve));
    child.kill();
    await isClosed;
  }
}

/** Runs a command of the manual, which must succeed; without a terminal, one that asks must say which options it lacks. */
async function run(command: string): Promise<void> {
  before[command]?.();
  if (command === install) return;
  const server = servers[command];
  if (server !== undefined) {
    await serve(server);
    return;
  }
  const { code, output } = await runShell(command, environment, project);
  const asks = /^npm run new -- (?:site|article)$/.test(command);
  expect({ command, code }, output).toEqual({ command, code: asks ? 2 : 0 });
  if (asks) expect(output).toMatch(/^Missing `--/);
}

/** Returns a text with the quotes that Prettier writes in examples. */
const withSingleQuotes = (text: string): string => text.replaceAll('"', "'");

/** Begins a page with a site that has an article and what the page needs besides. */
function begin(files: Readonly<Record<string, string>>): void {
  rmSync(path.join(project, 'site'), { recursive: true, force: true });
  cpSync(path.join(project, 'content/site.yaml'), path.join(project, 'site/site.yaml'));
  writeFiles(project, files);
}

const kettle = { 'site/articles/kettle/ko.md': source('## 물 끓이기\n\n주전자를 불에 올린다.') };

describe('Every command runs as it is written, in', () => {
  test('docs/getting-started.md, up to the published site and a later version', async () => {
    for (const command of commandsOf('docs/getting-started.md')) await run(command);
    expect(listFiles(path.join(project, 'site/articles'))).toEqual([
      'teakettle/en.md',
      'teakettle/en.sync.yaml',
      'teakettle/ko.md',
      'teakettle/ko.sync.yaml',
    ]);
    expect(readFileSync(path.join(project, 'dist/en/articles/kettle/index.html'), 'utf8')).toContain(
      'Words.',
    );
    expect(git('log', '--format=%s')).toContain('Keep the site');
  });

  test.each(['README.md', 'README.ko.md'])('%s, which has no others', (name) => {
    expect(commandsOf('docs/getting-started.md')).toEqual(expect.arrayContaining(commandsOf(name)));
  });

  test('docs/writing.md', async () => {
    begin({ 'site/articles/teapot/ko.md': source('물이 끓는다.') });
    for (const command of commandsOf('docs/writing.md')) await run(command);
    expect(read('kettle/ko.md')).toContain('aliases: [teapot]');
  });

  test('docs/translating.md, with the translation and the mark that it shows', async () => {
    const page = readPage('docs/translating.md');
    const [started, marked] = listExamples(page, 'md').map(({ code }) => code);
    begin(kettle);
    for (const command of commandsOf(page.name)) {
      await run(command);
      if (command.endsWith('--to en')) expect(withSingleQuotes(read('kettle/en.md'))).toBe(started);
      if (command.endsWith(' kettle')) expect(read('kettle/en.md')).toContain(marked?.split('\n\n')[0]);
    }
    expect(read('kettle/en.sync.yaml')).toContain('from: ko');
  });

  test('docs/importing.md, with the front matter that it shows', async () => {
    const [example] = listExamples(readPage('docs/importing.md'), 'yaml');
    const [, file = ''] = /^# (.+)\n/.exec(example?.code ?? '') ?? [];
    begin({ [file]: `---\n${example?.code ?? ''}---\n\n물이 끓는다.\n` });
    for (const command of commandsOf('docs/importing.md')) await run(command);
    const { title } = parse(example?.code ?? '') as { title: string };
    expect(read('kettle/ko.md')).toContain(`title: ${title}\n`);
  });

  test('docs/publishing.md', async () => {
    begin(kettle);
    for (const command of commandsOf('docs/publishing.md')) await run(command);
    expect(listFiles(path.join(project, 'dist'))).toEqual(expect.arrayContaining(['_headers', '404.html']));
  });
});
