import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../environment/index.ts';
import { createContentFolder } from '../testing/build-content.ts';
import { listFiles } from '../tools/sites/run.ts';
import { check } from './check.ts';
import { create } from './new.ts';
import { splitAddress } from './new/site.ts';

let folder = '';
let printed: string[] = [];

/** Returns every file below the folder with its text. */
function everything(): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  printed = [];
  const code = await create(args);
  return { code, output: printed.join('\n') };
}

/** Runs the command with mistakes. Returns the error message. Fails if anything was written. */
async function refuse(...args: string[]): Promise<string> {
  const before = everything();
  const error: unknown = await run(...args).catch((thrown: unknown) => thrown);
  expect(everything()).toEqual(before);
  if (!(error instanceof Error)) throw new Error('Expected an error');
  return error.message;
}

const newSite = ['site', '--name', '서랍', '--name', 'en=Drawer', '--yes'];

beforeEach(() => {
  folder = createContentFolder({});
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  vi.stubEnv('CONTENT_DIR', 'site');
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 5, 1) / 1000));
  const print = (text: string): void => void printed.push(text);
  vi.spyOn(console, 'log').mockImplementation(print);
  vi.spyOn(console, 'error').mockImplementation(print);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('npm run new -- site', () => {
  test('writes settings and a page about the site in each language, in which check finds nothing to do', async () => {
    await run(
      ...newSite,
      '--description',
      '커피와 [코드].',
      '--origin',
      'https://a.example/kb',
      '--author',
      '김',
    );
    expect(listFiles(folder)).toEqual([
      'site/glossary.yaml',
      'site/pages/about/en.md',
      'site/pages/about/en.sync.yaml',
      'site/pages/about/ko.md',
      'site/pages/about/ko.sync.yaml',
      'site/site.yaml',
      'site/topics.yaml',
    ]);
    expect(everything()['site/site.yaml']).toContain('origin: https://a.example\nbase: /kb/\n');
    const checked = await check();
    expect(printed.join('\n')).toContain('The content has no errors and no warnings.');
    expect(printed.join('\n')).toContain('current     en  pages/about');
    expect(checked).toBe(0);
  });

  test('in one language writes nothing in another', async () => {
    await run('site', '--name', 'Drawer', '--locales', 'en', '--yes');
    expect(listFiles(folder)).toContain('site/pages/about/en.md');
    expect(Object.entries(everything()).filter(([, text]) => /\bko\b|[가-힣]/.test(text))).toEqual([]);
  });

  test('without a terminal lists all missing options', async () => {
    expect(await refuse('site', '--author', 'A')).toBe(
      [
        'Missing `--name TEXT`: the name of the site',
        'Missing `--description TEXT`: one sentence about the site',
        'Missing `--locales LIST`: the languages, such as `ko` or `ko,en`',
        'Missing `--origin ADDRESS`: where the site will be',
        '`--yes` takes defaults for all but the name',
      ].join('\n'),
    );
  });

  test.each([
    ['a language without a dictionary', ['--locales', 'ko,da'], 'src/locale/dictionaries/da.ts'],
    ['a word that is no language', ['--locales', 'Korean'], '`Korean` is not a language tag'],
    ['a name in another language', ['--name', 'da=Skuffe'], '`da` is not among the languages ko, en'],
    ['two names in one language', ['--name', 'ko=함'], '`--name` is given twice for `ko`'],
    ['an empty description', ['--description', ' '], '`--description  ` is empty'],
    ['an address without a scheme', ['--origin', 'a.example'], '`--origin`: Unexpected origin'],
    ['an unknown time zone', ['--timezone', 'Seoul'], '`--timezone`: Unexpected time zone'],
    ['an empty author', ['--author', ''], '`--author` is empty'],
  ])('refuses %s', async (_, args, message) => {
    expect(await refuse(...newSite, ...args)).toContain(message);
  });

  test('overwrites nothing', async () => {
    mkdirSync(path.join(folder, 'site'));
    writeFileSync(path.join(folder, 'site/notes.txt'), 'mine');
    expect(await refuse(...newSite)).toContain('There is a site already, or something else');
  });

  test('refuses a folder that is not Narani’s, where no command would find the site', async () => {
    vi.stubEnv('CONTENT_DIR', '');
    expect(await refuse(...newSite)).toContain('This is not the folder of Narani');
  });

  test.skipIf(process.getuid?.() === 0)('explains a folder that it can’t write to', async () => {
    chmodSync(folder, 0o500);
    expect(await refuse(...newSite)).toContain('nothing was written');
    chmodSync(folder, 0o700);
  });
});

