import path from 'node:path';
import type { Diagnostic } from '../diagnostics/index.ts';
import { listReservedNames } from '../locale/index.ts';
import { foldName, slugPattern, toSlug, type EntryKind } from '../model/index.ts';
import { reportName } from './decode-name.ts';
import { listItems, type ItemList } from './list-files.ts';
import { isMoved } from './moved.ts';

/** The folder of an article or page. */
export interface Folder {
  kind: EntryKind;
  slug: string;
  /** Absolute path. */
  path: string;
  /** Path relative to the root, for messages. */
  name: string;
}

/**
 * Lists the folders of all articles or all pages in order of their names, with diagnostics for names that can't be addresses. If
 * the names of several folders differ only in case or Unicode form, only the first is listed.
 */
export function listFolders(
  parent: string,
  root: string,
  kind: EntryKind,
): { folders: Folder[]; diagnostics: Diagnostic[] } {
  const { items, undecodable } = listIfPresent(parent);
  const visible = items.filter(({ name }) => !name.startsWith('.'));
  const folders = visible
    .filter(({ type }) => type === 'folder')
    .map((item): Folder => {
      const full = path.join(parent, item.name);
      return { kind, slug: item.name.normalize('NFC'), path: full, name: path.relative(root, full) };
    });
  const strayFiles = visible
    .filter(({ type }) => type === 'file')
    .map((item) => strayFile(path.relative(root, path.join(parent, item.name))));
  const groups = [...Map.groupBy(folders, ({ slug }) => foldName(slug)).values()];
  return {
    folders: groups.flatMap((group) => group.slice(0, 1)),
    diagnostics: [
      ...undecodable.map((name) => reportName(name, path.relative(root, parent))),
      ...strayFiles,
      ...folders.flatMap((folder) => checkSlug(folder, folders)),
      ...folders.flatMap(checkReserved),
      ...groups.flatMap(checkTwins),
    ],
  };
}

function listIfPresent(folder: string): ItemList {
  try {
    return listItems(folder);
  } catch (error) {
    if (isMoved(error)) return { items: [], undecodable: [] };
    throw error;
  }
}

function checkTwins([first, ...others]: readonly Folder[]): Diagnostic[] {
  return others.map((other) => ({
    file: other.name,
    line: 1,
    column: 1,
    rule: 'folder/twin',
    severity: 'error',
    what: `The folder name differs from \`${first?.name ?? ''}\` only in letter case or Unicode form`,
    why: 'Both would have the same address, and many file systems can’t hold both.',
    fix: 'Rename one of them, or merge their files into one folder.',
  }));
}

function checkSlug({ slug, name }: Folder, all: readonly Folder[]): Diagnostic[] {
  if (slugPattern.test(slug)) return [];
  const better = toSlug(slug);
  const isTaken = all.some((other) => other.slug === better);
  return [
    {
      file: name,
      line: 1,
      column: 1,
      rule: 'folder/name',
      severity: 'error',
      what: `Unexpected folder name \`${slug}\`, expected lowercase words joined by hyphens`,
      why: 'The folder name becomes the article’s address, which people type and paste.',
      fix: isTaken
        ? `Rename the folder (\`${better}\` is taken), or merge its files into that folder.`
        : `Rename the folder${better === '' ? '' : ` to \`${better}\``}.`,
    },
  ];
}

function checkReserved({ kind, slug, name }: Folder): Diagnostic[] {
  if (kind !== 'page' || !listReservedNames().includes(slug)) return [];
  return [
    {
      file: name,
      line: 1,
      column: 1,
      rule: 'folder/reserved',
      severity: 'error',
      what: `The folder name \`${slug}\` is reserved for a page of the site`,
      why: 'Both would have the same address, and this page would not be published.',
      fix: `Rename the folder. Reserved names: ${listReservedNames().join(', ')}.`,
    },
  ];
}

function strayFile(file: string): Diagnostic {
  const { dir, name, ext } = path.parse(file);
  const folder = path.join(dir, toSlug(name) || 'article');
  return {
    file,
    line: 1,
    column: 1,
    rule: 'folder/stray-file',
    severity: 'warning',
    what: 'This file is not in an article’s folder',
    why: 'It is not published: each article is a folder with one file for each language.',
    fix: /^\.(?:md|markdown|mdx)$/i.test(ext)
      ? `Move it to \`${path.join(folder, 'ko.md')}\`, or to \`en.md\` in that folder if it is in English.`
      : 'Move it into the folder of the article that uses it.',
  };
}
