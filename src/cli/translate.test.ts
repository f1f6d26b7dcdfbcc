import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sourceText, translatedText } from '../testing/content-builder.ts';
import { contentFolder } from '../testing/content-folder.ts';
import { listFiles } from '../tools/sites/run.ts';
import { check } from './check.ts';
import { translate } from './translate.ts';

const settings = {
  'content/site.yaml':
    'name: { ko: 시험, en: Test }\ndescription: { ko: 시험, en: Test }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en]\n',
};

let folder = '';
let said: string[] = [];

function use(files: Readonly<Record<string, string>>): void {
  const inContent = Object.entries(files).map(([name, text]) => [`content/${name}`, text]);
  folder = contentFolder({ ...settings, ...(Object.fromEntries(inContent) as Record<string, string>) });
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
}

function read(name: string): string {
  return readFileSync(path.join(folder, 'content', name), 'utf8');
}

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, 'content', name), text);
}

/** Everything in the content, to the byte. */
function everything(): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );
}

async function run(...words: string[]): Promise<{ code: number; told: string }> {
  said = [];
  const code = await translate(words);
  return { code, told: said.join('\n') };
}

async function runCheck(): Promise<{ code: number; told: string }> {
  said = [];
  const code = await check();
  return { code, told: said.join('\n') };
}