describe('npm run new -- article', () => {
  beforeEach(async () => {
    await run(...newSite);
  });

  test('writes a text with the date of the day in the time zone of the site', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 5, 1, 23) / 1000));
    const settings = path.join(folder, 'site/site.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(/timezone: .*/, 'timezone: Asia/Seoul'));
    const { output } = await run('article', '--title', '꼬리 지연: 왜?', '--draft');
    expect(everything()['site/articles/kkori-jiyeon-wae/ko.md']).toBe(
      '---\ntitle: "꼬리 지연: 왜?"\ndate: 2026-06-02\ndraft: true\n---\n\n',
    );
    expect(output).toContain('http://localhost:4321/ko/articles/kkori-jiyeon-wae/');
    await check();
    expect(printed.join('\n')).toContain('The content has no errors and no warnings.');
  });

  test('adds a topic in all languages, and begins translations', async () => {
    const topic = ['--new-topic', 'coffee:ko=커피,en=Coffee, tea'];
    await run('article', '--title', 'On coffee', '--slug', '커피', ...topic, '--to', 'ko');
    const files = everything();
    expect(files['site/articles/커피/en.md']).toContain('topics: [coffee]');
    expect(files['site/articles/커피/ko.md']).toContain('title: "translate: On coffee"');
    expect(files['site/topics.yaml']).toContain('    ko: 커피\n    en: Coffee, tea\n');
    await run('article', '--title', 'More coffee', '--topic', 'coffee');
    expect(everything()['site/articles/more-coffee/en.md']).toContain('topics: [coffee]');
  });

  test.each([
    ['no title', [], 'Missing `--title TEXT`'],
    ['a title without an address', ['--title', '😀'], 'Missing `--slug NAME`'],
    ['an unknown language', ['--title', 'A', '--from', 'da'], 'Unknown language `--from da`'],
    ['a translation into its own language', ['--title', 'A', '--to', 'en'], '`--to en`'],
    ['an unknown topic', ['--title', 'A', '--topic', 'tea'], 'Unknown topic `--topic tea`'],
    ['a topic without a label', ['--title', 'A', '--new-topic', 'tea:en=Tea'], 'a label in each language'],
    ['a name with capital letters', ['--title', 'A', '--slug', 'My Tea'], 'such as `my-tea`'],
  ])('refuses %s', async (_, args, message) => {
    const before = everything();
    const error: unknown = await run('article', ...args).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(message);
    expect(everything()).toEqual(before);
  });

  test.each(['차', '차'.normalize('NFD')])(
    'refuses the name of an article in any Unicode form: %j',
    async (slug) => {
      await run('article', '--title', '차', '--slug', '차');
      expect(await refuse('article', '--title', '차', '--slug', slug)).toContain('The name `차` is in use');
    },
  );

  test('refuses the name of a folder without a text, in any case', async () => {
    mkdirSync(path.join(folder, 'site/articles/Tea'), { recursive: true });
    expect(await refuse('article', '--title', 'Tea')).toContain(
      'The name `tea` is in use: articles/Tea exists',
    );
  });

  test('refuses to add to settings with errors', async () => {
    writeFileSync(path.join(folder, 'site/topics.yaml'), 'a: [');
    expect(await refuse('article', '--title', 'A')).toContain('site/topics.yaml:1:');
  });

  test('without a site says how to begin one', async () => {
    vi.stubEnv('CONTENT_DIR', 'nowhere');
    expect(await refuse('article', '--title', 'A')).toContain('npm run new -- site');
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });
});

test.each([
  [[], 'Missing what to begin, expected `site` or `article`'],
  [['post'], 'Unknown `post`, expected `site` or `article`'],
  [['--yse'], 'Unknown option `--yse`'],
])('the arguments %j are a mistake', async (args, message) => {
  expect(await refuse(...args)).toContain(message);
});

test.each([
  ['https://a.example', 'https://a.example', '/'],
  ['https://A.example/', 'https://a.example', '/'],
  ['https://a.example/kb', 'https://a.example', '/kb/'],
  ['https://a.example/a/b/', 'https://a.example', '/a/b/'],
  ['a.example', 'a.example', '/'],
])('the address %s is split into %s and %s', (address, origin, base) => {
  expect(splitAddress(address)).toEqual({ origin, base });
});
