import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/index.ts';
import { glossarySchema, siteSchema, topicsSchema, type Site } from '../model/index.ts';
import type { Content } from './content.ts';
import { readFolders } from './folder.ts';
import { decodeText } from './text.ts';
import { parseYaml } from './yaml.ts';

/**
 * Read all content of a site, and find everything wrong with its form.
 *
 * @param directory absolute path of the content folder
 * @param root absolute path that file names in messages are relative to
 */
export async function readContent(directory: string, root: string): Promise<Content> {
  let said: unknown;
  const read = <T>(name: string, schema: z.ZodType<T>, whenAbsent: T | undefined) =>
    readSettings(
      path.join(directory, name),
      path.relative(root, path.join(directory, name)),
      (data) => {
        said = data;
        return schema;
      },
      whenAbsent,
    );
  const site = await read('site.yaml', siteSchema, undefined);
  const settings = site.value ?? { ...standInSite, locales: findLocales(said) };
  const topics = await read('topics.yaml', topicsSchema, {});
  const glossary = await read('glossary.yaml', glossarySchema(settings.locales), {});
  const folders = await readFolders(directory, root, settings.locales);
  return {
    site: settings,
    topics: topics.value ?? {},
    glossary: glossary.value ?? {},
    entries: folders.flatMap(({ entries }) => entries),
    unreadable: folders.flatMap(({ unreadable }) => unreadable),
    diagnostics: [site, topics, glossary, ...folders].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Read `site.yaml` alone: the settings, or everything wrong with them. */
export async function readSite(directory: string): Promise<Site | Diagnostic[]> {
  const file = path.join(directory, 'site.yaml');
  const { value, diagnostics } = await readSettings(file, file, () => siteSchema, undefined);
  return value ?? diagnostics;
}

/** Settings to go on with when `site.yaml` can't be read, so that the rest of the content is still looked at. */
export const standInSite: Site = {
  name: {},
  description: {},
  author: { name: '' },
  origin: 'https://example.org',
  base: '/',
  timezone: 'UTC',
  locales: ['ko', 'en'],
  links: [],
};

/** The locales of settings that are otherwise wrong: else each text in one of them would be called unknown. */
function findLocales(said: unknown): Site['locales'] {
  const { data } = siteSchema.pick({ locales: true }).loose().safeParse(said);
  return data?.locales ?? standInSite.locales;
}

async function readSettings<T>(
  file: string,
  name: string,
  schemaFor: (data: unknown) => z.ZodType<T>,
  whenAbsent: T | undefined,
) {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) {
    return { value: whenAbsent, diagnostics: whenAbsent === undefined ? [missingFile(name)] : [] };
  }
  const decoded = decodeText(bytes, name);
  if ('diagnostic' in decoded) return { value: undefined, diagnostics: [decoded.diagnostic] };
  return parseYaml(decoded.text, schemaFor, { file: name, linesBefore: 0 });
}

function missingFile(file: string): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'file/missing',
    severity: 'error',
    what: `Missing ${path.basename(file)}`,
    why: 'It names the site, its languages and its address; nothing can be built without it.',
    fix: 'Create it, or point CONTENT_DIR at a folder that has one.',
  };
}
