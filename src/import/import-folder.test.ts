import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { check } from '../cli/check.ts';
import { importFolder } from '../cli/import.ts';
import { UsageError } from '../environment/index.ts';
import { createContentFolder } from '../testing/build-content.ts';
import { digestFolder, listFiles } from '../tools/sites/run.ts';

const blog = path.join(import.meta.dirname, 'fixtures/blog');
const from = path.join(blog, 'from');

interface Run {
  code: number;
  output: string;
}

/** Runs a command in this process. In its output, folders are replaced with `FROM` and `TO`. */
async function run(command: () => Promise<number>, folders: Record<string, string> = {}): Promise<Run> {
  const lines: string[] = [];
  const record = (line: string): void => void lines.push(line);
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
    spy.mockImplementation(record),
  );
  try {
    const code = await command().catch(printMistakes);
    const named = Object.entries(folders).sort(([, a], [, b]) => b.length - a.length);
    const output = named.reduce(
      (text, [name, folder]) =>
        text.replaceAll(path.relative(process.cwd(), folder), name).replaceAll(folder, name),
      lines.join('\n'),
    );
    return { code, output };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Prints mistakes in the arguments, as the command line does. Returns its exit code for them. */
function printMistakes(error: unknown): number {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  return 2;
}

async function runImport(source: string, content: string, ...args: string[]): Promise<Run> {
  return run(async () => importFolder(['--from', source, '--to', content, ...args]), {
    FROM: source,
    TO: content,
  });
}

/** Returns the path of a content folder that does not exist yet. */
function newContent(): string {
  return path.join(createContentFolder({}), 'content');
}

function post(body = '글', { date = '2026-01-01', more = '' } = {}): string {
  return `---\ntitle: 제목\ndescription: 한 문장\ndate: ${date}\n${more}---\n\n${body}\n`;
}

describe('The folder fixtures/blog/from', () => {
  test('becomes fixtures/blog/to, with the output in fixtures/blog/output.txt', async () => {
    const to = newContent();
    const { code, output } = await runImport(from, to);
    expect(code).toBe(0);
    await expect(`${output}\n`).toMatchFileSnapshot(path.join(blog, 'output.txt'));
    for (const file of listFiles(to))
      await expect(readFileSync(path.join(to, file), 'utf8')).toMatchFileSnapshot(
        path.join(blog, 'to', file),
      );
    expect(listFiles(path.join(blog, 'to'))).toEqual(listFiles(to));
  });

  test('becomes content without errors', async () => {
    const to = newContent();
    await runImport(from, to);
    vi.stubEnv('CONTENT_DIR', to);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(await run(check)).toMatchObject({ code: 0 });
  });

  test('changes nothing when it is imported again, and the output says so', async () => {
    const to = newContent();
    const first = await runImport(from, to);
    const before = digestFolder(to);
    const second = await runImport(from, to);
    expect(second.code).toBe(0);
    expect(second.output).toContain('Nothing to do: TO already has all 5 texts of 3 articles.');
    expect(digestFolder(to)).toEqual(before);
    // Both runs report the same diagnostics.
    const reportOf = (output: string): string => output.slice(0, output.indexOf('\n0 errors'));
    expect(reportOf(second.output)).toBe(reportOf(first.output));
  });
});

test('a text that was written for Narani keeps its figures and links to their states', async () => {
  const body = '::figure{name="ps-vs-top" preset="steady" #cpu}\n\n[가](#cpu:preset=steady&every=5)';
  const source = createContentFolder({ 'ko/a.md': post(body), 'ko/b.md': post('::figure{name="gone"}') });
  const to = newContent();
  const { code, output } = await runImport(source, to);
  expect(code).toBe(0);
  expect(readFileSync(path.join(to, 'articles/a/ko.md'), 'utf8')).toContain(body);
  expect(readFileSync(path.join(to, 'articles/b/ko.md'), 'utf8')).toContain('\\::figure{name="gone"}');
  expect(output).not.toContain('a.md');
  expect(output).toContain('FROM/ko/b.md:7:1: warning: `::figure` with mistakes: converted to text');
});

describe('Existing content', () => {
  test('is not overwritten, and nothing else is written', async () => {
    const to = newContent();
    await runImport(from, to);
    const file = path.join(to, 'articles/averages/ko.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('재는 법', '다르게 재는 법'));
    rmSync(path.join(to, 'articles/averages/en.md'));
    const before = digestFolder(to);
    const { code, output } = await runImport(from, to);
    expect(code).toBe(1);
    expect(output).toContain('TO/articles/averages/ko.md:9:1: error: A different text already exists here');
    expect(output).toContain('Nothing was written.');
    expect(digestFolder(to)).toEqual(before);
  });

  test('is overwritten with `--force`, but only files that differ', async () => {
    const to = newContent();
    await runImport(from, to);
    const before = digestFolder(to);
    writeFileSync(path.join(to, 'articles/averages/ko.md'), post());
    const { code, output } = await runImport(from, to, '--force');
    expect(code).toBe(0);
    expect(output).toContain('0 files created, 1 overwritten, 7 unchanged');
    expect(digestFolder(to)).toEqual(before);
  });

  const settings = {
    'site.yaml':
      '# 내 사이트\nname: { ko: 가, en: A }\ndescription: { ko: 가, en: A }\nauthor: { name: 나 }\norigin: https://example.net\ntimezone: UTC\nlocales: [ko, en]\n',
    'topics.yaml':
      '# 주제\nmeasuring: # 재기\n  label: { ko: 측정, en: Measuring }\n  description: { ko: 재는 글, en: On measuring }\n',
    'glossary.yaml': '# 용어\n',
  };

  test('is extended: settings and comments stay, and tags use existing topics', async () => {
    const to = createContentFolder({
      ...settings,
      'articles/mine/ko.md': post('## 내 글\n\n[평균](../averages/ko.md)'),
    });
    const { code } = await runImport(from, to);
    expect(code).toBe(0);
    expect(readFileSync(path.join(to, 'site.yaml'), 'utf8')).toBe(settings['site.yaml']);
    expect(readFileSync(path.join(to, 'glossary.yaml'), 'utf8')).toBe(settings['glossary.yaml']);
    const topics = readFileSync(path.join(to, 'topics.yaml'), 'utf8');
    expect(topics.startsWith(settings['topics.yaml'])).toBe(true);
    expect(topics).not.toContain('\nmeasurement:');
    expect(readFileSync(path.join(to, 'articles/averages/ko.md'), 'utf8')).toContain('topics: [measuring]');
  });

  test('can be linked from imported texts, and keeps its source', async () => {
    const to = createContentFolder({ ...settings, 'articles/mine/en.md': post('## My text\n\nText.') });
    const source = createContentFolder({
      'ko/mine.md': post('## 내 글'),
      'ko/other.md': post('[글](/ko/mine/#내-글) [글](/en/mine/)'),
    });
    const { code } = await runImport(source, to);
    expect(code).toBe(0);
    expect(readFileSync(path.join(to, 'articles/mine/ko.md'), 'utf8')).toContain('translates: { from: en }');
    expect(readFileSync(path.join(to, 'articles/other/ko.md'), 'utf8')).toContain(
      '[글](../mine/ko.md#my-text) [글](../mine/en.md)',
    );
  });

  test('stays as it is if its settings can’t be read', async () => {
    const to = createContentFolder({ ...settings, 'topics.yaml': 'a: [\n' });
    const { code, output } = await runImport(from, to);
    expect(code).toBe(1);
    expect(output).toContain('TO/topics.yaml:');
    expect(existsSync(path.join(to, 'articles'))).toBe(false);
  });

  test('has an error if one of its links leads to a heading that would be overwritten', async () => {
    const to = createContentFolder({
      ...settings,
      'articles/a/ko.md': post('## 예전 제목 {#old}'),
      'articles/b/ko.md': post('[가](../a/ko.md#old)'),
    });
    const source = createContentFolder({ 'ko/a.md': post('## 새 제목') });
    const { code, output } = await runImport(source, to, '--force');
    expect(code).toBe(1);
    expect(output).toContain('TO/articles/b/ko.md:7:1: error: Unknown anchor `#old`');
  });
});

describe('A folder with many mistakes', () => {
  const files = {
    'ko/no-front-matter.md': '글\n',
    'ko/bad-date.md': post('글', { date: '2026-02-30' }),
    'ko/no-date.md': post().replace(/date: .*\n/, ''),
    'ko/broken.md': '---\ntitle: [\n---\n',
    'ko/empty.md': '',
    'ko/Upper Case.md': post(),
    'ko/euc-kr.md': Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]),
    'ko/twin.md': post(),
    'ko/fine.md': post('글', { more: 'author: 나\n' }),
    'kr/stray.md': post(),
    'ko/deep/er.md': post(),
  };

  test('gets all of them reported in one run, and nothing is written', async () => {
    const source = createContentFolder(files);
    mkdirSync(path.join(source, 'en'));
    mkdirSync(path.join(source, 'ko/nothing'));
    symlinkSync('/etc/hosts', path.join(source, 'ko/link.md'));
    const to = newContent();
    const { code, output } = await runImport(source, to);
    expect(code).toBe(1);
    for (const line of [
      'FROM/ko/no-front-matter.md:1:1: error: Missing front matter',
      'FROM/ko/bad-date.md:4:7: error: Unexpected date `2026-02-30`',
      'FROM/ko/no-date.md:2:1: error: Missing `date`',
      'FROM/ko/broken.md:2:9: error: Invalid YAML',
      'FROM/ko/empty.md:1:1: error: The file is empty',
      'FROM/ko/Upper Case.md:1:1: error: Unexpected file name `Upper Case.md`',
      'FROM/ko/euc-kr.md:1:1: error: Unexpected bytes that are not UTF-8',
      'FROM/ko/fine.md:5:1: warning: Unknown key `author`',
      'FROM/kr:1:1: warning: Unknown language folder `kr/` (not imported): did you mean `ko`?',
      'FROM/ko/deep/er.md:1:1: warning: Not imported: texts are named',
      'FROM/ko/nothing:1:1: warning: The folder is empty',
      'FROM/ko/link.md:1:1: warning: Symbolic link: not imported',
      'FROM/en:1:1: warning: No texts in English',
      'Nothing was written.',
    ])
      expect(output).toContain(line);
    expect(existsSync(to)).toBe(false);
  });

  test('whose texts would have errors gets them reported at the places in its own files', async () => {
    const body = '[가](/ko/later/)';
    const source = createContentFolder({
      'ko/now.md': post(body, { more: 'author: 나\n' }),
      'ko/later.md': post('글', { date: '2999-01-01' }),
    });
    const { code, output } = await runImport(source, newContent());
    expect(code).toBe(1);
    expect(output).toContain(
      'FROM/ko/now.md:8:1: error: Link to `../later/ko.md`, which is not published yet',
    );
  });

  test('without any text gets an error', async () => {
    const { code, output } = await runImport(createContentFolder({}), newContent());
    expect(code).toBe(1);
    expect(output).toContain(
      'FROM:1:1: error: No texts found, expected files such as `ko/<name>.md` and `en/<name>.md`',
    );
  });
});

