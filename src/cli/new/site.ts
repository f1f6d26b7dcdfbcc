import { readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { suggest } from '../../diagnostics/index.ts';
import { ownFolder, resolveNow, todayAt, UsageError } from '../../environment/index.ts';
import { findDictionary, languageName, type Locale } from '../../locale/index.ts';
import { siteSchema } from '../../model/index.ts';
import { CommandError } from '../command-error.ts';
import { explainWriteError, hasCode } from '../file-error.ts';
import { root } from '../root.ts';
import { writeFiles } from '../write-files.ts';
import { assignTexts, parseSiteOptions, type SiteOptions } from './options.ts';
import { askChoice, askText, isTerminal } from './prompts.ts';
import { recordPages } from './record-pages.ts';
import { listSiteFiles, type NewSite } from './site-files.ts';

/** Runs `npm run new -- site`: writes the settings of a new site, and a page about it in each language. */
export async function newSite(args: string[]): Promise<void> {
  const options = parseSiteOptions(args);
  const folder = findFolder(process.cwd());
  await checkLocales(options.locales ?? []);
  const canAsk = isTerminal() && !options.yes;
  if (!canAsk) requireOptions(options);
  if (options.author?.trim() === '') throw new UsageError(['`--author` is empty']);
  const site = checkSite(canAsk ? await askForSite(options) : fillSite(options));
  const written = listSiteFiles(site);
  const files = [
    ...Object.entries(written).map(([name, text]) => ({
      path: path.join(folder, name),
      text,
      current: undefined,
    })),
    ...(await recordPages(folder, written, todayAt(resolveNow(process.env), site))),
  ];
  await writeFiles(folder, files).catch((error: unknown) => {
    throw explainWriteError(folder, error, {
      why: 'A new site is written as a whole or not at all, so nothing was written.',
      fix: 'Check the permissions of the folder around it, or remove what blocks it.',
    });
  });
  console.log(report(path.relative(process.cwd(), folder), site, Object.keys(written)));
}

function report(folder: string, { base, locales }: NewSite, names: readonly string[]): string {
  return [
    `Wrote ${folder}/ with ${names.join(', ')}.`,
    'Narani’s own articles stay in content/, where its tests use them; they are no part of your site.',
    '',
    'Next:',
    '  npm run new -- article   begins an article',
    `  npm run dev              shows the site at http://localhost:4321${base}${locales[0] ?? ''}/ while you write`,
    `  git add ${folder}`,
  ].join('\n');
}

/** Returns the folder for a new site, which must not exist or must be empty. */
function findFolder(directory: string): string {
  const given = process.env.CONTENT_DIR ?? '';
  if (given === '' && realpathSync(directory) !== realpathSync(root))
    throw new CommandError(
      [
        `${directory}: This is not the folder of Narani, in which a site is built`,
        '  why  The site would be written to a place where no command finds it.',
        `  fix  Run \`cd ${root}\` first, or set CONTENT_DIR to the folder for the site.`,
      ].join('\n'),
    );
  const folder = path.resolve(directory, given === '' ? ownFolder : given);
  if (isEmptyOrMissing(folder)) return folder;
  throw new CommandError(
    [
      `${folder}: There is a site already, or something else`,
      '  why  Nothing is overwritten, so that no text is lost.',
      '  fix  Edit its site.yaml. To begin anew, rename the folder, or set CONTENT_DIR to another one.',
    ].join('\n'),
  );
}

function isEmptyOrMissing(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return true;
    if (hasCode(error, 'ENOTDIR')) return false;
    throw error;
  }
}

/** Throws if the interface lacks one of the languages. */
async function checkLocales(locales: readonly Locale[]): Promise<void> {
  for (const locale of locales) {
    const problem = await explainLocale(locale);
    if (problem !== undefined) throw new UsageError([`\`--locales ${locales.join(',')}\`: ${problem}`]);
  }
}

async function explainLocale(locale: Locale): Promise<string | undefined> {
  const isValid = siteSchema.shape.locales.safeParse([locale]).success;
  if (isValid && (await findDictionary(locale)) !== undefined) return undefined;
  return isValid
    ? `the interface has no language \`${locale}\` yet${suggest(locale, ['ko', 'en'])}. A language needs src/locale/dictionaries/${locale}.ts and src/locale/dictionaries/search/${locale}.ts; see “a language” in src/README.md`
    : `\`${locale}\` is not a language tag such as \`ko\` or \`en\``;
}

function requireOptions({ names, descriptions, locales, origin, author, yes }: SiteOptions): void {
  const missing = [
    ...(names.length === 0 ? ['`--name TEXT`: the name of the site'] : []),
    ...(yes || descriptions.length > 0 ? [] : ['`--description TEXT`: one sentence about the site']),
    ...(yes || locales !== undefined ? [] : ['`--locales LIST`: the languages, such as `ko` or `ko,en`']),
    ...(yes || origin !== undefined ? [] : ['`--origin ADDRESS`: where the site will be']),
    ...(yes || author !== undefined ? [] : ['`--author NAME`: who writes the site']),
  ];
  if (missing.length === 0) return;
  const hint = yes ? [] : ['`--yes` takes defaults for all but the name'];
  throw new UsageError([...missing.map((each) => `Missing ${each}`), ...hint]);
}

