import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/index.ts';
import { glossarySchema, seriesSchema, siteSchema, topicsSchema, type Site } from '../model/index.ts';
import type { Settings, SettingsFile } from './content.ts';
import { readLogo } from './logo.ts';
import { isMoved } from './moved.ts';
import { decodeText } from './text.ts';
import { parseYaml } from './yaml.ts';

/**
 * Reads the settings of a site: `site.yaml`, the logo that it names, `topics.yaml`, `series.yaml` and `glossary.yaml`.
 *
 * @param directory absolute path of the content folder
 * @param root absolute path that file names in messages are relative to
 */
export async function readSettings(directory: string, root: string): Promise<Settings> {
  return createSettingsReader(directory, root)();
}

/** Returns a function that reads settings as {@link readSettings} does, again and again. It returns the same object until a file changes. */
export function createSettingsReader(directory: string, root: string): () => Promise<Settings> {
  const read = async (name: string): Promise<FileBytes> => {
    const file = path.join(directory, name);
    return { name: path.relative(root, file), bytes: await readBytes(file) };
  };
  let last: { files: SettingsBytes; settings: Settings } | undefined;
  return async () => {
    const files = {
      site: await read('site.yaml'),
      topics: await read('topics.yaml'),
      series: await read('series.yaml'),
      glossary: await read('glossary.yaml'),
    };
    if (!isDeepStrictEqual(files, last?.files)) last = undefined;
    last ??= { files, settings: parseSettings(files) };
    const { site, logo: before } = last.settings;
    const logo = site.logo === undefined ? undefined : await readLogo(directory, site.logo);
    if (!isDeepStrictEqual(logo, before)) last.settings = { ...last.settings, logo };
    return last.settings;
  };
}

type SettingsBytes = Readonly<Record<keyof Settings['files'], FileBytes>>;

/** A file's name for messages, and its bytes if it exists. */
interface FileBytes {
  name: string;
  bytes: Uint8Array | undefined;
}

/** Parses the settings files, with diagnostics for everything malformed. */
export function parseSettings(files: SettingsBytes): Settings {
  const site = parseYamlFile(files.site, siteSchema, undefined);
  const known = site.value ?? { ...fallbackSite, locales: findLocales(site.data) };
  const topics = parseYamlFile(files.topics, topicsSchema, {});
  const series = parseYamlFile(files.series, seriesSchema, {});
  const glossary = parseYamlFile(files.glossary, glossarySchema(known.locales), {});
  return {
    site: known,
    topics: topics.value ?? {},
    series: series.value ?? {},
    glossary: glossary.value ?? {},
    files: { site: site.file, topics: topics.file, series: series.file, glossary: glossary.file },
    diagnostics: [site, topics, series, glossary].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Reads `site.yaml` only. Returns diagnostics instead if it is malformed. */
export async function readSite(directory: string): Promise<Site | Diagnostic[]> {
  const file = path.join(directory, 'site.yaml');
  const bytes = await readBytes(file);
  const { value, diagnostics } = parseYamlFile({ name: file, bytes }, siteSchema, undefined);
  return value ?? diagnostics;
}

/** Fallback if `site.yaml` is malformed, so that the rest of the content can still be checked. */
export const fallbackSite: Site = {
  name: {},
  description: {},
  author: { name: '' },
  origin: 'https://example.org',
  base: '/',
  timezone: 'UTC',
  locales: ['ko', 'en'],
  links: [],
  precompress: false,
  searchFiles: 20_000,
};

/** Returns the locales of otherwise malformed settings, so that texts in these languages are not reported as unknown. */
function findLocales(data: unknown): Site['locales'] {
  const found = siteSchema.pick({ locales: true }).loose().safeParse(data);
  return found.data?.locales ?? fallbackSite.locales;
}

interface YamlFile<T> {
  value: T | undefined;
  /** The data before validation. */
  data: unknown;
  file: SettingsFile;
  diagnostics: Diagnostic[];
}

async function readBytes(file: string): Promise<Uint8Array | undefined> {
  return readFile(file).catch((error: unknown) => {
    if (isMoved(error)) return undefined;
    throw error;
  });
}

function parseYamlFile<T>(
  { name, bytes }: FileBytes,
  schema: z.ZodType<T>,
  whenAbsent: T | undefined,
): YamlFile<T> {
  const nothing = { data: undefined, file: { name, places: new Map() } };
  if (bytes === undefined) {
    const diagnostics = whenAbsent === undefined ? [missingFile(name)] : [];
    return { ...nothing, value: whenAbsent, diagnostics };
  }
  const decoded = decodeText(bytes, name);
  if ('diagnostic' in decoded) return { ...nothing, value: undefined, diagnostics: [decoded.diagnostic] };
  let data: unknown;
  const parsed = parseYaml(
    decoded.text,
    (unvalidated) => {
      data = unvalidated;
      return schema;
    },
    { file: name, linesBefore: 0 },
  );
  return {
    value: parsed.value,
    data,
    file: { name, places: parsed.places },
    diagnostics: parsed.diagnostics,
  };
}

function missingFile(file: string): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'file/missing',
    severity: 'error',
    what: `Missing ${path.basename(file)}`,
    why: 'It sets the name, languages and address of the site; nothing can be built without it.',
    fix: 'Begin a site with `npm run new -- site`, or point CONTENT_DIR at a folder that has one.',
  };
}
