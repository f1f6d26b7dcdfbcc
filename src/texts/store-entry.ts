import { createHash } from 'node:crypto';
import path from 'node:path';
import { cachedFile } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { renderText, textDigest, type Text } from '../library/index.ts';
import { findAddresses, type AddressPlace } from '../markdown/index.ts';
import { entryId, readingMinutes } from '../model/index.ts';
import type { EntryFile, EntryPlace } from '../sources/index.ts';
import { hasBody, writeBody } from './body.ts';
import type { StoredEntry } from './site.ts';
import { stagePictures } from './stage-pictures.ts';

interface StoreOptions {
  /** Absolute path of the build cache. */
  cache: string;
  /** Content hash of the code that renders texts. */
  code: string;
  /** Absolute path of the project. */
  root: string;
}

/** Everything that only rendering finds out about a text. */
type RenderedFacts = Pick<StoredEntry, 'content' | 'addresses' | 'blockPaths' | 'needs'> & {
  diagnostics: readonly Diagnostic[];
};

/**
 * Returns the entry of a text, and the diagnostics of rendering it. A text that was rendered before is taken from the cache.
 *
 * @param checked diagnostics of the check about this text
 */
export async function storeEntry(
  unstaged: Text,
  checked: readonly Diagnostic[],
  options: StoreOptions,
): Promise<{ entry: StoredEntry; diagnostics: readonly Diagnostic[] }> {
  const images = await stagePictures(unstaged, path.join(options.cache, 'pictures'));
  const text = { ...unstaged, images };
  const { diagnostics, ...facts } = await factsOf(text, options);
  const entry = toStored(text, options.root, { ...facts, problems: [...checked, ...diagnostics] });
  return { entry, diagnostics };
}

/** Renders a text unless the cache has what comes of it. */
async function factsOf(text: Text, { cache, code }: StoreOptions): Promise<RenderedFacts> {
  const digest = createHash('sha256')
    .update(`${text.id} ${textDigest(text, code)}`)
    .digest('hex');
  const render = async (): Promise<Uint8Array> => Buffer.from(JSON.stringify(await renderFacts(text, cache)));
  const folder = path.join(cache, 'texts');
  const cached = parseFacts(await cachedFile(folder, digest, render));
  return (await hasBody(cache, cached.content)) ? cached : renderFacts(text, cache);
}

function parseFacts(bytes: Uint8Array): RenderedFacts {
  return JSON.parse(Buffer.from(bytes).toString()) as RenderedFacts;
}

async function renderFacts(text: Text, cache: string): Promise<RenderedFacts> {
  // Must come before `renderText`, which mutates the tree.
  const addresses = addressesIn(text);
  const { html, images, blockPaths, needs, diagnostics } = await renderText(text);
  const content = await writeBody(cache, { html, markdown: publishedBody(text.file), pictures: images });
  return { content, addresses, blockPaths, needs, diagnostics };
}

function toStored(
  { id, file, survey, anchors, ...text }: Text,
  root: string,
  rendered: Pick<StoredEntry, 'content' | 'addresses' | 'blockPaths' | 'needs' | 'problems'>,
): StoredEntry {
  const { linksTo, images, downloads, alignedWith, sign, translation, revisions } = text;
  return {
    ...file.entry,
    id,
    outline: survey.headings.map(({ depth, text: title }, index) => ({
      depth,
      text: title,
      id: anchors[index] ?? '',
    })),
    minutes: readingMinutes(survey.counts),
    linksTo,
    images,
    downloads: downloads.map(({ name, path: own }) => ({
      name,
      file: fromRoot(path.join(path.dirname(file.path), own), root),
    })),
    alignedWith,
    sign,
    translation,
    revisions,
    file: file.file,
    blockLines: survey.blocks.map(({ line }) => line),
    ...rendered,
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

/** Returns a placeholder for an entry whose file can't be read, so that its page can show the errors. */
export async function toPlaceholder(
  { kind, slug, locale, file }: EntryPlace,
  diagnostics: readonly Diagnostic[],
  cache: string,
): Promise<StoredEntry> {
  return {
    kind,
    slug,
    locale,
    // Marked as a translation, so that a readable entry of the article, if there is one, provides its date and topics.
    role: { type: 'translation', from: locale },
    title: file,
    description: file,
    id: entryId({ kind, slug, locale }),
    content: await writeBody(cache, { html: '', markdown: '', pictures: [] }),
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
    problems: diagnostics.filter((diagnostic) => diagnostic.file === file),
  };
}