describe('Invalid arguments exit with 2:', () => {
  const folder = (): string => createContentFolder({ 'ko/a.md': post(), 'file.txt': '' });

  test('missing folders', async () => {
    const { code, output } = await run(() => importFolder([]));
    expect(code).toBe(2);
    expect(output).toContain('Missing `--from DIR`');
    expect(output).toContain('Missing `--to CONTENT`');
  });

  test('a folder that does not exist, a file instead of a content folder, and an invalid language, all at once', async () => {
    const { code, output } = await runImport('/not/there', path.join(folder(), 'file.txt'), '--source', 'KO');
    expect(code).toBe(2);
    expect(output).toMatch(/`--from [^`]+` is not an existing folder/);
    expect(output).toMatch(/`--to [^`]+` exists, but is not a folder/);
    expect(output).toContain('Unexpected `--source KO`');
  });

  test('a content folder inside the imported folder, also through a symbolic link', async () => {
    const source = folder();
    expect((await runImport(source, path.join(source, 'content'))).code).toBe(2);
    const link = path.join(folder(), 'link');
    symlinkSync(source, link);
    expect((await runImport(source, path.join(link, 'content'))).code).toBe(2);
  });

  test.each([[['--form', 'a']], [['a']], [['--from']]])('the arguments %j', async (args) => {
    expect((await run(() => importFolder(args))).code).toBe(2);
  });

  test('a language that the site does not have', async () => {
    const { code, output } = await runImport(folder(), newContent(), '--source', 'da');
    expect(code).toBe(2);
    expect(output).toContain('Unknown language `--source da`, expected one of ');
  });
});

test('the language given by `--source` becomes the source', async () => {
  const to = newContent();
  const source = createContentFolder({ 'ko/a.md': post(), 'en/a.md': post() });
  await runImport(source, to, '--source', 'en');
  expect(readFileSync(path.join(to, 'articles/a/ko.md'), 'utf8')).toContain('translates: { from: en }');
  expect(readFileSync(path.join(to, 'site.yaml'), 'utf8')).toContain('locales: [en, ko]');
});

const corpus = process.env.CORPUS_DIR;

test.runIf(corpus)(
  'the folder in CORPUS_DIR is imported without errors, and a second import changes nothing',
  { timeout: 240_000 },
  async () => {
    const to = newContent();
    expect(await runImport(corpus ?? '', to)).toMatchObject({ code: 0 });
    expect((await runImport(corpus ?? '', to)).output).toContain('Nothing to do');
  },
);