beforeEach(() => {
  vi.stubEnv('CONTENT_DIR', '');
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 5, 1) / 1000));
  const keep = (text: string): void => void said.push(text);
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
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

  test('is begun, and the check finds nothing but what is left to translate', async () => {
    use(files);
    const { code, told } = await run('tail');
    expect(told).toBe('articles/tail: en.md is begun: 9 places to translate, and its title and description.');
    expect(code).toBe(0);
    expect(read('articles/tail/en.md')).toContain('[그림](../other/en.md)');
    const checked = await runCheck();
    expect(checked.code).toBe(0);
    const rules = [...checked.told.matchAll(/: (?:warning|error): .*  (\S+)$/gm)].map(([, rule]) => rule);
    expect(new Set(rules)).toEqual(new Set(['translation/unfinished']));
    expect(rules).toHaveLength(11);
    expect(checked.told).toContain('articles/tail/en.md:7:4: warning: ');
    expect(checked.told).toContain('unrecorded  en  articles/tail  11 places left to do');
  });

  test('is done when all of it is written, and not before', async () => {
    use(files);
    await run('tail');
    const before = everything();
    const early = await run('tail', '--done');
    expect(early.code).toBe(1);
    expect(early.told.match(/translation\/unfinished/g)).toHaveLength(11);
    expect(everything()).toEqual(before);
    const written = read('articles/tail/en.md')
      .replace(/"translate: .*"/g, '"Written"')
      .replace(/<!-- translate: (\[\^1\]: )?[\s\S]*?-->/g, '$1Written')
      .replace(/<!-- translate:\n([\s\S]*?)-->/g, '$1')
      .replace('Written\n\n- ', 'Written[^1]\n\n- ');
    write('articles/tail/en.md', written);
    expect(await run('tail', '--done')).toEqual({
      code: 0,
      told: 'articles/tail: en.md renders ko.md as it is now.',
    });
    expect((await runCheck()).told).toContain('current     en  articles/tail');
  });

  test('is not begun a second time', async () => {
    use(files);
    await run('tail');
    const before = everything();
    expect(await run('tail')).toMatchObject({
      code: 0,
      told: 'articles/tail: en.md has 11 places left to do, and no change of its source to mark.',
    });
    expect(everything()).toEqual(before);
  });

  test('of which there is nothing but the front matter is neither recorded nor said to be recordable', async () => {
    use({ ...files, 'articles/tail/en.md': translatedText('') });
    const before = everything();
    expect((await run('tail')).told).toBe(
      'articles/tail: en.md has no text yet; write it, or delete the file and run this again to begin it.',
    );
    const { code, told } = await run('tail', '--done');
    expect(code).toBe(1);
    expect(told).toMatch(/en\.md:\d+:1: error: Missing text after the front matter {2}translation\/empty/);
    expect(everything()).toEqual(before);
  });

  test('is not put in the place of what can’t be read', async () => {
    use(files);
    mkdirSync(path.join(folder, 'content/articles/tail/en.md'));
    await expect(run('tail')).rejects.toThrow(/en\.md: Unexpected file that can’t be read/);
    mkdirSync(path.join(folder, 'content/articles/other/en.sync.yaml'));
    await expect(run('other', '--done')).rejects.toThrow(
      /en\.sync\.yaml: Unexpected file that can’t be read/,
    );
    expect(listFiles(folder).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  test('and was there before is begun anew: what was known of it is forgotten', async () => {
    use(files);
    await run('other', '--done');
    rmSync(path.join(folder, 'content/articles/other/en.md'));
    expect((await runCheck()).told).toContain('sync/orphan');
    await run('other');
    expect((await runCheck()).told).toContain('unrecorded  en  articles/other');
  });

  test('keeps the anchors of its source without being begun', async () => {
    use(files);
    expect(await run('tail', '--done')).toEqual({
      code: 0,
      told: 'articles/tail: there is no en.md; the anchors of ko.md are kept.',
    });
    expect(read('articles/tail/ko.sync.yaml')).toContain('{ id: "꼬리-지연", digest: ');
    expect((await run('tail', '--done')).told).toContain('already');
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

  test('is told by the check, with the places of what changed and came', async () => {
    await outdate();
    const { code, told } = await runCheck();
    expect(code).toBe(0);
    expect(told).toContain(
      'content/articles/tail/ko.md:9:1: warning: Unexpected change of a paragraph, expected what en.md:10 renders  translation/outdated'.replace(
        ':10',
        ':9',
      ),
    );
    expect(told).toContain(
      'content/articles/tail/ko.md:13:1: warning: Unexpected new paragraph, expected its translation after en.md:11  translation/outdated',
    );
    expect(told).toContain('outdated    en  articles/tail  1 changed, 1 added');
  });

  test('is marked where it is to be brought up to date, once, and else is as it was', async () => {
    await outdate();
    const crlf = `\uFEFF${read('articles/tail/en.md').replaceAll('\n', '\r\n')}`;
    write('articles/tail/en.md', crlf);
    expect(await run('tail')).toEqual({
      code: 0,
      told: 'articles/tail: en.md is outdated; marked in it: 1 to look at again, 1 to write.',
    });
    const marked = read('articles/tail/en.md');
    const marks = [
      '<!-- revisit: ko.md now reads: 평균은 머리만 보인다. -->\r\n',
      '\r\n<!-- translate: 끝. -->\r\n',
    ];
    for (const mark of marks) expect(marked).toContain(mark);
    expect(marks.reduce((text, mark) => text.replace(mark, ''), marked)).toBe(crlf);
    await run('tail');
    expect(read('articles/tail/en.md')).toBe(marked);
  });

  test('is not done while marks stand in it, nor while nothing has been done about it', async () => {
    await outdate();
    const untouched = await run('tail', '--done');
    expect(untouched.code).toBe(1);
    expect(untouched.told.match(/translation\/untouched/g)).toHaveLength(2);
    expect(untouched.told).toContain('--same-meaning');
    await run('tail');
    const marked = await run('tail', '--done');
    expect(marked.told.match(/translation\/unfinished/g)).toHaveLength(2);
    expect((await run('tail', '--same-meaning')).code).toBe(1);
  });

  test('is done when it has been brought up to date', async () => {
    await outdate();
    const text = read('articles/tail/en.md')
      .replace('hide tails', 'show heads')
      .replace('ntiles.', 'ntiles.\n\nEnd.');
    write('articles/tail/en.md', text);
    expect((await run('tail', '--done')).code).toBe(0);
    expect(read('articles/tail/en.md')).toBe(text);
    expect((await run('tail')).told).toBe('articles/tail: en.md is current; nothing to do.');
  });

  test('is done at once where the change leaves it right', async () => {
    use(pair);
    await run('tail', '--done');
    write('articles/tail/ko.md', read('articles/tail/ko.md').replace('숨긴다', '숨긴 다'));
    expect((await run('tail', '--same-meaning')).code).toBe(0);
    expect((await runCheck()).told).toContain('The content has no errors and no warnings.');
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

  test('are recorded as they are, but for those with errors; the others are not held up', async () => {
    use(many);
    const { code, told } = await run('--all', '--done');
    expect(code).toBe(1);
    expect(told).toContain('link/broken');
    expect(told).toContain('articles/b: en.md is not recorded as done.');
    expect(told).toContain('3 done, 0 with nothing to do, 1 refused.');
    expect((await run('--all', '--done')).told).toContain('0 done, 3 with nothing to do, 1 refused.');
  });

  test('are never begun all at once', async () => {
    use(many);
    const before = everything();
    expect((await run('--all')).code).toBe(0);
    expect(everything()).toEqual(before);
  });
});

describe('A record that is spoiled', () => {
  test.each([
    ['conflict markers', '<<<<<<< a\nversion: 1\n=======\nversion: 1\n>>>>>>> b\n'],
    ['broken YAML', 'segments: ['],
    ['a zero byte', '\0'],
    ['another version', 'version: 7\n'],
    ['another source', 'version: 1\nfrom: da\nsegments: []\n'],
  ])('by %s stops nothing, and is made again', async (_, text) => {
    use({ ...pair, 'articles/tail/en.sync.yaml': text });
    const { code, told } = await runCheck();
    expect(code).toBe(0);
    expect(told).toContain('content/articles/tail/en.sync.yaml:');
    expect(told).toContain('npm run translate -- tail --done');
    expect((await run('tail', '--done')).code).toBe(0);
    expect((await runCheck()).told).toContain('The content has no errors and no warnings.');
  });
});

describe('Words that can’t be understood end with 2, and nothing is written', () => {
  test.each<[string, string[], string]>([
    ['none', [], 'Missing the name of an article, or `--all`'],
    ['a name that is nearly one', ['tial'], 'Unexpected article `tial`: did you mean `tail`?'],
    [
      'a name far from any',
      ['something-else'],
      'Unexpected article `something-else`, expected the name of a folder',
    ],
    [
      'a language the site lacks',
      ['tail', '--to', 'da'],
      'Unexpected `--to da`: the site has no such language',
    ],
    [
      'the language of the source',
      ['tail', '--to', 'ko'],
      'Unexpected `--to ko`: articles/tail was written in it first',
    ],
    ['an option there is not', ['tail', '--don'], "Unknown option '--don'"],
    ['a name beside --all', ['tail', '--all'], 'Unexpected `tail` beside `--all`'],
  ])('%s', async (_, words, what) => {
    use(pair);
    const before = everything();
    const { code, told } = await run(...words);
    expect(code).toBe(2);
    expect(told).toContain(what);
    expect(told).toContain('npm run translate -- SLUG');
    expect(everything()).toEqual(before);
  });
});

test('an article that can’t be read is told of, and left as it is', async () => {
  use({ ...pair, 'articles/tail/en.md': 'no front matter' });
  const before = everything();
  const { code, told } = await run('tail');
  expect(code).toBe(1);
  expect(told).toContain('front-matter/missing');
  expect(everything()).toEqual(before);
});

test('what stands in the way of a new file is not overwritten', async () => {
  use({ 'articles/tail/ko.md': sourceText('글') });
  mkdirSync(path.join(folder, 'content/articles/tail/en.md'));
  await expect(run('tail')).rejects.toThrow();
  expect(listFiles(folder)).toEqual(['content/articles/tail/ko.md', 'content/site.yaml']);
});
