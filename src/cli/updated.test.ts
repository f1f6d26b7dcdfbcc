import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createContentFolder, sourceText } from '../testing/build-content.ts';
import { updated } from './updated.ts';

const settings =
  'name: { ko: 시험 }\ndescription: { ko: 시험 }\nauthor: { name: T }\norigin: https://example.org\ntimezone: Asia/Seoul\nlocales: [ko]\n';

let folder = '';
let printed = '';

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const write = (name: string, text: string): void => {
  writeFileSync(path.join(folder, name), text);
};

/** Runs Git in the folder. */
function git(...args: string[]): void {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org'];
  execFileSync('git', [...identity, ...args], { cwd: folder });
}

/** Commits everything at an instant. */
function commit(date: string): void {
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '--message=change', `--date=${date}`);
}

async function run(...args: string[]): Promise<string> {
  printed = '';
  expect(await updated(args)).toBe(0);
  return printed;
}

const article = 'content/articles/a/ko.md';

beforeEach(() => {
  vi.stubEnv('CONTENT_DIR', '');
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 5, 1) / 1000));
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (printed += text));
  folder = createContentFolder({
    'content/site.yaml': settings,
    [article]: sourceText('가\n\n나'),
    'content/articles/b/ko.md': sourceText('다'),
  });
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  git('init', '--quiet');
  commit('2026-01-01T00:00:00Z');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('the day of the last change of the text is written, in the time zone of the site', async () => {
  write(article, read(article).replace('나', '너'));
  commit('2026-02-01T20:00:00Z');
  write(article, read(article).replace('제목', '새 제목').replace('가\n\n너', '가\n\n\n너'));
  commit('2026-03-01T00:00:00Z');
  const before = read(article);
  expect(await run('a')).toContain('content/articles/a/ko.md: updated: 2026-02-02');
  expect(read(article)).toBe(before.replace('date: 2026-01-01\n', 'date: 2026-01-01\nupdated: 2026-02-02\n'));
  expect(await run('a')).toContain('Set `updated` in 0 texts; 1 unchanged.');
});

test('an uncommitted change counts as of today, and `--dry-run` writes nothing', async () => {
  write(article, read(article).replace('나', '너'));
  const before = read(article);
  expect(await run('--all', '--dry-run')).toContain('Would set `updated` in 1 text; 1 unchanged.');
  expect(read(article)).toBe(before);
  await run('--all');
  expect(read(article)).toContain('updated: 2026-06-01\n');
});

test('a text that Git does not know is told if it was named, and skipped otherwise', async () => {
  mkdirSync(path.join(folder, 'content/articles/c'));
  write('content/articles/c/ko.md', sourceText('라'));
  await expect(updated(['c'])).rejects.toThrow('Git has no history of this file');
  expect(await run('--all')).toContain('0 texts; 3 unchanged');
});
