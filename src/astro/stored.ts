import type { Article } from '../model/index.ts';
import type { SiteSettings as StoredSettings, StoredEntry } from '../texts/index.ts';

/** A value in Astro's store, see {@link pack}. */
export interface Packed<T> extends Record<string, unknown> {
  json: string;
  /** Only a type: the value has no such field. */
  packed?: T;
}

/** Packs a value as JSON. Astro searches the strings of unpacked data for its image marker, and removes it from a title. */
export function pack<T>(value: T): Packed<T> {
  return { json: JSON.stringify(value) };
}

/** Returns a packed value; the same one for each call with the same pack. */
export function unpack<T>(data: Packed<T>): T {
  const value: unknown = unpacked.get(data) ?? JSON.parse(data.json);
  unpacked.set(data, value);
  return value as T;
}

const unpacked = new WeakMap<object, unknown>();

export type { OutlineItem, SiteSettings as StoredSettings, StoredEntry } from '../texts/index.ts';

/** The settings and the single pages, which every page needs. */
export interface SiteSettings extends StoredSettings {
  /** Single pages such as `about`, to which the header of every page links. */
  pages: readonly StoredArticle[];
}

/** An article whose entries come from Astro's store. */
export type StoredArticle = Article<StoredEntry>;
