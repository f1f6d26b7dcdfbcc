import { describe, expect, test } from 'vitest';
import { buildContent, sourceText, today, translatedText } from '../testing/build-content.ts';
import { headlines } from '../testing/builders.ts';
import type { EntryFile } from '../sources/index.ts';
import { createLibrary, lintText, renderText, type Library } from './index.ts';

const files = {
  'articles/a/ko.md': sourceText('## 하나\n\n글'),
  'articles/a/en.md': translatedText('## One\n\nText'),
  'articles/b/en.md': sourceText('[a](../a/en.md)'),
};

/** Builds the library of the files after one entry has been changed, so that reading it throws. */
async function buildWith(id: string, change: (file: EntryFile) => EntryFile): Promise<Library> {
  const content = await buildContent(files);
  const entries = content.entries.map((file) =>
    `${file.kind}s/${file.slug}/${file.locale}` === id ? change(file) : file,
  );
  return createLibrary({ ...content, entries }, today);
}

/** Returns the file with a property that throws when it is read. */
function withThrowing(file: EntryFile, property: keyof EntryFile, error: unknown): EntryFile {
  return Object.defineProperty({ ...file }, property, {
    get(): never {
      throw error;
    },
  });
}

describe('An exception while a text is processed becomes a diagnostic of that text', () => {
  test('while it is parsed: its article and the others are still there', async () => {
    const library = await buildWith('articles/a/en', (file) => withThrowing(file, 'body', new Error('Oh')));
    expect(headlines(library.content.diagnostics)).toEqual([
      'content/articles/a/en.md:1:1: error: Narani failed to process this file: Oh  text/crash',
    ]);
    expect(library.texts.map(({ id }) => id)).toEqual(['articles/a/ko', 'articles/b/en']);
    expect(library.content.unreadable.map(({ file }) => file)).toEqual(['content/articles/a/en.md']);
    expect(library.articles.map(({ slug }) => slug).sort()).toEqual(['a', 'b']);
  });

  test('while its languages are compared: both are left out, and the error is reported once', async () => {
    const library = await buildWith('articles/a/en', (file) => withThrowing(file, 'sync', new Error('Oh')));
    expect(headlines(library.content.diagnostics)).toEqual([
      'content/articles/a/en.md:1:1: error: Narani failed to process this file: Oh  text/crash',
    ]);
    expect(library.texts.map(({ id }) => id)).toEqual(['articles/b/en']);
  });

  test('while it is rendered or linted', async () => {
    const library = await buildWith('articles/b/en', (file) => file);
    const text = library.texts.find(({ id }) => id === 'articles/b/en');
    const failing = Object.defineProperty({ ...text }, 'targets', {
      get(): never {
        throw Object.assign(new RangeError('Maximum call stack size exceeded'), { line: 7, column: 3 });
      },
    }) as NonNullable<typeof text>;
    const expected = [
      'content/articles/b/en.md:7:3: error: Narani failed to process this file: it is nested too deeply  text/crash',
    ];
    const { html, diagnostics } = await renderText(failing);
    expect(html).toBe('');
    expect(headlines(diagnostics)).toEqual(expected);
    expect(headlines(await lintText(failing))).toEqual(expected);
  });
});
