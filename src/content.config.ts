import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { entriesLoader, settingsLoader, type StoredEntry, type StoredSettings } from './loader/index.ts';
import { resolveFolders } from './sources/index.ts';

const folders = resolveFolders(process.env, process.cwd());

// The loaders hand over what has been checked already; the schemas only give its types.
export const collections = {
  entries: defineCollection({ loader: entriesLoader(folders), schema: z.custom<StoredEntry>() }),
  settings: defineCollection({ loader: settingsLoader(folders), schema: z.custom<StoredSettings>() }),
};
