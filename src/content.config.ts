import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { resolveFolders, resolveNow } from './sources/index.ts';
import { entriesLoader } from './astro/entries-loader.ts';
import { settingsLoader } from './astro/settings-loader.ts';
import type { Packed, StoredEntry, StoredSettings } from './astro/stored.ts';

const { content } = resolveFolders(process.env, process.cwd());
// The clock is read here and nowhere else, so that one build uses one date throughout.
const options = { content, now: resolveNow(process.env) };

/** Astro's content collections. The loaders validate what they store, so the schemas only add the types. */
export const collections = {
  entries: defineCollection({ loader: entriesLoader(options), schema: z.custom<Packed<StoredEntry>>() }),
  settings: defineCollection({ loader: settingsLoader(options), schema: z.custom<Packed<StoredSettings>>() }),
};
