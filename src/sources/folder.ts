import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { suggest, type Diagnostic } from '../diagnostics/index.ts';
import { listReservedNames, type Locale } from '../locale/index.ts';
import {
  createEntry,
  entryKinds,
  foldName,
  frontMatterSchema,
  slugPattern,
  type EntryKind,
} from '../model/index.ts';
import type { Asset, EntryFile, EntryPlace } from './content.ts';
import { listFiles, type FoundFile } from './list-files.ts';
import { findPictureFault } from './picture.ts';
import { orphanRecord, readRecord, validateRecord, type ReadRecord } from './record.ts';
import { splitFrontMatter } from './front-matter.ts';
import { decodeText } from './text.ts';
import { parseYaml } from './yaml.ts';

/** What one folder of content holds, and what is wrong with it. */
export interface FolderContent {
  entries: EntryFile[];
  unreadable: EntryPlace[];
  diagnostics: Diagnostic[];
}

interface Folder {
  kind: EntryKind;
  slug: string;
  /** Absolute path. */
  path: string;
  /** As its owner knows it. */
  name: string;
}

/** Read every folder of `articles/` and `pages/`, in order of their names. */
export async function readFolders(
  directory: string,
  root: string,
  locales: readonly Locale[],
): Promise<FolderContent[]> {
  const read: FolderContent[] = [];
  for (const kind of entryKinds) {
    const { folders, diagnostics } = await listFolders(path.join(directory, `${kind}s`), root, kind);
    read.push({ entries: [], unreadable: [], diagnostics });
    for (const folder of folders) read.push(await readFolder(folder, locales));
  }
  return read;
}

async function listFolders(parent: string, root: string, kind: EntryKind) {
  const items = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const visible = items
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const folders = visible
    .filter((item) => item.isDirectory())
    .map((item): Folder => {
      const full = path.join(parent, item.name);
      return { kind, slug: item.name.normalize('NFC'), path: full, name: path.relative(root, full) };
    });
  const strays = visible
    .filter((item) => item.isFile())
    .map((item) => strayFile(path.relative(root, path.join(parent, item.name))));
  return {
    folders: withoutTwins(folders),
    diagnostics: [
      ...strays,
      ...folders.flatMap(checkSlug),
      ...folders.flatMap(checkReserved),
      ...findTwins(folders),
    ],
  };
}

function withoutTwins(folders: readonly Folder[]): Folder[] {
  return [...Map.groupBy(folders, ({ slug }) => foldName(slug)).values()].flatMap((twins) =>
    twins.slice(0, 1),
  );
}

function findTwins(folders: readonly Folder[]): Diagnostic[] {
  const groups = [...Map.groupBy(folders, ({ slug }) => foldName(slug)).values()];
  return groups.flatMap(([first, ...others]) =>
    others.map((other) => ({
      file: other.name,
      line: 1,
      column: 1,
      rule: 'folder/twin',
      severity: 'error',
      what: `The folder name differs from \`${first?.name ?? ''}\` only in letter case or Unicode form`,
      why: 'Both would have the same address, and many file systems can’t hold both.',
      fix: 'Rename one of them, or merge their files into one folder.',
    })),
  );
}

