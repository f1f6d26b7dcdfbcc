import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../environment/index.ts';
import { createContentFolder, sourceText, translatedText } from '../testing/build-content.ts';
import { listFiles } from '../tools/sites/run.ts';
import { check } from './check.ts';
import { translate } from './translate.ts';

const settings = {
  'content/site.yaml':
    'name: { ko: 시험, en: Test }\ndescription: { ko: 시험, en: Test }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en]\n',
};

let folder = '';
let printed: string[] = [];

function use(files: Readonly<Record<string, string>>): void {
  const inContent = Object.entries(files).map(([name, text]) => [`content/${name}`, text]);
  folder = createContentFolder({ ...settings, ...(Object.fromEntries(inContent) as Record<string, string>) });
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
}

function read(name: string): string {
  return readFileSync(path.join(folder, 'content', name), 'utf8');
}

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, 'content', name), text);
}

/** Returns every file of the content with its bytes as Latin-1. */
function everything(): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );
}

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  printed = [];
  try {
    const code = await translate(args);
    return { code, output: printed.join('\n') };
  } catch (error) {
    if (error instanceof UsageError) return { code: 2, output: error.message };
    throw error;
  }
}

async function runCheck(): Promise<{ code: number; output: string }> {
  printed = [];
  const code = await check();
  return { code, output: printed.join('\n') };
}

beforeEach(() => {
  vi.stubEnv('CONTENT_DIR', '');
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 5, 1) / 1000));
  const print = (text: string): void => void printed.push(text);
  vi.spyOn(console, 'log').mockImplementation(print);
  vi.spyOn(console, 'error').mockImplementation(print);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const pair = {
  'articles/tail/ko.md': sourceText('## 꼬리\n\n평균은 꼬리를 숨긴다.\n\n그래서 백분위를 본다.'),
  'articles/tail/en.md': translatedText('## Tail\n\nMeans hide tails.\n\nHence percentiles.'),
};

