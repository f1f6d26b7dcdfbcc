import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sourceText, translatedText, withContentFolder, type Files } from '../testing/build-content.ts';
import { openTexts, readBody, type LoadedSite, type TextsOptions } from './index.ts';

const files: Files = {
  'articles/a/ko.md': sourceText('## 하나\n\n글 [b](../b/en.md)'),
  'articles/a/en.md': translatedText('## One\n\nText'),
  'articles/b/en.md': sourceText('Words'),
};

/** Calls `use` with a site of these files, how to load it, and a way to change its files. */
async function withSite(
  use: (site: {
    cache: string;
    load: (mode?: TextsOptions['mode']) => Promise<LoadedSite>;
    write: (file: string, text: string) => void;
  }) => Promise<void>,
): Promise<void> {
  await withContentFolder(files, async (folders) => {
    const cache = path.join(folders.root, 'cache');
    const now = new Date('2026-06-01');
    // The code is that of this repository, the content is not.
    await use({
      cache,
      load: (mode = 'build') => openTexts({ ...folders, cache, now, mode }).load(),
      write: (file, text) => {
        writeFileSync(path.join(folders.content, file), text);
      },
    });
  });
}

async function htmlOf({ entries }: LoadedSite, cache: string): Promise<string[]> {
  return Promise.all(entries.map(async ({ content }) => (await readBody(cache, content)).html));
}

test('Every entry has its data, and its body by key', async () => {
  await withSite(async ({ cache, load }) => {
    const site = await load();
    expect(site.entries.map(({ id, outline }) => [id, outline.map((each) => each.id)])).toEqual([
      ['articles/a/en', ['one']],
      ['articles/a/ko', ['one']],
      ['articles/b/en', []],
    ]);
    expect(await htmlOf(site, cache)).toEqual([
      expect.stringContaining('<h2 id="one">One'),
      expect.stringContaining('href="/kb/en/articles/b/"'),
      '<p>Words</p>',
    ]);
  });
});

test('An entry keeps the key of its body until the body changes', async () => {
  await withSite(async ({ load, write }) => {
    const keys = (site: LoadedSite): string[] => site.entries.map(({ content }) => content);
    const before = keys(await load());
    expect(keys(await load())).toEqual(before);
    write('articles/b/en.md', sourceText('Other words'));
    const [first, second, third] = keys(await load());
    expect([first, second]).toEqual(before.slice(0, 2));
    expect(third).not.toBe(before[2]);
  });
});

test.each([
  [
    'emptied',
    (file: string) => {
      writeFileSync(file, '');
    },
  ],
  [
    'deleted',
    (file: string) => {
      rmSync(file);
    },
  ],
])('Cached files that were %s are made again', async (_, damage) => {
  await withSite(async ({ cache, load }) => {
    const before = await load();
    const html = await htmlOf(before, cache);
    for (const item of readdirSync(cache, { recursive: true, withFileTypes: true }))
      if (item.isFile()) damage(path.join(item.parentPath, item.name));
    const after = await load();
    expect(after.entries).toEqual(before.entries);
    expect(await htmlOf(after, cache)).toEqual(html);
  });
});

test('A build stops at errors, and reports all of them', async () => {
  await withSite(async ({ load, write }) => {
    write('articles/b/en.md', 'No front matter');
    write('articles/a/en.md', translatedText('[b](nowhere.md)'));
    await expect(load()).rejects.toThrow(/nowhere\.md[^]*articles\/b\/en\.md:1:1/);
  });
});

test('A preview has placeholders for entries that can’t be read, with the errors', async () => {
  await withSite(async ({ cache, load, write }) => {
    write('articles/b/en.md', 'No front matter');
    const site = await load('preview');
    const placeholder = site.entries.find(({ id }) => id === 'articles/b/en');
    expect(placeholder?.problems.map(({ rule }) => rule)).toContain('front-matter/missing');
    expect(site.diagnostics).toContain(placeholder?.problems[0]);
    expect((await readBody(cache, placeholder?.content ?? '')).html).toBe('');
  });
});

test('Headings and excerpts have the title of a link by name, as the page shows it, also after the title changes', async () => {
  await withSite(async ({ load, write }) => {
    const shown = ({ entries }: LoadedSite) =>
      entries
        .filter(({ id }) => id === 'articles/a/ko')
        .map(({ outline, description }) => [...outline.map(({ text }) => text), description]);
    const body = '글 [[b]]와 `[[b]]`.\n\n## [[b]]의 끝\n\n## [[b|말]]의 끝\n\n## [[none]] 없음';
    write('articles/a/ko.md', sourceText(body).replace(/^description:.*\n/m, ''));
    expect(shown(await load('preview'))).toEqual([
      ['제목의 끝', '말의 끝', '[[none]] 없음', '글 제목와 [[b]].'],
    ]);
    write('articles/b/en.md', sourceText('Words').replace('제목', '새 제목'));
    expect(shown(await load('preview'))).toEqual([
      ['새 제목의 끝', '말의 끝', '[[none]] 없음', '글 새 제목와 [[b]].'],
    ]);
  });
});
