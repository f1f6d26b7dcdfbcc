import path from 'node:path';
import { createHash } from 'node:crypto';
import { cachedFile, readCached } from '../cache/index.ts';

/** The body of an entry, rendered and as written. */
export interface Body {
  html: string;
  /** The published Markdown: without front matter. */
  markdown: string;
}

/** Returns the body of an entry from the cache. Works in any thread. Throws an error if it is not there. */
export async function readBody(cache: string, key: string): Promise<Body> {
  const bytes = await readCached(bodiesIn(cache), key);
  if (bytes === undefined) throw new Error(`The cache lacks the body ${key}`);
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

function bodiesIn(cache: string): string {
  return path.join(cache, 'bodies');
}
