import path from 'node:path';
import { createHash } from 'node:crypto';
import { cachedFile, readCached } from '../cache/index.ts';

/** The body of an entry, rendered and as written. */
export interface Body {
  html: string;
  /** The published Markdown: without front matter. */
  markdown: string;
}

/** The cache lacks a body, or it is damaged. Texts that are loaded with verified bodies have them all. */
class LostBody extends Error {
  override name = 'LostBody';
}

/** Returns whether an error says that the cache lacks a body, in this thread or another. */
export function isLostBody(error: unknown): boolean {
  return error instanceof Error && error.name === 'LostBody';
}

/** Returns the body of an entry from the cache. Works in any thread. Throws an error if it is not there, see {@link isLostBody}. */
export async function readBody(cache: string, key: string): Promise<Body> {
  const bytes = await readCached(bodiesIn(cache), key);
  if (bytes === undefined) throw new LostBody(`The cache lacks the body ${key}`);
  return JSON.parse(Buffer.from(bytes).toString()) as Body;
}

/** Writes a body into the cache. Returns its key. */
export async function writeBody(cache: string, body: Body): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(body));
  const key = createHash('sha256').update(bytes).digest('hex');
  await cachedFile(bodiesIn(cache), key, () => Promise.resolve(bytes));
  return key;
}

/** Returns whether the cache has a body, undamaged. */
export async function hasBody(cache: string, key: string): Promise<boolean> {
  return (await readCached(bodiesIn(cache), key)) !== undefined;
}

/** Returns the path of a body within the cache. */
export function bodyFile(key: string): string {
  return `bodies/${key}`;
}

function bodiesIn(cache: string): string {
  return path.join(cache, 'bodies');
}
