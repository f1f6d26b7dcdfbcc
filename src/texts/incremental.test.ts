import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { ContentFolders } from '../sources/index.ts';
import { sourceText, translatedText, withContentFolder, type Files } from '../testing/build-content.ts';
import { openTexts, readBody, type LoadedSite } from './index.ts';

const files: Files = {
  'articles/a/ko.md': sourceText(
    '## 하나\n\n글 [b](../b/ko.md#둘) [[b]] [[Title|이름]] [옛](../old/)\n\n![점](dot.png)',
  ),
  'articles/a/en.md': translatedText('## One\n\nText'),
  'articles/a/dot.png': '',
  'articles/b/ko.md': sourceText('## 둘\n\n```mermaid\nflowchart LR\n  a --> b\n```'),
  'articles/c/en.md': sourceText('Words, and [a](../a/)'),
};

type Edit = (content: string) => void;

/** A text that a file may have after an edit, malformed ones included. */
const text = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('하나', '둘', '셋'),
      fc.constantFrom('글', '길', '[a](../a/ko.md)', '**굵게', '[[a]] [[Title]] [](/2015/old/)'),
    )
    .map(([heading, words]) =>
      sourceText(`## ${heading}\n\n${words}`, heading === '셋' ? 'aliases: [old, /2015/old/]\n' : ''),
    ),
  fc
    .constantFrom('One', 'Two')
    .map((heading) => translatedText(`## ${heading}\n\nText`).replace('Title', `Title ${heading}`)),
  fc.constantFrom('', 'No front matter', sourceText('글', 'draft: true\n'), '---\ntitle: [\n---\n'),
);

const slug = fc.constantFrom('a', 'b', 'c');
const locale = fc.constantFrom('ko', 'en');

const write = (content: string, file: string, data: string): void => {
  mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
  writeFileSync(path.join(content, file), data);
};

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(slug, locale, text).map(([name, language, data]): Edit => (content) => {
    write(content, `articles/${name}/${language}.md`, data);
  }),
  fc.tuple(slug, locale).map(([name, language]): Edit => (content) => {
    rmSync(path.join(content, `articles/${name}/${language}.md`), { force: true });
  }),
  slug.map((name): Edit => (content) => {
    rmSync(path.join(content, 'articles', name), { recursive: true, force: true });
  }),
  fc.constant<Edit>((content) => {
    write(content, 'articles/b/x', '');
    rmSync(path.join(content, 'articles/d'), { recursive: true, force: true });
    renameSync(path.join(content, 'articles/b'), path.join(content, 'articles/d'));
  }),
  fc
    .constantFrom(
      'version: 1\nanchors: []\n',
      'version: 1\nanchors: [{ id: old, digest: bcdfghjklm }]\n',
      '<<<',
    )
    .map((data): Edit => (content) => {
      write(content, 'articles/a/ko.sync.yaml', data);
    }),
  fc.constantFrom('[ko, en]', '[en, ko]', '[ko]').map((locales): Edit => (content) => {
    write(
      content,
      'site.yaml',
      `name: { ko: 시험 }\ndescription: { ko: 시험 }\nauthor: { name: T }\norigin: https://example.org\ntimezone: UTC\nlocales: ${locales}\n`,
    );
  }),
  fc.boolean().map((exists): Edit => (content) => {
    if (exists) write(content, 'articles/a/dot.png', 'not a picture');
    else rmSync(path.join(content, 'articles/a/dot.png'), { force: true });
  }),
);

/** Returns everything of a site that pages and reports are made from. */
async function contentOf(site: LoadedSite, cache: string) {
  const { settings, entries, diagnostics } = site;
  const bodies = await Promise.all(entries.map(async ({ content }) => readBody(cache, content)));
  return { settings, entries, diagnostics, bodies };
}

/** Opens the texts of a preview with a cache of its own. */
function open(folders: ContentFolders, name: string): { load: () => ReturnType<typeof contentOf> } {
  const cache = path.join(folders.root, 'caches', name);
  const texts = openTexts({ ...folders, cache, now: new Date('2026-06-01'), mode: 'preview' });
  return { load: async () => contentOf(await texts.load(), cache) };
}

afterEach(() => {
  vi.useRealTimers();
});

// Files that have just changed are compared by content, others by their time.
test.each([
  ['just now', 0],
  ['long ago', 60_000],
])(
  'After edits that were made %s, loading again gives the same as loading anew, with and without the cache',
  { timeout: 120_000 },
  async (_, ageMs) => {
    vi.useFakeTimers({ now: Date.now() + ageMs, toFake: ['Date'] });
    const rounds = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rounds, async (edits) =>
        withContentFolder(files, async (folders) => {
          const texts = open(folders, 'kept');
          await texts.load();
          for (const [round, each] of edits.entries()) {
            for (const apply of each) apply(folders.content);
            const again = await texts.load();
            expect(again).toEqual(await open(folders, `new-${round}`).load());
            expect(again).toEqual(await open(folders, 'kept').load());
          }
        }),
      ),
      { numRuns: 8 },
    );
  },
);

test('An entry that no edit concerns is the same object', async () => {
  await withContentFolder(files, async (folders) => {
    const texts = open(folders, 'kept');
    const before = await texts.load();
    write(folders.content, 'articles/c/en.md', sourceText('Other words'));
    const after = await texts.load();
    const kept = after.entries.filter((entry) => before.entries.includes(entry));
    expect(kept.map(({ id }) => id)).toEqual(['articles/a/en', 'articles/a/ko', 'articles/b/ko']);
  });
});
