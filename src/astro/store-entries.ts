import { createHash } from 'node:crypto';
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { cachedFile } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { renderText, textDigest, type Text } from '../library/index.ts';
import { findAddresses, type AddressPlace } from '../markdown/index.ts';
import { entryId, readingMinutes, type Entry } from '../model/index.ts';
import type { Content, EntryFile } from '../sources/index.ts';
import { stagePictures } from './stage-pictures.ts';
import { pack, unpack, type Packed, type StoredEntry } from './stored.ts';

type Store = LoaderContext['store'];
type DataEntry = Parameters<Store['set']>[0];

interface StoreOptions {
  store: Store;
  /** Cache folder of rendered texts. */
  cache: string;
  /** Content hash of the code that renders texts. */
  code: string;
  /** Absolute path of the project. */
  root: string;
  /** Absolute path of the folder from which Astro reads pictures. */
  pictures: string;
}

/** A rendered text, for the store. */
export interface RenderedText {
  entry: DataEntry;
  /** Diagnostics of rendering. */
  diagnostics: readonly Diagnostic[];
}

/**
 * Renders a text for the store. A text with the same digest is taken from the store, or from the cache.
 *
 * @param checked diagnostics of the check about this text
 */
export async function renderForStore(
  unstaged: Text,
  checked: readonly Diagnostic[],
  { store, cache, code, root, pictures }: StoreOptions,
): Promise<RenderedText> {
  const text = { ...unstaged, images: await stagePictures(unstaged, pictures) };
  const { id } = text;
  const digest = textDigest(text, code + JSON.stringify(checked));
  let entry: DataEntry | undefined = store.get(id);
  if (entry?.digest !== digest) {
    const key = createHash('sha256').update(`${id} ${digest}`).digest('hex');
    const bytes = await cachedFile(cache, key, async () =>
      Buffer.from(JSON.stringify({ ...(await renderEntry(text, checked, root)), digest })),
    );
    entry = JSON.parse(Buffer.from(bytes).toString()) as DataEntry;
  }
  const { problems } = unpack(entry.data as Packed<StoredEntry>);
  return { entry, diagnostics: problems.slice(checked.length) };
}

/**
 * Makes these the only entries of the store. It is synchronous: Astro writes the whole store to disk each time that it has not changed
 * for half a second.
 */
export function replaceEntries(store: Store, entries: readonly DataEntry[]): void {
  const unused = new Set(store.keys());
  for (const entry of entries) {
    // Storing an entry again registers its pictures with Astro for this run.
    store.delete(entry.id);
    store.set(entry);
    unused.delete(entry.id);
  }
  for (const id of unused) store.delete(id);
}

async function renderEntry(text: Text, checked: readonly Diagnostic[], root: string): Promise<DataEntry> {
  const { file, id } = text;
  // Must come before `renderText`, which mutates the tree.
  const addresses = addressesIn(text);
  const { html, images, blockPaths, needs, diagnostics } = await renderText(text);
  return {
    id,
    data: pack(
      toStored(file.entry, text, {
        downloads: text.downloads.map(({ name, path: own }) => ({
          name,
          file: fromRoot(path.join(path.dirname(file.path), own), root),
        })),
        addresses,
        blockPaths,
        needs,
        problems: [...checked, ...diagnostics],
      }),
    ),
    body: publishedBody(file),
    filePath: fromRoot(file.path, root),
    rendered: { html, metadata: { imagePaths: images } },
    assetImports: images,
  };
}

function toStored(
  entry: Entry,
  { id, file: { file }, survey, anchors, alignedWith, sign, translation, revisions, linksTo, images }: Text,
  rest: Pick<StoredEntry, 'downloads' | 'addresses' | 'blockPaths' | 'needs' | 'problems'>,
): StoredEntry {
  const outline = survey.headings.map(({ depth, text }, index) => ({
    depth,
    text,
    id: anchors[index] ?? '',
  }));
  const minutes = readingMinutes(survey.counts);
  return {
    ...entry,
    id,
    outline,
    minutes,
    linksTo,
    images,
    alignedWith,
    sign,
    translation,
    revisions,
    file,
    blockLines: survey.blocks.map(({ line }) => line),
    ...rest,
  };
}

function fromRoot(file: string, root: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** Returns the Markdown without the blank lines that replace its front matter. */
function publishedBody({ body }: EntryFile): string {
  return body.trimStart();
}

/** Returns the places of all addresses in the published Markdown, so that its route can rewrite them without parsing it again. */
function addressesIn({ tree, file }: Text): AddressPlace[] {
  const removed = file.body.length - publishedBody(file).length;
  return findAddresses(tree, file.body).map(({ start, end }) => ({
    start: start - removed,
    end: end - removed,
  }));
}

/**
 * Returns the diagnostics about a text: those of its file, of its folder, and of other files in the folder that are not texts.
 *
 * @param texts files of all texts, readable or not
 */
export function diagnosticsOf(
  text: Text,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlySet<string>,
): Diagnostic[] {
  const own = text.file.file;
  const folder = path.dirname(own);
  return diagnostics.filter(
    ({ file }) => file === own || file === folder || (path.dirname(file) === folder && !texts.has(file)),
  );
}

/** Returns placeholders for entries whose file cannot be read, so that their pages can show the errors. */
export function toPlaceholders(
  unreadable: Content['unreadable'],
  diagnostics: readonly Diagnostic[],
): DataEntry[] {
  return unreadable.map((place) => {
    const { kind, slug, locale, file } = place;
    const id = entryId(place);
    const problems = diagnostics.filter((diagnostic) => diagnostic.file === file);
    // Marked as a translation, so that a readable entry of the article, if there is one, provides its date and topics.
    const role = { type: 'translation', from: locale } as const;
    const data: StoredEntry = {
      kind,
      slug,
      locale,
      role,
      title: file,
      description: file,
      id,
      outline: [],
      minutes: 1,
      linksTo: [],
      images: {},
      downloads: [],
      addresses: [],
      blockPaths: [],
      needs: [],
      alignedWith: {},
      sign: '',
      revisions: [],
      file,
      blockLines: [],
      problems,
    };
    return { id, data: pack(data), rendered: { html: '' } };
  });
}