describe('A translation that is missing', () => {
  const body = [
    '## 꼬리 지연',
    '[그림](../other/ko.md)과 [자리](#꼬리-지연).[^1]',
    '- 하나\n- 둘',
    ':::note[제목]\n글\n:::',
    '```js\n1\n```',
    '| 가 |\n| --- |\n| 1 |',
    '![막대](./bars.png)',
    '[^1]: 각주',
  ].join('\n\n');
  const files = {
    'articles/tail/ko.md': sourceText(body),
    'articles/tail/bars.png': '',
    'articles/other/ko.md': sourceText('글'),
    'articles/other/en.md': translatedText('Text'),
    'articles/linking/ko.md': sourceText('[꼬리](../tail/ko.md#꼬리-지연)'),
  };

  test('is started, and the check then has one line for it', async () => {
    use(files);
    const { code, output } = await run('tail');
    expect(output).toBe(
      'articles/tail: started en.md with 9 places to translate, and its title and description.',
    );
    expect(code).toBe(0);
    expect(read('articles/tail/en.md')).toContain('[그림](../other/en.md)');
    const checked = await runCheck();
    expect(checked.code).toBe(0);
    expect(checked.output).toContain('The content has no errors and no warnings.');
    expect(checked.output).toContain('  unfinished  en  articles/tail  11 places to finish\n');
  });

  test('can be recorded as done once all of it is written', async () => {
    use(files);
    await run('tail');
    const before = everything();
    const early = await run('tail', '--done');
    expect(early.code).toBe(1);
    expect(early.output.match(/translation\/unfinished/g)).toHaveLength(11);
    expect(everything()).toEqual(before);
    const written = read('articles/tail/en.md')
      .replace(/"translate: .*"/g, '"Written"')
      .replace(/<!-- translate: (\[\^1\]: )?[\s\S]*?-->/g, '$1Written')
      .replace(/<!-- translate:\n([\s\S]*?)-->/g, '$1')
      .replace('Written\n\n- ', 'Written[^1]\n\n- ');
    write('articles/tail/en.md', written);
    expect(await run('tail', '--done')).toEqual({
      code: 0,
      output: 'articles/tail: en.md is recorded as up to date with ko.md.',
    });
    expect((await runCheck()).output).toContain('current     en  articles/tail');
  });

  test('is not started a second time', async () => {
    use(files);
    await run('tail');
    const before = everything();
    expect(await run('tail')).toMatchObject({
      code: 0,
      output: 'articles/tail: en.md has 11 places to finish; its source has no other changes to mark.',
    });
    expect(everything()).toEqual(before);
  });

  test('can’t be recorded as done while it has front matter only', async () => {
    use({ ...files, 'articles/tail/en.md': translatedText('') });
    const before = everything();
    expect((await run('tail')).output).toBe(
      'articles/tail: en.md has no text yet. Write it, or delete the file and run this command again to start from the source.',
    );
    const { code, output } = await run('tail', '--done');
    expect(code).toBe(1);
    expect(output).toMatch(
      /en\.md:\d+:1: error: There is no text after the front matter {2}translation\/empty/,
    );
    expect(everything()).toEqual(before);
  });

  test('does not overwrite a file that can’t be read', async () => {
    use(files);
    mkdirSync(path.join(folder, 'content/articles/tail/en.md'));
    await expect(run('tail')).rejects.toThrow(/en\.md: Cannot read this file/);
    mkdirSync(path.join(folder, 'content/articles/other/en.sync.yaml'));
    await expect(run('other', '--done')).rejects.toThrow(/en\.sync\.yaml: Cannot read this file/);
    expect(listFiles(folder).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  test('is started from scratch after it was deleted: its old record is reset', async () => {
    use(files);
    await run('other', '--done');
    rmSync(path.join(folder, 'content/articles/other/en.md'));
    expect((await runCheck()).output).toContain('sync/orphan');
    await run('other');
    expect((await runCheck()).output).toContain('unfinished  en  articles/other');
  });

  test('can be left out: the anchors of its source are recorded', async () => {
    use(files);
    expect(await run('tail', '--done')).toEqual({
      code: 0,
      output: 'articles/tail: there is no en.md yet; the anchors of ko.md are recorded.',
    });
    expect(read('articles/tail/ko.sync.yaml')).toContain('{ id: "꼬리-지연", digest: ');
    expect((await run('tail', '--done')).output).toContain('(no change)');
  });
});

describe('A translation whose source has changed', () => {
  async function outdate(): Promise<void> {
    use(pair);
    await run('tail', '--done');
    const source = read('articles/tail/ko.md');
    write(
      'articles/tail/ko.md',
      source.replace('꼬리를 숨긴다', '머리만 보인다').replace('본다.', '본다.\n\n끝.'),
    );
  }

  test('is reported by the check, with the places of changed and new blocks', async () => {
    await outdate();
    const { code, output } = await runCheck();
    expect(code).toBe(0);
    expect(output).toContain(
      'content/articles/tail/ko.md:9:1: warning: This paragraph has changed; its translation (en.md:9) is out of date  translation/outdated',
    );
    expect(output).toContain(
      'content/articles/tail/ko.md:13:1: warning: This paragraph is new; its translation would go after en.md:11  translation/outdated',
    );
    expect(output).toContain('outdated    en  articles/tail  1 changed, 1 added');
  });

  test('is marked once at the places to update; the rest is unchanged', async () => {
    await outdate();
    const crlf = `\uFEFF${read('articles/tail/en.md').replaceAll('\n', '\r\n')}`;
    write('articles/tail/en.md', crlf);
    expect(await run('tail')).toEqual({
      code: 0,
      output: 'articles/tail: en.md is outdated; marked 1 to review and 1 to translate.',
    });
    const marked = read('articles/tail/en.md');
    const marks = [
      '<!-- revisit: ko.md now reads: 평균은 머리만 보인다. -->\r\n',
      '\r\n<!-- added: 끝. -->\r\n',
    ];
    for (const mark of marks) expect(marked).toContain(mark);
    expect(marks.reduce((text, mark) => text.replace(mark, ''), marked)).toBe(crlf);
    await run('tail');
    expect(read('articles/tail/en.md')).toBe(marked);
  });

  test('is marked with the words that changed, if Git has the earlier version under any name', async () => {
    use(pair);
    await run('tail', '--done');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: folder });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message=one');
    renameSync(path.join(folder, 'content/articles/tail'), path.join(folder, 'content/articles/tails'));
    git('add', '.');
    git('commit', '--quiet', '--message=two');
    const source = read('articles/tails/ko.md');
    write('articles/tails/ko.md', source.replace('꼬리를 숨긴다', '머리만 보인다'));
    await run('tails');
    const marked = read('articles/tails/en.md');
    expect(marked).toContain(
      '<!-- revisit: ko.md now reads: 평균은 머리만 보인다.\nchanges: 평균은 [-꼬리를 숨긴다.-]{+머리만 보인다.+} -->\nMeans',
    );
    await run('tails');
    expect(read('articles/tails/en.md')).toBe(marked);
  });

  test('can’t be recorded as done while it has marks or unedited passages', async () => {
    await outdate();
    const untouched = await run('tail', '--done');
    expect(untouched.code).toBe(1);
    expect(untouched.output.match(/translation\/untouched/g)).toHaveLength(2);
    expect(untouched.output).toContain('--same-meaning');
    await run('tail');
    const marked = await run('tail', '--done');
    expect(marked.output.match(/translation\/unfinished/g)).toHaveLength(2);
    expect((await run('tail', '--same-meaning')).code).toBe(1);
  });

  test('can be recorded as done after it was updated', async () => {
    await outdate();
    const text = read('articles/tail/en.md')
      .replace('hide tails', 'show heads')
      .replace('ntiles.', 'ntiles.\n\nEnd.');
    write('articles/tail/en.md', text);
    expect((await run('tail', '--done')).code).toBe(0);
    expect(read('articles/tail/en.md')).toBe(text);
    expect((await run('tail')).output).toBe('articles/tail: en.md is up to date.');
  });

  test('can be recorded as done without edits if the change does not affect it', async () => {
    use(pair);
    await run('tail', '--done');
    write('articles/tail/ko.md', read('articles/tail/ko.md').replace('숨긴다', '숨긴 다'));
    expect((await run('tail', '--same-meaning')).code).toBe(0);
    expect((await runCheck()).output).toContain('The content has no errors and no warnings.');
  });
});

describe('All translations', () => {
  const many = {
    ...pair,
    'articles/b/ko.md': sourceText('[없음](../none/ko.md)'),
    'articles/b/en.md': translatedText('Text'),
    'articles/c/ko.md': sourceText('글'),
    'pages/about/ko.md': '---\ntitle: 소개\ndescription: 소개.\n---\n\n글\n',
  };

  test('are recorded as they are, except those with errors', async () => {
    use(many);
    const { code, output } = await run('--all', '--done');
    expect(code).toBe(1);
    expect(output).toContain('link/broken');
    expect(output).toContain('articles/b: en.md was not recorded as done.');
    expect(output).toContain('3 done, 0 unchanged, 1 refused.');
    expect((await run('--all', '--done')).output).toContain('0 done, 3 unchanged, 1 refused.');
  });

  test('are never started with `--all`', async () => {
    use(many);
    const before = everything();
    expect((await run('--all')).code).toBe(0);
    expect(everything()).toEqual(before);
  });
});

describe('A damaged sync record', () => {
  test.each([
    ['conflict markers', '<<<<<<< a\nversion: 1\n=======\nversion: 1\n>>>>>>> b\n'],
    ['broken YAML', 'segments: ['],
    ['a zero byte', '\0'],
    ['another version', 'version: 7\n'],
    ['another source', 'version: 1\nfrom: da\nsegments: []\n'],
  ])('with %s stops nothing and can be recorded again', async (_, text) => {
    use({ ...pair, 'articles/tail/en.sync.yaml': text });
    const { code, output } = await runCheck();
    expect(code).toBe(0);
    expect(output).toContain('content/articles/tail/en.sync.yaml:');
    expect(output).toContain('npm run translate -- tail --done');
    expect((await run('tail', '--done')).code).toBe(0);
    expect((await runCheck()).output).toContain('The content has no errors and no warnings.');
  });
});

describe('Invalid arguments exit with 2, and nothing is written', () => {
  test.each<[string, string[], string]>([
    ['none', [], 'Missing the name of an article, or `--all`'],
    ['a misspelled name', ['tial'], 'Unknown article `tial`: did you mean `tail`?'],
    [
      'an unknown name',
      ['something-else'],
      'Unknown article `something-else`, expected the name of a folder',
    ],
    [
      'a language the site does not have',
      ['tail', '--to', 'da'],
      'Unknown language `--to da`, expected one of `ko`, `en`',
    ],
    [
      'the language of the source',
      ['tail', '--to', 'ko'],
      '`--to ko` is the language of the source of articles/tail, not of a translation',
    ],
    ['an unknown option', ['tail', '--don'], 'Unknown option `--don`: did you mean `--done`?'],
    ['a name together with --all', ['tail', '--all'], '`tail` and `--all` can’t be combined'],
  ])('%s', async (_, args, message) => {
    use(pair);
    const before = everything();
    const { code, output } = await run(...args);
    expect(code).toBe(2);
    expect(output).toContain(message);
    expect(everything()).toEqual(before);
  });
});

test('an unreadable article is reported and not changed', async () => {
  use({ ...pair, 'articles/tail/en.md': 'no front matter' });
  const before = everything();
  const { code, output } = await run('tail');
  expect(code).toBe(1);
  expect(output).toContain('front-matter/missing');
  expect(everything()).toEqual(before);
});

test('a folder with the name of the new file is not overwritten', async () => {
  use({ 'articles/tail/ko.md': sourceText('글') });
  mkdirSync(path.join(folder, 'content/articles/tail/en.md'));
  await expect(run('tail')).rejects.toThrow();
  expect(listFiles(folder)).toEqual(['content/articles/tail/ko.md', 'content/site.yaml']);
});
