import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listReservedNames } from '../../locale/index.ts';
import { parseMarkdown, surveyMarkdown } from '../../markdown/index.ts';
import {
  foldName,
  folderOf,
  parseAlias,
  serializeSync,
  slugPattern,
  toSlug,
  type Site,
  type SyncRecord,
} from '../../model/index.ts';
import type { Content, EntryFile, EntryPlace } from '../../sources/index.ts';
import type { Move, NewFile } from '../write-files.ts';
import { editAliases } from './edit-aliases.ts';
import { editLinks, type Renaming } from './edit-links.ts';
import { splitText } from '../split-text.ts';

/** Everything that a rename writes, and what it reports. */
export interface RenamePlan {
  move: Move;
  files: NewFile[];
  /** The files with changed links, by their names after the rename, and the lines on which the links are. */
  links: readonly { file: string; lines: readonly number[] }[];
  /** The alias that is added, and its file, likewise. */
  alias: { name: string; file: string } | undefined;
}

/** Returns why an article or page can’t have a new name, as messages, or nothing if it can. */
export function explainName(
  { kind, from, to }: Renaming,
  content: Content,
  names: readonly string[],
): string | undefined {
  if (to === from) return `The folder is named \`${to}\` already`;
  if (!slugPattern.test(to)) {
    const better = toSlug(to);
    return `The name \`${to}\` can’t be an address: it must be lowercase words joined by hyphens${better === '' ? '' : `, such as \`${better}\``}`;
  }
  const taken = names.find((name) => name !== from && foldName(name) === foldName(to));
  if (taken !== undefined)
    return `The name \`${to}\` is in use: ${path.join(`${kind}s`, taken)} exists. Choose another one, or rename that first`;
  if (kind === 'page' && listReservedNames().includes(to))
    return `The name \`${to}\` is reserved for a page of the site. Reserved names: ${listReservedNames().join(', ')}`;
  const claim =
    claimedBy(to, { kind, from, to }, content.entries) ??
    claimedBy(from, { kind, from, to }, content.entries);
  if (claim !== undefined)
    return `\`${claim.alias}\` is an alias in ${claim.file}. Remove it there first: one address can lead to one page only`;
  return undefined;
}

/** Returns the other text of the same kind that has a slug as an alias. */
function claimedBy(slug: string, { kind, from }: Renaming, entries: readonly EntryFile[]) {
  for (const { entry, file } of entries) {
    if (entry.kind !== kind || entry.slug === from || entry.role.type !== 'source') continue;
    const alias = entry.role.aliases?.find((each) => isSlugAlias(each, slug));
    if (alias !== undefined) return { alias, file };
  }
  return undefined;
}

function isSlugAlias(alias: string, slug: string): boolean {
  const parsed = parseAlias(alias);
  return parsed?.type === 'slug' && foldName(parsed.slug) === foldName(slug);
}

/** Plans a rename, without writing anything. `folder` is the folder of the texts, as spelled on disk. */
export async function planRename(
  renaming: Renaming,
  { content, source, folder }: { content: Content; source: EntryFile; folder: string },
): Promise<RenamePlan> {
  const { from, to } = renaming;
  // Addresses that differ only in case are the same on some hosts.
  const alias = foldName(from) === foldName(to) ? undefined : from;
  const moved = path.join(path.dirname(folder), to);
  const toMoved = (file: string): string =>
    isIn(folder, file) ? path.join(moved, path.relative(folder, file)) : file;
  const files: NewFile[] = [];
  const links: { file: string; lines: readonly number[] }[] = [];
  const digests = new Map<EntryFile, ReadonlyMap<string, string>>();
  const texts: (EntryPlace | EntryFile)[] = [...content.entries, ...content.unreadable];
  for (const place of texts) {
    const current = await readFile(place.path);
    const text = decode(current);
    if (text === undefined) continue;
    const { lines, text: linked } = editLinks(text, place, renaming, content.site);
    if (lines.length > 0) links.push({ file: toNewName(place, renaming), lines });
    if ('entry' in place && linked !== text) digests.set(place, compareDigests(text, linked));
    const edited =
      place === source
        ? editAliases(linked, { add: alias, isDropped: (alias) => leadsTo(alias, renaming, content.site) })
        : linked;
    if (edited !== text) files.push({ path: toMoved(place.path), text: edited, current });
  }
  for (const entry of content.entries) files.push(...(await planSync(entry, digests, content, toMoved)));
  return {
    move: { from: folder, to: moved },
    files,
    links,
    alias: alias === undefined ? undefined : { name: alias, file: toNewName(source, renaming) },
  };
}

