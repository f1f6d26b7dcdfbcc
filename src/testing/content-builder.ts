import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLibrary, type Library } from '../library/index.ts';
import { readContent, type Content, type ContentFolders } from '../sources/index.ts';
import { drawPictures } from './pictures.ts';
import { writeFiles } from '../tools/sites/run.ts';

/** Files of a content folder, by their path in it: `articles/a/ko.md`. */
export type Files = Readonly<Record<string, string>>;

/** The day on which test content is looked at. */
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
 * Do something with a content folder that has these files; settings of a small site are there unless they are given.
 *
 * Their paths are from that folder; those below `../public/` are published as they are.
 */
export async function withContentFolder<T>(
  files: Files,
  use: (folders: ContentFolders) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'narani-content-'));
  try {
    const content = path.join(root, 'content');
    writeFiles(content, drawPictures({ ...settings, ...files }));
    return await use({ content, publicFolder: path.join(root, 'public'), root });
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Content as it is read from a folder with these files. */
export async function buildContent(files: Files): Promise<Content> {
  return withContentFolder(files, readContent);
}

/** The library of content with these files. */
export async function buildLibrary(files: Files): Promise<Library> {
  return createLibrary(await buildContent(files), today);
}

/** The file of an entry written first. Its text begins in line 7, if front matter adds no lines. */
export function sourceText(body: string, frontMatter = ''): string {
  return `---\ntitle: 제목\ndescription: 한 문장.\ndate: 2026-01-01\n${frontMatter}---\n\n${body}\n`;
}

/** The file of a translation, from Korean if nothing else is said. Its text begins in line 7. */
export function translatedText(body: string, from = 'ko'): string {
  return `---\ntitle: Title\ndescription: A sentence.\ntranslates: { from: ${from} }\n---\n\n${body}\n`;
}
