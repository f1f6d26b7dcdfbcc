import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { entriesLoader, settingsLoader, type StoredEntry, type StoredSettings } from './loader/index.ts';
import { resolveFolders, resolveNow } from './sources/index.ts';

const { content } = resolveFolders(process.env, process.cwd());
// The one place where the clock enters: everything in one build happens on one day.
const options = { content, now: resolveNow(process.env) };

// The loaders hand over what has been checked already; the schemas only give its types.
export const collections = {
  entries: defineCollection({ loader: entriesLoader(options), schema: z.custom<StoredEntry>() }),
  settings: defineCollection({ loader: settingsLoader(options), schema: z.custom<StoredSettings>() }),
};