/** Returns the name of a file in messages, as it is after the rename. */
function toNewName(place: EntryPlace, { kind, from, to }: Renaming): string {
  const isMoved = place.kind === kind && place.slug === from;
  return isMoved ? place.file.replace(/[^/\\]+(?=[/\\][^/\\]+$)/, to) : place.file;
}

/** Returns whether an alias is the address that the article gets, so that it is no longer a former one. */
function leadsTo(alias: string, { kind, to }: Renaming, { locales }: Pick<Site, 'locales'>): boolean {
  const parsed = parseAlias(alias);
  if (parsed?.type !== 'address') return isSlugAlias(alias, to);
  const path = foldName(parsed.path.replace(/\/$/, ''));
  return locales.some(
    (locale) => path === (kind === 'article' ? `${locale}/articles/${to}` : `${locale}/${to}`),
  );
}

/** Maps the digests of the blocks of a text to those of the same text with other links. */
function compareDigests(before: string, after: string): Map<string, string> {
  const [old = [], current = []] = [before, after].map((text) => digestsOf(text));
  return new Map(old.map((digest, index) => [digest, current[index] ?? digest]));
}

function digestsOf(text: string): string[] {
  const normalized = splitText(text).body.replace(/\r\n?/g, '\n').normalize('NFC');
  return surveyMarkdown(parseMarkdown(normalized)).blocks.map(({ digest }) => digest);
}

/**
 * Plans the sync file beside a text: blocks whose links have changed have other digests, and a rename must not make a translation
 * outdated.
 */
async function planSync(
  entry: EntryFile,
  digests: ReadonlyMap<EntryFile, ReadonlyMap<string, string>>,
  { entries }: Content,
  toMoved: (file: string) => string,
): Promise<NewFile[]> {
  const { sync } = entry;
  if (sync === undefined) return [];
  const source = entries.find((other) => folderOf(other) === folderOf(entry) && other.locale === sync.from);
  const own = digests.get(entry);
  const ofSource = source && digests.get(source);
  if (own === undefined && ofSource === undefined) return [];
  const replaced = replaceDigests(sync, own, ofSource);
  if (JSON.stringify(replaced) === JSON.stringify(sync)) return [];
  const file = path.join(path.dirname(entry.path), `${entry.locale}.sync.yaml`);
  return [{ path: toMoved(file), text: serializeSync(replaced), current: await readFile(file) }];
}

function replaceDigests(
  { segments, anchors, ...record }: SyncRecord,
  own: ReadonlyMap<string, string> = new Map(),
  ofSource: ReadonlyMap<string, string> = new Map(),
): SyncRecord {
  const replace = (digests: ReadonlyMap<string, string>) => (digest: string) => digests.get(digest) ?? digest;
  return {
    ...record,
    segments: segments.map(({ source, renders }) => ({
      source: source.map(replace(ofSource)),
      renders: renders.map(replace(own)),
    })),
    anchors: anchors.map(({ id, digest }) => ({ id, digest: replace(own)(digest) })),
  };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The check reports the file. Links in it keep working by the alias.
    return undefined;
  }
}

function isIn(folder: string, file: string): boolean {
  return file.startsWith(folder + path.sep);
}
