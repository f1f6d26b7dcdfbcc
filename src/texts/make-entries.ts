import path from 'node:path';
import type { Diagnostic } from '../diagnostics/index.ts';
import {
  isPlanned,
  isPublic,
  textDigest,
  type Library,
  type Text,
  type TextImages,
} from '../library/index.ts';
import { readingMinutes } from '../model/index.ts';
import type { EntryFile, EntryPlace } from '../sources/index.ts';
import { blankEntry } from './blank-entry.ts';
import { hasBody, writeBody } from './body.ts';
import type { TextCaches } from './caches.ts';
import { excerpt } from './excerpt.ts';
import { keepFinished } from './derive-library.ts';
import { createDiagnosticFinder } from './diagnostics-of.ts';
import { saveHighlights } from './highlights.ts';
import type { StoredEntry, StoredPicture } from './site.ts';
import { withTasks } from './task-pool.ts';
import { publishedBody, type RenderedFacts } from './tasks.ts';

/** The entries of the texts of a library, and the diagnostics of rendering them. */
interface MadeEntries {
  entries: StoredEntry[];
  diagnostics: Diagnostic[];
}

/** Makes the entries of a library, of which `checked` are the diagnostics. Renders what the caches lack. */
export type EntryMaker = (
  library: Library,
  checked: readonly Diagnostic[],
  scope?: { isPart?: boolean },
) => Promise<MadeEntries>;

/** A text, and the digest of what rendering it depends on. */
interface DigestedText {
  text: Text;
  digest: string;
}

/** Returns a function that makes entries by means of caches. */
export function createEntryMaker(
  caches: TextCaches,
  { root, verifiesBodies }: { root: string; verifiesBodies: boolean },
): EntryMaker {
  const digested = new WeakMap<Text, DigestedText>();
  const digestOnce = (text: Text): DigestedText => {
    const made = digested.get(text) ?? { text, digest: textDigest(text, caches.code) };
    digested.set(text, made);
    return made;
  };
  /** Digests whose body is in the cache. */
  const verified = new Set<string>();
  const entryOf = createEntryKeeper(root);
  return async ({ texts, content }, checked, { isPart = false } = {}) => {
    const ready = texts.map(digestOnce);
    await renderMissing(ready, caches, verifiesBodies ? verified : undefined);
    const findDiagnostics = createDiagnosticFinder(checked, [...content.entries, ...content.unreadable]);
    const made: MadeEntries = { entries: [], diagnostics: [] };
    const code = new Set<string>();
    for (const { text, digest } of ready) {
      const facts = caches.rendered.get(digest);
      if (facts === undefined) throw new Error(`${text.file.file} has not been rendered`);
      made.diagnostics.push(...facts.diagnostics);
      for (const key of facts.code) code.add(key);
      made.entries.push(entryOf(text, facts, [...findDiagnostics(text.file.file), ...facts.diagnostics]));
    }
    if (isPart) return made;
    await caches.rendered.save(ready.map(({ digest }) => digest));
    await saveHighlights(caches.cache, code);
    return made;
  };
}

/**
 * Renders the texts whose facts or body the cache lacks.
 *
 * @param verified digests of texts whose body is known to be in the cache; `undefined` if bodies are not verified
 */
async function renderMissing(
  texts: readonly DigestedText[],
  caches: TextCaches,
  verified: Set<string> | undefined,
): Promise<void> {
  const { rendered, cache, code } = caches;
  const missing: DigestedText[] = [];
  for (const each of texts) {
    const facts = rendered.get(each.digest);
    const isKept =
      facts !== undefined && (verified?.has(each.digest) !== false || (await hasBody(cache, facts.content)));
    if (isKept) verified?.add(each.digest);
    else missing.push(each);
  }
  if (missing.length === 0) return;
  await withTasks(missing.length, async (pool) =>
    Promise.all(
      missing.map(async ({ text }) => {
        const finished = await pool.run('finishText', text, { finish: 'render', cache, code });
        await keepFinished(finished, caches);
        verified?.add(finished.digest);
      }),
    ),
  );
}