function checkSlug({ slug, name }: Folder): Diagnostic[] {
  if (slugPattern.test(slug)) return [];
  const better = new GithubSlugger().slug(slug).replace(/[-_]+/g, '-').replace(/^-|-$/g, '');
  return [
    {
      file: name,
      line: 1,
      column: 1,
      rule: 'folder/name',
      severity: 'error',
      what: `Unexpected folder name \`${slug}\`, expected lowercase words joined by hyphens`,
      why: 'The folder name becomes the article’s address, which people type and paste.',
      fix: better === '' ? 'Rename the folder.' : `Rename the folder to \`${better}\`.`,
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
  return {
    file,
    line: 1,
    column: 1,
    rule: 'folder/stray-file',
    severity: 'warning',
    what: 'This file is not in an article’s folder',
    why: 'It is not published: each article is a folder with one file for each language.',
    fix: 'Create a folder for the article and move the file there as `ko.md` or `en.md`.',
  };
}

async function readFolder(folder: Folder, locales: readonly Locale[]): Promise<FolderContent> {
  const files = await listVisible(folder.path);
  const texts = files.filter(({ name }) => name.endsWith('.md') && !name.includes('/'));
  const records = files.filter(({ name }) => name.endsWith('.sync.yaml') && !name.includes('/'));
  const others = files.filter((file) => !texts.includes(file) && !records.includes(file));
  const assets = new Map<string, Asset>();
  for (const { name, path: file } of others) {
    const own = path.relative(folder.path, file).split(path.sep).join('/');
    const { size: bytes } = await stat(file);
    assets.set(name, { path: own, bytes, ...(await findPictureFault(file)) });
  }
  const content: FolderContent = {
    entries: [],
    unreadable: [],
    diagnostics: texts.length === 0 ? [withoutText(folder, locales)] : [],
  };
  const read = await Promise.all(
    records.map(({ name, path: file }) => {
      const locale = name.replace(/\.sync\.yaml$/, '');
      return readRecord({ slug: folder.slug, locale, file: `${folder.name}/${name}`, path: file });
    }),
  );
  for (const { name, path: file } of texts) {
    const locale = name.replace(/\.md$/, '');
    const place: EntryPlace = {
      kind: folder.kind,
      slug: folder.slug,
      locale,
      file: `${folder.name}/${name}`,
      path: file,
    };
    if (!locales.includes(locale)) content.diagnostics.push(unknownLocale(place, locales));
    else {
      const record = read.find((each) => each.locale === locale);
      addEntry(content, place, parseEntry(place, await readFile(file)), { assets, record });
    }
  }
  const named = texts.map(({ name }) => name.replace(/\.md$/, ''));
  content.diagnostics.push(...read.filter(({ locale }) => !named.includes(locale)).map(orphanRecord));
  return content;
}

type ReadEntry = Pick<EntryFile, 'entry' | 'body' | 'places'> | Diagnostic[];

function addEntry(
  content: FolderContent,
  place: EntryPlace,
  read: ReadEntry,
  { assets, record }: Pick<EntryFile, 'assets'> & { record: ReadRecord | undefined },
): void {
  const entry = Array.isArray(read) ? undefined : read.entry;
  const settled = record === undefined ? undefined : validateRecord(record, entry);
  content.diagnostics.push(...(settled?.diagnostics ?? []));
  if (Array.isArray(read)) {
    content.unreadable.push(place);
    content.diagnostics.push(...read);
  } else {
    content.entries.push({
      ...place,
      ...read,
      assets,
      sync: settled?.sync,
      syncPlaces: record?.places,
    });
  }
}

/** What the bytes of an entry's file say, or everything wrong with them. */
export function parseEntry(place: EntryPlace, bytes: Uint8Array): ReadEntry {
  const decoded = decodeText(bytes, place.file);
  if ('diagnostic' in decoded) return [decoded.diagnostic];
  const split = splitFrontMatter(decoded.text, place.file);
  if ('rule' in split) return [split];
  const { kind, slug, locale, file } = place;
  const { value, diagnostics, places } = parseYaml(split.yaml, (data) => frontMatterSchema(kind, data), {
    file,
    linesBefore: 1,
  });
  if (value === undefined) return diagnostics;
  return { entry: createEntry({ kind, slug, locale }, value), body: split.body, places };
}

function withoutText({ name }: Folder, locales: readonly Locale[]): Diagnostic {
  return {
    file: name,
    line: 1,
    column: 1,
    rule: 'folder/without-text',
    severity: 'warning',
    what: 'The folder contains no article text',
    why: 'Nothing in it is published.',
    fix: `Add ${fileNames(locales).join(' or ')} to it, or delete it.`,
  };
}

/** The files below a folder, those apart that are hidden. */
async function listVisible(directory: string): Promise<FoundFile[]> {
  const files = await listFiles(directory);
  return files.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')));
}

function unknownLocale({ file, locale }: EntryPlace, locales: readonly Locale[]): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'folder/unknown-locale',
    severity: 'error',
    what: `Unknown language \`${locale}\` in the file name${suggest(locale, locales)}`,
    why: 'The file name states the language of the text, and the site has no such language.',
    fix: `Rename the file, or add \`${locale}\` to \`locales\` in site.yaml. File names that are read here: ${fileNames(locales).join(', ')}.`,
  };
}

function fileNames(locales: readonly Locale[]): string[] {
  return locales.map((locale) => `${locale}.md`);
}
