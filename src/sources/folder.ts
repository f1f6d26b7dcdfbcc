import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crashDiagnostic, suggest, type Diagnostic } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import { createEntry, entryKinds, frontMatterSchema } from '../model/index.ts';
import { readAssets } from './assets.ts';
import type { EntryFile, EntryPlace } from './content.ts';
import { splitFrontMatter } from './front-matter.ts';
import { reportName } from './decode-name.ts';
import type { FolderMemory } from './folder-memory.ts';
import { listFiles, type FileList, type FoundFile } from './list-files.ts';
import { listFolders, type Folder } from './list-folders.ts';
import { readPicture, type PictureReader } from './picture.ts';
import { isMoved } from './moved.ts';
import { orphanRecord, readRecord, validateRecord, type ReadRecord } from './record.ts';
import { decodeText } from './text.ts';
import { recallYaml, type YamlMemory } from './yaml-memory.ts';

/** The texts of one folder, with diagnostics for the malformed ones. */
export interface FolderContent {
  entries: EntryFile[];
  unreadable: EntryPlace[];
  diagnostics: Diagnostic[];
}

/** Results of earlier readings, which make reading faster and don’t change its result. */
export interface ReadingMemories {
  readPicture?: PictureReader | undefined;
  yaml?: YamlMemory | undefined;
}

/** Reads every folder in `articles/` and `pages/`, in order of their names. Takes those that have not changed from memory. */
export async function readFolders(
  directory: string,
  root: string,
  {
    locales,
    memory,
    ...memories
  }: ReadingMemories & {
    locales: readonly Locale[];
    memory: FolderMemory<FolderContent>;
  },
): Promise<FolderContent[]> {
  const read: FolderContent[] = [];
  for (const kind of entryKinds) {
    const { folders, diagnostics } = listFolders(path.join(directory, `${kind}s`), root, kind);
    read.push({ entries: [], unreadable: [], diagnostics });
    for (const folder of folders) {
      const found = listFiles(folder.path);
      const state = { path: folder.path, files: found.files, context: [folder, locales, found.undecodable] };
      read.push(await memory.recall(state, async () => readFolder(folder, found, { locales, ...memories })));
    }
  }
  memory.sweep();
  return read;
}

async function readFolder(
  folder: Folder,
  found: FileList,
  { locales, readPicture: reader = readPicture, yaml }: ReadingMemories & { locales: readonly Locale[] },
): Promise<FolderContent> {
  const files = found.files.filter(({ name }) => !isHidden(name));
  const texts = files.filter(({ name }) => name.endsWith('.md') && !name.includes('/'));
  const recordFiles = files.filter(({ name }) => name.endsWith('.sync.yaml') && !name.includes('/'));
  const others = files.filter((file) => !texts.includes(file) && !recordFiles.includes(file));
  const assets = await readAssets(folder.path, others, reader);
  const content: FolderContent = {
    entries: [],
    unreadable: [],
    diagnostics: [
      ...found.undecodable.map((name) => reportName(name, folder.name)),
      ...checkTwins(files, folder.name),
      ...(texts.length === 0 ? [withoutText(folder, locales)] : []),
    ],
  };
  const records = recordFiles.map(({ name, path: file }) => {
    const locale = name.replace(/\.sync\.yaml$/, '');
    return readRecord({ slug: folder.slug, locale, file: `${folder.name}/${name}`, path: file }, yaml);
  });
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
      const record = records.find((each) => each.locale === locale);
      addEntry(content, place, readEntry(place, yaml), { assets, record });
    }
  }
  const named = texts.map(({ name }) => name.replace(/\.md$/, ''));
  content.diagnostics.push(...records.filter(({ locale }) => !named.includes(locale)).map(orphanRecord));
  return content;
}

/** Reports files whose names differ only in Unicode form: `name` is in NFC, so only one of them could be used. */
function checkTwins(files: readonly FoundFile[], folder: string): Diagnostic[] {
  return files
    .filter(({ name }, index) => files[index - 1]?.name === name)
    .map(({ name }) => ({
      file: `${folder}/${name}`,
      line: 1,
      column: 1,
      rule: 'file/twin',
      severity: 'error',
      what: 'Another file here has the same name in another Unicode form (NFC or NFD)',
      why: 'A link to the name could mean either, and many file systems can’t hold both.',
      fix: 'Rename or delete one of the two; in a file manager, their names look the same.',
    }));
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.'));
}

type ParsedEntry = Pick<EntryFile, 'entry' | 'body' | 'places'> | Diagnostic[];

function addEntry(
  content: FolderContent,
  place: EntryPlace,
  parsed: ParsedEntry,
  { assets, record }: Pick<EntryFile, 'assets'> & { record: ReadRecord | undefined },
): void {
  const entry = Array.isArray(parsed) ? undefined : parsed.entry;
  const validated = record === undefined ? undefined : validateRecord(record, entry);
  content.diagnostics.push(...(validated?.diagnostics ?? []));
  if (Array.isArray(parsed)) {
    content.unreadable.push(place);
    content.diagnostics.push(...parsed);
  } else {
    content.entries.push({
      ...place,
      ...parsed,
      assets,
      sync: validated?.sync,
      syncPlaces: record?.places,
    });
  }
}

/** Reads and parses the file of an entry. Returns diagnostics instead if it is unreadable or malformed. */
function readEntry(place: EntryPlace, yaml: YamlMemory | undefined): ParsedEntry {
  try {
    return parseEntry(place, readFileSync(place.path), yaml);
  } catch (error) {
    if (isMoved(error)) throw error;
    const isOfFile = error instanceof Error && 'code' in error;
    return [isOfFile ? unreadableFile(place, error) : crashDiagnostic(error, place.file)];
  }
}

/** Parses the bytes of an entry's file. Returns diagnostics instead if it is malformed. */
export function parseEntry(place: EntryPlace, bytes: Uint8Array, yaml?: YamlMemory): ParsedEntry {
  const decoded = decodeText(bytes, place.file);
  if ('diagnostic' in decoded) return [decoded.diagnostic];
  const split = splitFrontMatter(decoded.text, place.file);
  if ('rule' in split) return [split];
  const { kind, slug, locale, file } = place;
  const { value, diagnostics, places } = recallYaml(
    split.yaml,
    (data) => frontMatterSchema(kind, data),
    { file, linesBefore: 1, schema: kind },
    yaml,
  );
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

function unreadableFile({ file }: EntryPlace, error: unknown): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'file/unreadable',
    severity: 'error',
    what: `Cannot read this file (${error instanceof Error ? error.message : String(error)})`,
    why: 'The text would be missing from the site.',
    fix: 'Check the permissions of the file, or move it out of the content folder.',
  };
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