/** Returns a function that converts texts to entries, and that returns the same entry for the same text and problems. */
function createEntryKeeper(root: string) {
  const kept = new WeakMap<Text, { problems: string; facts: RenderedFacts; entry: StoredEntry }>();
  return (text: Text, facts: RenderedFacts, problems: readonly Diagnostic[]): StoredEntry => {
    const written = JSON.stringify(problems);
    const before = kept.get(text);
    if (before?.problems === written && before.facts === facts) return before.entry;
    const entry = toStored(text, facts, { problems, root });
    kept.set(text, { problems: written, facts, entry });
    return entry;
  };
}

/**
 * Returns the entry of a text.
 *
 * @param problems diagnostics about this text
 * @param root absolute path of the project
 */
function toStored(
  { id, file, survey, anchors, ...text }: Text,
  { content, blockPaths, needs }: RenderedFacts,
  { problems, root }: { problems: readonly Diagnostic[]; root: string },
): StoredEntry {
  const { linksTo, mentions, named, images, downloads, alignedWith, sign, translation, revisions } = text;
  const removed = file.body.length - publishedBody(file).length;
  const { description } = file.entry;
  return {
    ...file.entry,
    id,
    description:
      description === ''
        ? excerpt(
            survey.blocks.map((block) => ({ ...block, text: withTitles(block, named) })),
            file.locale,
          )
        : description,
    isExcerpt: description === '',
    isPublic: isPublic({ file, survey }),
    content,
    outline: survey.headings.map((heading, index) => ({
      depth: heading.depth,
      text: withTitles(heading, named),
      id: anchors[index] ?? '',
    })),
    minutes: readingMinutes(survey.counts),
    linksTo,
    mentions,
    named,
    images: Object.fromEntries(Object.entries(images).map(([url, { src }]) => [url, src])),
    pictures: listPictures(images, path.dirname(file.path), root),
    downloads: downloads.map(({ name, path: own }) => ({
      name,
      file: fromRoot(path.join(path.dirname(file.path), own), root),
    })),
    addresses: survey.addresses.map(({ start, end }) => ({ start: start - removed, end: end - removed })),
    blockPaths,
    needs,
    alignedWith,
    sign,
    translation,
    revisions,
    file: file.file,
    blockLines: survey.blocks.map(({ line }) => line),
    problems,
  };
}

/** Returns the text of a block as its page shows it: links by name without words have the title of their target. */
function withTitles(
  { text, label }: { text: string; label?: string | undefined },
  named: Text['named'],
): string {
  if (label === undefined) return text;
  return label.replace(
    /\0([^\0]*)\0/g,
    (_, written: string) => (Object.hasOwn(named, written) ? named[written]?.title : undefined) ?? written,
  );
}

/** Returns the pictures beside a text that it shows, without duplicates. */
function listPictures(images: TextImages, folder: string, root: string): StoredPicture[] {
  const planned = Object.values(images).filter(isPlanned);
  const byAddress = new Map(planned.map((picture) => [picture.src, picture]));
  return [...byAddress.values()].map(({ path: own, ...picture }) => ({
    ...picture,
    file: fromRoot(path.join(folder, own), root),
  }));
}

function fromRoot(file: string, root: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** Key of the body of an entry that has not been rendered yet. There is none with it. */
const pendingBody = 'pending';

/** Returns a placeholder for an entry that has not been surveyed yet, so that lists of articles have its title. */
export function toPending({ entry, file }: EntryFile): StoredEntry {
  return blankEntry(entry, { content: pendingBody, file });
}

/** Returns a placeholder for an entry whose file can't be read, so that its page can show the errors. */
export async function toPlaceholder(
  { kind, slug, locale, file }: EntryPlace,
  diagnostics: readonly Diagnostic[],
  cache: string,
): Promise<StoredEntry> {
  // Marked as a translation, so that a readable entry of the article, if there is one, provides its date and topics.
  const role = { type: 'translation', from: locale, draft: false } as const;
  return blankEntry(
    { kind, slug, locale, role, title: file, description: file },
    {
      content: await writeBody(cache, { html: '', markdown: '' }),
      file,
      problems: diagnostics.filter((diagnostic) => diagnostic.file === file),
    },
  );
}
