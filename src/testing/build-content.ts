import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createLibrary, type Library } from '../library/index.ts';
import { readContent, type Content, type ContentFolders } from '../sources/index.ts';
import { createFolder, writeFiles } from '../tools/sites/run.ts';

/** Files of a content folder by relative path: `articles/a/ko.md`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The current day for test content. */
export const today = '2026-06-01';

const settings: Files = {
  'site.yaml': `name: { ko: 시험, en: Test }
description: { ko: 시험 사이트, en: A test site }
author: { name: Test }
origin: https://example.org
base: /kb/
timezone: Asia/Seoul
locales: [ko, en]
`,
  'topics.yaml': `words:
  label: { ko: 낱말, en: Words }
  description: { ko: 말에 관한 글, en: About words }
`,
};

/**
 * Calls `use` with a temporary content folder that has these files, and settings of a small site unless `files` has them.
 *
 * Paths are relative to the content folder. Files in `../public/` are published unchanged.
 */
export async function withContentFolder<T>(
  files: Files,
  use: (folders: ContentFolders) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'narani-content-'));
  try {
    const content = path.join(root, 'content');
    writeFiles(content, fillEmptyImages({ ...settings, ...files }));
    return await use({ content, publicFolder: path.join(root, 'public'), root });
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Creates a folder with these files that is removed after the test. Empty PNG files become images of one pixel. */
export function createContentFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = createFolder('content');
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFiles(folder, fillEmptyImages(files));
  return folder;
}

/** Reads content from a temporary folder with these files. */
export async function buildContent(files: Files): Promise<Content> {
  return withContentFolder(files, readContent);
}

/** Creates the library of content with these files. */
export async function buildLibrary(files: Files): Promise<Library> {
  return createLibrary(await buildContent(files), today);
}

/** Builds the file of a source entry. Its body begins in line 7, plus the lines of additional front matter. */
export function sourceText(body: string, frontMatter = ''): string {
  return `---\ntitle: 제목\ndescription: 한 문장.\ndate: 2026-01-01\n${frontMatter}---\n\n${body}\n`;
}

/** Builds the file of a translation; by default, from Korean. Its body begins in line 7. */
export function translatedText(body: string, from = 'ko'): string {
  return `---\ntitle: Title\ndescription: A sentence.\ntranslates: { from: ${from} }\n---\n\n${body}\n`;
}

/** A PNG image of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/** Replaces empty PNG files with images of one pixel. */
function fillEmptyImages(
  files: Readonly<Record<string, string | Uint8Array>>,
): Record<string, string | Uint8Array> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, name.endsWith('.png') && text === '' ? pixel : text]),
  );
}
