import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { check } from '../cli/check.ts';
import { importFolder } from '../cli/import.ts';
import { contentFolder } from '../testing/content-folder.ts';
import { digestFolder, listFiles } from '../tools/sites/run.ts';

const blog = path.join(import.meta.dirname, 'fixtures/blog');
const from = path.join(blog, 'from');

interface Run {
  code: number;
  said: string;
}

/** Run a command in this process; what it says names folders as `FROM` and `TO`. */
async function run(command: () => Promise<number>, folders: Record<string, string> = {}): Promise<Run> {
  const lines: string[] = [];
  const listen = (line: string): void => void lines.push(line);
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
    spy.mockImplementation(listen),
  );
  try {
    const code = await command();
    const named = Object.entries(folders).sort(([, a], [, b]) => b.length - a.length);
    const said = named.reduce(
      (text, [name, folder]) =>
        text.replaceAll(path.relative(process.cwd(), folder), name).replaceAll(folder, name),
      lines.join('\n'),
    );
    return { code, said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

async function bringIn(source: string, content: string, ...words: string[]): Promise<Run> {
  return run(async () => importFolder(['--from', source, '--to', content, ...words]), {
    FROM: source,
    TO: content,
  });
}

/** Where content is to go that is not there yet. */
function newContent(): string {
  return path.join(contentFolder({}), 'content');
}

function post(body = '글', { date = '2026-01-01', more = '' } = {}): string {
  return `---\ntitle: 제목\ndescription: 한 문장\ndate: ${date}\n${more}---\n\n${body}\n`;
}

describe('The folder fixtures/blog/from', () => {
  test('becomes fixtures/blog/to and says fixtures/blog/said.txt', async () => {
    const to = newContent();
    const { code, said } = await bringIn(from, to);
    expect(code).toBe(0);
    await expect(`${said}\n`).toMatchFileSnapshot(path.join(blog, 'said.txt'));
    for (const file of listFiles(to))
      await expect(readFileSync(path.join(to, file), 'utf8')).toMatchFileSnapshot(
        path.join(blog, 'to', file),
      );
    expect(listFiles(path.join(blog, 'to'))).toEqual(listFiles(to));
  });

  test('becomes content that the check finds no error in', async () => {
    const to = newContent();
    await bringIn(from, to);
    vi.stubEnv('CONTENT_DIR', to);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(await run(check)).toMatchObject({ code: 0 });
  });

  test('changes nothing when it is brought in again, and that is said', async () => {
    const to = newContent();
    const first = await bringIn(from, to);
    const before = digestFolder(to);
    const second = await bringIn(from, to);
    expect(second.code).toBe(0);
    expect(second.said).toContain('Nothing has changed: 5 texts of 3 articles stand in TO already.');
    expect(digestFolder(to)).toEqual(before);
    // The same is told of the texts, whether or not they have just been written.
    const told = (said: string): string => said.slice(0, said.indexOf('\n0 errors'));
    expect(told(second.said)).toBe(told(first.said));
  });
});

test('a text that was written for Narani keeps its figures, and the links to their states', async () => {
  const body = '::figure{name="ps-vs-top" preset="steady" #cpu}\n\n[가](#cpu:preset=steady&every=5)';
  const source = contentFolder({ 'ko/a.md': post(body), 'ko/b.md': post('::figure{name="gone"}') });
  const to = newContent();
  const { code, said } = await bringIn(source, to);
  expect(code).toBe(0);
  expect(readFileSync(path.join(to, 'articles/a/ko.md'), 'utf8')).toContain(body);
  expect(readFileSync(path.join(to, 'articles/b/ko.md'), 'utf8')).toContain('\\::figure{name="gone"}');
  expect(said).not.toContain('a.md');
  expect(said).toContain('FROM/ko/b.md:7:1: warning: Unexpected `::figure`: written as text');
});

describe('What stands in the content', () => {
  test('is not overwritten, and nothing else is written either', async () => {
    const to = newContent();
    await bringIn(from, to);
    const file = path.join(to, 'articles/averages/ko.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('재는 법', '다르게 재는 법'));
    rmSync(path.join(to, 'articles/averages/en.md'));
    const before = digestFolder(to);
    const { code, said } = await bringIn(from, to);
    expect(code).toBe(1);
    expect(said).toContain(
      'TO/articles/averages/ko.md:9:1: error: Unexpected file where a text would be written',
    );
    expect(said).toContain('Nothing was written.');
    expect(digestFolder(to)).toEqual(before);
  });

  test('is overwritten where `--force` is said, and only what differs', async () => {
    const to = newContent();
    await bringIn(from, to);
    const before = digestFolder(to);
    writeFileSync(path.join(to, 'articles/averages/ko.md'), post());
    const { code, said } = await bringIn(from, to, '--force');
    expect(code).toBe(0);
    expect(said).toContain('0 files written, 1 overwritten, 7 unchanged');
    expect(digestFolder(to)).toEqual(before);
  });

  const settings = {
    'site.yaml':
      '# 내 사이트\nname: { ko: 가, en: A }\ndescription: { ko: 가, en: A }\nauthor: { name: 나 }\norigin: https://example.net\ntimezone: UTC\nlocales: [ko, en]\n',
    'topics.yaml':
      '# 주제\nmeasuring: # 재기\n  label: { ko: 측정, en: Measuring }\n  description: { ko: 재는 글, en: On measuring }\n',
    'glossary.yaml': '# 용어\n',
  };

  test('is added to: settings and comments stay, and a tag finds the topic that is called so', async () => {
    const to = contentFolder({
      ...settings,
      'articles/mine/ko.md': post('## 내 글\n\n[평균](../averages/ko.md)'),
    });
    const { code } = await bringIn(from, to);
    expect(code).toBe(0);
    expect(readFileSync(path.join(to, 'site.yaml'), 'utf8')).toBe(settings['site.yaml']);
    expect(readFileSync(path.join(to, 'glossary.yaml'), 'utf8')).toBe(settings['glossary.yaml']);
    const topics = readFileSync(path.join(to, 'topics.yaml'), 'utf8');
    expect(topics.startsWith(settings['topics.yaml'])).toBe(true);
    expect(topics).not.toContain('\nmeasurement:');
    expect(readFileSync(path.join(to, 'articles/averages/ko.md'), 'utf8')).toContain('topics: [measuring]');
  });

  test('is what links can lead to, too, and keeps its source', async () => {
    const to = contentFolder({ ...settings, 'articles/mine/en.md': post('## My text\n\nText.') });
    const source = contentFolder({
      'ko/mine.md': post('## 내 글'),
      'ko/other.md': post('[글](/ko/mine/#내-글) [글](/en/mine/)'),
    });
    const { code } = await bringIn(source, to);
    expect(code).toBe(0);
    expect(readFileSync(path.join(to, 'articles/mine/ko.md'), 'utf8')).toContain('translates: { from: en }');
    expect(readFileSync(path.join(to, 'articles/other/ko.md'), 'utf8')).toContain(
      '[글](../mine/ko.md#my-text) [글](../mine/en.md)',
    );
  });

  test('stays as it is where its settings can’t be read', async () => {
    const to = contentFolder({ ...settings, 'topics.yaml': 'a: [\n' });
    const { code, said } = await bringIn(from, to);
    expect(code).toBe(1);
    expect(said).toContain('TO/topics.yaml:');
    expect(existsSync(path.join(to, 'articles'))).toBe(false);
  });

  test('is told of where it breaks: a link to a heading that is overwritten', async () => {
    const to = contentFolder({
      ...settings,
      'articles/a/ko.md': post('## 예전 제목 {#old}'),
      'articles/b/ko.md': post('[가](../a/ko.md#old)'),
    });
    const source = contentFolder({ 'ko/a.md': post('## 새 제목') });
    const { code, said } = await bringIn(source, to, '--force');
    expect(code).toBe(1);
    expect(said).toContain('TO/articles/b/ko.md:7:1: error: Unexpected anchor `#old`');
  });
});

describe('A folder in which much is wrong', () => {
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

  test('is told all of it in one run, and nothing is written', async () => {
    const source = contentFolder(files);
    mkdirSync(path.join(source, 'en'));
    mkdirSync(path.join(source, 'ko/nothing'));
    symlinkSync('/etc/hosts', path.join(source, 'ko/link.md'));
    const to = newContent();
    const { code, said } = await bringIn(source, to);
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
      'FROM/kr:1:1: warning: Unexpected folder `kr/`: nothing of it is brought in: did you mean `ko`?',
      'FROM/ko/deep/er.md:1:1: warning: Unexpected file: not brought in',
      'FROM/ko/nothing:1:1: warning: Unexpected empty folder',
      'FROM/ko/link.md:1:1: warning: Unexpected symbolic link: not followed',
      'FROM/en:1:1: warning: Missing texts in English',
      'Nothing was written.',
    ])
      expect(said).toContain(line);
    expect(existsSync(to)).toBe(false);
  });

  test('whose texts would not stand in the check is told so at the place in its own files', async () => {
    const body = '[가](/ko/later/)';
    const source = contentFolder({
      'ko/now.md': post(body, { more: 'author: 나\n' }),
      'ko/later.md': post('글', { date: '2999-01-01' }),
    });
    const { code, said } = await bringIn(source, newContent());
    expect(code).toBe(1);
    expect(said).toContain(
      'FROM/ko/now.md:8:1: error: Unexpected link to `../later/ko.md`, which is not published',
    );
  });

  test('without any text is told so', async () => {
    const { code, said } = await bringIn(contentFolder({}), newContent());
    expect(code).toBe(1);
    expect(said).toContain(
      'FROM:1:1: error: Missing texts, expected files such as `ko/<name>.md` and `en/<name>.md`',
    );
  });
});

describe('An order that can’t be understood ends with 2:', () => {
  const folder = (): string => contentFolder({ 'ko/a.md': post(), 'file.txt': '' });

  test('folders that are not named', async () => {
    const { code, said } = await run(() => importFolder([]));
    expect(code).toBe(2);
    expect(said).toContain('Missing `--from DIR`');
    expect(said).toContain('Missing `--to CONTENT`');
  });

  test('a folder that is not there, a file where content would go, and no language, all at once', async () => {
    const { code, said } = await bringIn('/not/there', path.join(folder(), 'file.txt'), '--source', 'KO');
    expect(code).toBe(2);
    expect(said).toMatch(/Unexpected `--from [^`]+`, expected a folder that is there/);
    expect(said).toMatch(/Unexpected `--to [^`]+`, expected a folder/);
    expect(said).toContain('Unexpected `--source KO`');
  });

  test('content in the folder that is brought in, also by way of a symbolic link', async () => {
    const source = folder();
    expect((await bringIn(source, path.join(source, 'content'))).code).toBe(2);
    const link = path.join(folder(), 'link');
    symlinkSync(source, link);
    expect((await bringIn(source, path.join(link, 'content'))).code).toBe(2);
  });

  test.each([[['--form', 'a']], [['a']], [['--from']]])('the words %j', async (words) => {
    expect((await run(() => importFolder(words))).code).toBe(2);
  });

  test('a language that the site does not have', async () => {
    const { code, said } = await bringIn(folder(), newContent(), '--source', 'da');
    expect(code).toBe(2);
    expect(said).toContain('Unexpected `--source da`, expected one of ');
  });
});

test('the language named by `--source` counts as written first', async () => {
  const to = newContent();
  const source = contentFolder({ 'ko/a.md': post(), 'en/a.md': post() });
  await bringIn(source, to, '--source', 'en');
  expect(readFileSync(path.join(to, 'articles/a/ko.md'), 'utf8')).toContain('translates: { from: en }');
  expect(readFileSync(path.join(to, 'site.yaml'), 'utf8')).toContain('locales: [en, ko]');
});

const corpus = process.env.CORPUS_DIR;

test.runIf(corpus)(
  'the folder that CORPUS_DIR names is brought in without an error, and then stays as it is',
  { timeout: 240_000 },
  async () => {
    const to = newContent();
    expect(await bringIn(corpus ?? '', to)).toMatchObject({ code: 0 });
    expect((await bringIn(corpus ?? '', to)).said).toContain('Nothing has changed');
  },
);
