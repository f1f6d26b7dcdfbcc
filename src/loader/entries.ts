import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkLibrary } from '../check/index.ts';
import { errorsIn, formatReport, type Diagnostic } from '../diagnostics/index.ts';
import { createLibrary, renderText, textDigest, type Library, type Text } from '../library/index.ts';
import { findAddresses, type AddressPlace } from '../markdown/index.ts';
import { entryId, readingMinutes, type Entry } from '../model/index.ts';
import { readContent, todayAt, type ContentFolders, type EntryFile } from '../sources/index.ts';
import { digestCode } from './code-digest.ts';
import { ContentError } from './content-error.ts';
import type { StoredEntry } from './stored.ts';
import { onContentChange } from './watch.ts';

/** What loaders are told when the site's configuration is read. */
export interface LoaderOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** The instant at which the site is built. */
  now: Date;
}

/**
 * Hand every entry of the content folder to Astro's content layer, rendered.
 *
 * An entry is rendered anew when anything its HTML depends on has changed. A build stops at errors, all of them told;
 * in development the entry is kept with its problems, and its page shows them.
 */
export function entriesLoader({ content, now }: LoaderOptions): Loader {
  return {
    name: 'narani-entries',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const publicFolder = fileURLToPath(context.config.publicDir);
      const isStrict = context.watcher === undefined;
      const load = async (): Promise<void> =>
        loadEntries(context, { content, publicFolder, now, root, isStrict });
      await load();
      if (context.watcher !== undefined)
        onContentChange(context.watcher, [content, publicFolder], load, context.logger);
    },
  };
}

interface LoadOptions extends LoaderOptions, ContentFolders {
  isStrict: boolean;
}

async function loadEntries(
  context: LoaderContext,
  { now, isStrict, ...folders }: LoadOptions,
): Promise<void> {
  const { root } = folders;
  const read = await readContent(folders);
  const library = createLibrary(read, todayAt(now, read.site));
  const diagnostics = await checkLibrary(library);
  const code = await digestCode(root);
  const stale = new Set(context.store.keys());
  const found: Diagnostic[] = [];
  const texts = new Set([...read.entries, ...read.unreadable].map(({ file }) => file));
  for (const text of library.texts) {
    const byRules = diagnostics.filter(({ file }) => isAbout(file, text.file.file, texts));
    found.push(...(await storeText(text, byRules, { context, code, root })));
    stale.delete(text.id);
  }
  diagnostics.push(...found);
  if (isStrict && errorsIn(diagnostics).length > 0) throw new ContentError(diagnostics);
  if (!isStrict) {
    if (diagnostics.length > 0) context.logger.warn(`\n${formatReport(diagnostics)}`);
    for (const id of storeUnreadable(library, context, diagnostics)) stale.delete(id);
  }
  for (const id of stale) context.store.delete(id);
}

interface StoreOptions {
  context: LoaderContext;
  code: string;
  root: string;
}

/** Put a text into the store unless it is there as it would be; gives what rendering it found wrong, now or then. */
async function storeText(
  text: Text,
  byRules: readonly Diagnostic[],
  { context: { store }, code, root }: StoreOptions,
): Promise<readonly Diagnostic[]> {
  const { file, id } = text;
  const digest = textDigest(text, code + JSON.stringify(byRules));
  const kept = store.get(id);
  if (kept?.digest === digest) {
    // Set again, so that Astro takes note of its pictures in this run too.
    store.delete(id);
    store.set(kept);
    return (kept.data as unknown as StoredEntry).problems.slice(byRules.length);
  }
  // Rendering uses the tree up.
  const addresses = addressesIn(text);
  const { html, images, blockPaths, needs, diagnostics } = await renderText(text);
  store.set({
    id,
    data: toStored(file.entry, text, {
      downloads: text.downloads.map(({ name, path: own }) => ({
        name,
        file: fromRoot(path.join(path.dirname(file.path), own), root),
      })),
      addresses,
      blockPaths,
      needs,
      problems: [...byRules, ...diagnostics],
    }),
    body: publishedBody(file),
    filePath: fromRoot(file.path, root),
    rendered: { html, metadata: { imagePaths: images } },
    assetImports: images,
    digest,
  });
  return diagnostics;
}

function toStored(
  entry: Entry,
  { id, file: { file }, survey, anchors, alignedWith, translation, revisions, linksTo }: Text,
  found: Pick<StoredEntry, 'downloads' | 'addresses' | 'blockPaths' | 'needs' | 'problems'>,
): Record<string, unknown> {
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
    alignedWith,
    translation,
    revisions,
    file,
    blockLines: survey.blocks.map(({ line }) => line),
    ...found,
  } satisfies StoredEntry;
}

function fromRoot(file: string, root: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** A text without the lines that stand for its front matter. */
function publishedBody({ body }: EntryFile): string {
  return body.trimStart();
}

/** Where in the published text the addresses are, so that it need not be parsed once more to change them. */
function addressesIn({ tree, file }: Text): AddressPlace[] {
  const before = file.body.length - publishedBody(file).length;
  return findAddresses(tree, file.body).map(({ start, end }) => ({
    start: start - before,
    end: end - before,
  }));
}

/** Whether what is told of a file concerns a text: it is the text's own, its folder, or a file beside it that is no text. */
function isAbout(file: string, text: string, texts: ReadonlySet<string>): boolean {
  const folder = path.dirname(text);
  return file === text || file === folder || (path.dirname(file) === folder && !texts.has(file));
}

/** In development, stand in for entries that can't be read, so that their pages can say why. */
function storeUnreadable(
  { content }: Library,
  { store }: LoaderContext,
  diagnostics: readonly Diagnostic[],
): string[] {
  return content.unreadable.map((place) => {
    const { kind, slug, locale, file } = place;
    const id = entryId(place);
    const problems = diagnostics.filter((diagnostic) => diagnostic.file === file);
    // As a translation it leaves the facts of the article to an entry that can be read, if there is one.
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
      downloads: [],
      addresses: [],
      blockPaths: [],
      needs: [],
      alignedWith: {},
      revisions: [],
      file,
      blockLines: [],
      problems,
    };
    store.set({ id, data: { ...data }, rendered: { html: '' } });
    return id;
  });
}
