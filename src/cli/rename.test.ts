import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../environment/index.ts';
import { createContentFolder, sourceText, translatedText } from '../testing/build-content.ts';
import { listFiles } from '../tools/sites/run.ts';
import { check } from './check.ts';
import { rename } from './rename.ts';
import { translate } from './translate.ts';

const settings = {
  'content/site.yaml':
    'name: { ko: 시험, en: Test }\ndescription: { ko: 시험, en: Test }\nauthor: { name: T }\norigin: https://example.org\nbase: /kb/\ntimezone: UTC\nlocales: [ko, en]\n',
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

/** Returns every file of the content with its text. */
function everything(): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

async function run(command: (args: string[]) => Promise<number>, ...args: string[]) {
  printed = [];
  const code = await command(args);
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

const forms = (slug: string, title = ''): string =>
  [
    `[a](../${slug}/ko.md#water) [b](../${slug}/ "../tail/") [[${slug}]] [[${slug}#water|../tail/]] [${title}][r]`,
    `[root](/ko/articles/${slug}/#water) [md](/ko/articles/${slug}.md) [side](/ko/articles/${slug}/side-by-side/en/) <https://example.org/kb/en/articles/${slug}/>`,
    `| [[${slug}\\|tail]] |\n| - |`,
    `<a href="/kb/en/articles/${slug}/">tail</a>`,
    '`[[tail]]` [other](../tail-2/) tail [web](https://example.org/articles/tail/)',
    `[r]: ../${slug}/en.md 'tail'`,
  ].join('\n\n');

const site = {
  'articles/tail/ko.md': `---\ntitle: 꼬리 # tail\ndescription: 글.\ndate: 2026-01-01\naliases:\n  - thin # before\n  - end\n---\n\n## 물\n\n[자신](../tail/en.md) [그림](./p.csv)\n`,
  'articles/tail/en.md': translatedText('## Water\n\n[Self](../tail/ko.md) [[tail]]'),
  'articles/tail/p.csv': '1',
  'articles/tail-2/ko.md': sourceText(forms('tail', 'tail'), 'draft: true\n'),
  'pages/tail/ko.md': '---\ntitle: 쪽\ndescription: 쪽.\n---\n\n[글](../../articles/tail/) [쪽](./ko.md)\n',
};

describe('A rename', () => {
  test('moves the folder, changes every form of link and nothing else, and adds the alias', async () => {
    use(site);
    const { code, output } = await run(rename, 'articles/tail', 'end');
    expect(output).toContain('Renamed articles/tail to articles/end.');
    expect(output).toContain('content/articles/end/ko.md:12: link');
    expect(output).toContain('content/articles/end/ko.md: alias `tail`');
    expect(code).toBe(0);
    expect(listFiles(path.join(folder, 'content/articles'))).toEqual([
      'end/en.md',
      'end/ko.md',
      'end/p.csv',
      'tail-2/ko.md',
    ]);
    expect(read('articles/tail-2/ko.md')).toBe(sourceText(forms('end', 'tail'), 'draft: true\n'));
    expect(read('articles/end/ko.md')).toBe(
      site['articles/tail/ko.md']
        .replace('  - thin # before\n  - end\n', '  - thin # before\n  - tail\n')
        .replace('../tail/en.md', '../end/en.md'),
    );
    expect(read('articles/end/en.md')).toBe(translatedText('## Water\n\n[Self](../end/ko.md) [[end]]'));
    expect(read('pages/tail/ko.md')).toBe(
      site['pages/tail/ko.md'].replace('articles/tail/', 'articles/end/'),
    );
    expect((await run(check)).output).toMatch(/^The content has no errors and no warnings/);
  });

  test('and back gives the same files, as the aliases were those before', async () => {
    use(site);
    const before = everything();
    await run(rename, 'articles/tail', 'end');
    await run(rename, 'end', 'tail');
    expect(everything()).toEqual(before);
  });

  test('keeps line ends, byte order mark and Unicode form of a text', async () => {
    const odd = `\uFEFF${sourceText('[가](../tail/)\n\n나').replaceAll('\n', '\r\n')}`.normalize('NFD');
    use({ ...site, 'articles/odd/ko.md': odd });
    await run(rename, 'articles/tail', '꼬리');
    expect(read('articles/odd/ko.md')).toBe(odd.replace('../tail/', '../꼬리/'));
  });

  test('does not make a translation outdated: the sync files follow the links', async () => {
    const files = {
      ...site,
      'articles/other/ko.md': sourceText('## 하나\n\n[글](../tail/ko.md)를 본다.'),
      'articles/other/en.md': translatedText('## One\n\nSee [it](../tail/en.md).'),
    };
    use(files);
    await run(translate, '--all', '--done');
    const before = (await run(check)).output;
    await run(rename, 'articles/tail', 'end');
    const after = await run(check);
    expect(after.output).not.toMatch(/outdated|unrecorded/);
    expect(after.output.match(/current +en/g)).toEqual(before.match(/current +en/g));
    const again = everything();
    await run(translate, '--all', '--done');
    expect(everything()).toEqual(again);
  });

  test('with --dry-run only prints what would change', async () => {
    use(site);
    const before = everything();
    const { code, output } = await run(rename, 'content/articles/tail/', 'end', '--dry-run');
    expect(code).toBe(0);
    expect(output).toContain('Would rename articles/tail to articles/end.');
    expect(output).toContain('Nothing was changed.');
    expect(everything()).toEqual(before);
  });

  test('of a page changes links to the page', async () => {
    use({
      ...site,
      'articles/a/ko.md': sourceText('[쪽](../../pages/tail/) [글](../tail/) [쪽](/ko/tail/)'),
    });
    await run(rename, 'pages/tail', 'about');
    expect(read('articles/a/ko.md')).toContain('[쪽](../../pages/about/) [글](../tail/) [쪽](/ko/about/)');
    expect(read('pages/about/ko.md')).toContain('description: 쪽.\naliases: [tail]\n---');
  });
});

test('A folder with capitals, which the check reports, gets a valid name and no alias', async () => {
  use({ 'articles/Tail/ko.md': sourceText('글'), 'articles/a/ko.md': sourceText('[글](../Tail/)') });
  const { output } = await run(rename, 'Tail', 'tail');
  expect(output).not.toContain('alias');
  expect(read('articles/tail/ko.md')).toBe(sourceText('글'));
  expect(read('articles/a/ko.md')).toBe(sourceText('[글](../tail/)'));
  expect((await run(check)).output).toMatch(/^The content has no errors and no warnings/);
});

describe('A rename is refused, and nothing changes,', () => {
  const more = {
    'articles/once/ko.md': sourceText('글', 'aliases: [former]\n'),
    'articles/카페/ko.md': sourceText('글'),
    'articles/broken/ko.md': 'no front matter',
    'articles/lone/en.md': translatedText('Text'),
  };

  test.each([
    ['without a new name', ['tail-2'], 'Missing the old or the new name'],
    ['with three names', ['tail-2', 'a', 'b'], '`b` is one name too many'],
    ['with an unknown option', ['--force', 'tail-2', 'a'], '--force'],
    ['if the name is misspelled', ['tial-2', 'a'], 'Unknown article `tial-2`: did you mean `tail-2`?'],
    ['if it was renamed before', ['former', 'a'], '(`former` is an alias of articles/once)'],
    ['if a page has the name, too', ['tail', 'a'], '`tail` is ambiguous: write articles/tail or pages/tail'],
    ['to the same name', ['tail-2', 'tail-2'], 'The folder is named `tail-2` already'],
    ['to the same name in NFD', ['카페', '카페'.normalize('NFD')], 'The folder is named `카페` already'],
    ['to the name of another article', ['tail-2', 'tail'], 'The name `tail` is in use'],
    ['to such a name in NFD', ['tail-2', '카페'.normalize('NFD')], 'The name `카페` is in use'],
    ['to a name with capitals', ['tail-2', 'Tail'], 'such as `tail`'],
    ['to words with spaces', ['tail-2', 'New name!'], 'such as `new-name`'],
    ['to a path', ['tail-2', '../x'], 'can’t be an address'],
    ['to an emoji', ['tail-2', '🎉'], 'can’t be an address'],
    [
      'to an alias of another article',
      ['tail-2', 'former'],
      '`former` is an alias in content/articles/once/ko.md',
    ],
    ['to a reserved name', ['pages/tail', 'search'], 'is reserved for a page of the site'],
  ])('%s', async (_, args, message) => {
    use({ ...site, ...more });
    const before = everything();
    const refused: unknown = await run(rename, ...args).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect(String(refused)).toContain(message);
    expect(everything()).toEqual(before);
  });

  test.each([
    ['its source is malformed', 'broken', 'content/articles/broken/ko.md:1:1: Missing front matter'],
    ['it has no source', 'lone', 'articles/lone: The article has no source'],
  ])('if %s', async (_, name, message) => {
    use({ ...site, ...more });
    const before = everything();
    await expect(run(rename, name, 'new')).rejects.toThrow(message);
    expect(everything()).toEqual(before);
  });

  test('if there is a folder without a text, even an empty one', async () => {
    use(site);
    mkdirSync(path.join(folder, 'content/articles/New'));
    await expect(run(rename, 'tail-2', 'new')).rejects.toThrow(
      'The name `new` is in use: articles/New exists',
    );
  });
});