/** Languages of a site for which no others are given. */
const defaultLocales: readonly Locale[] = ['ko', 'en'];

/** Address of a site until it has one. */
const defaultOrigin = 'https://example.org';

/** Returns the site of the options, with defaults for what is open. */
function fillSite(options: SiteOptions): NewSite {
  const locales = [...(options.locales ?? defaultLocales)];
  const names = assignTexts('--name', options.names, locales);
  const descriptions = assignTexts('--description', options.descriptions, locales);
  const name = completeTexts(names, locales);
  return {
    name,
    description: descriptions.size === 0 ? name : completeTexts(descriptions, locales),
    author: { name: options.author ?? Object.values(name)[0] ?? '' },
    ...splitAddress(options.origin ?? defaultOrigin),
    timezone: options.timezone ?? localTimezone(),
    locales,
  };
}

/** Returns a text for each language: where one is missing, the first. */
function completeTexts(
  texts: ReadonlyMap<Locale, string>,
  locales: readonly Locale[],
): Record<Locale, string> {
  const [first = ''] = locales.flatMap((locale) => texts.get(locale) ?? []);
  return Object.fromEntries(locales.map((locale) => [locale, texts.get(locale) ?? first]));
}

/** Asks for everything that the options leave open. */
async function askForSite(options: SiteOptions): Promise<NewSite> {
  const locales = options.locales ?? (await askForLocales());
  const names = assignTexts('--name', options.names, locales);
  const descriptions = assignTexts('--description', options.descriptions, locales);
  const name = await askForTexts('Name of the site', names, locales);
  const description = await askForTexts('One sentence about it', descriptions, locales);
  const author = options.author ?? (await askText({ message: 'Author', validate: isNotEmpty }));
  const address =
    options.origin ??
    (await askText({
      message: 'Address at which it will be published (can be changed later in site.yaml)',
      initial: defaultOrigin,
      validate: explainAddress,
    }));
  const timezone =
    options.timezone ??
    (await askText({
      message: 'Time zone in which an article of tomorrow appears',
      initial: localTimezone(),
      validate: (answer) => siteSchema.shape.timezone.safeParse(answer).error?.issues[0]?.message,
    }));
  return {
    name,
    description,
    author: { name: author },
    ...splitAddress(address),
    timezone,
    locales: [...locales],
  };
}

async function askForLocales(): Promise<Locale[]> {
  const sets = ['ko,en', 'en,ko', 'ko', 'en'] as const;
  const nameOf = (set: string): string =>
    set
      .split(',')
      .map((locale) => languageName(locale, 'en'))
      .join(' first, and ');
  const chosen = await askChoice(
    'Languages',
    sets.map((value) => ({ value, label: value.includes(',') ? nameOf(value) : `${nameOf(value)} only` })),
  );
  return chosen.split(',');
}

async function askForTexts(
  message: string,
  given: ReadonlyMap<Locale, string>,
  locales: readonly Locale[],
): Promise<Record<Locale, string>> {
  const texts: Record<Locale, string> = {};
  for (const locale of locales) {
    const language = locales.length === 1 ? '' : ` in ${languageName(locale, 'en')}`;
    texts[locale] =
      given.get(locale) ?? (await askText({ message: `${message}${language}`, validate: isNotEmpty }));
  }
  return texts;
}

function isNotEmpty(answer: string): string | undefined {
  return answer === '' ? 'Write at least one letter.' : undefined;
}

function explainAddress(answer: string): string | undefined {
  const { origin, base } = splitAddress(answer);
  return [siteSchema.shape.origin.safeParse(origin), siteSchema.shape.base.safeParse(base)]
    .map(({ error }) => error?.issues[0]?.message)
    .find((message) => message !== undefined);
}

/** Splits the address of a site into scheme and host, and the folder: `https://example.org` and `/kb/`. */
export function splitAddress(address: string): { origin: string; base: string } {
  const [, origin = address, folder = ''] = /^(https?:\/\/[^/?#]+)(\/[^?#]*)?$/i.exec(address) ?? [];
  const base = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return { origin: origin.toLowerCase(), base: base === '' ? '/' : base };
}

function localTimezone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Returns the site, or throws with everything that its settings would not allow. */
function checkSite(site: NewSite): NewSite {
  const { error } = siteSchema.safeParse(site);
  if (error === undefined) return site;
  throw new UsageError(
    error.issues.map(
      ({ path: [key], message }) => `\`--${String(key === 'base' ? 'origin' : key)}\`: ${message}`,
    ),
  );
}
