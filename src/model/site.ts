import { z } from 'zod';
import { isLocaleTag, type Locale, type SiteAddress } from '../locale/index.ts';
import { embedsSchema } from './embeds.ts';
import { folderOf, type Entry } from './entry.ts';

const text = z.string().trim().min(1);

/** Text per locale, for at least one locale. */
export const localizedText = z
  .record(z.string(), text)
  .refine(
    (given) => Object.keys(given).length > 0,
    'Unexpected empty map, expected text in at least one locale',
  );

const origin = z
  .url({
    protocol: /^https?$/,
    error: 'Unexpected origin, expected an address such as `https://example.org`',
  })
  .refine((given) => URL.canParse(given) && new URL(given).origin === given, {
    error:
      'Unexpected `origin`, expected a scheme and host in lowercase without a path, such as `https://example.org`; put a path into `base`',
  });

const webAddress = z.url({
  protocol: /^(?:https?|mailto)$/,
  error: 'Unexpected address, expected one that begins with `https:`, `http:` or `mailto:`',
});

const editUrl = z.string().refine(isEditUrl, {
  error:
    'Unexpected `editUrl`, expected an address that contains `{path}`, a placeholder for a file’s path within the content, such as `https://github.com/owner/name/edit/main/content/{path}`',
});

const base = z
  .string()
  .regex(
    /^\/(?:(?!\.{1,2}\/)[\w.~-]+\/)*$/,
    'Unexpected `base`, expected a path of letters, digits and hyphens that begins and ends with `/`, such as `/kb/`',
  );

const logo = z
  .string()
  .regex(
    /^(?![/\\])(?!(?:.*[/\\])?\.\.[/\\])(?![a-zA-Z]+:)[^\\]+$/,
    'Unexpected `logo`, expected the name of an SVG file in the content folder, such as `logo.svg`',
  );

const accentFormat = "Unexpected `accent`, expected a color in quotes, such as `'#2b3f8c'`";

const accent = z.string({ error: accentFormat }).regex(/^#(?:[\da-fA-F]{3}|[\da-fA-F]{6})$/, accentFormat);

const locale = z
  .string()
  .refine(isLocaleTag, 'Unexpected locale, expected a lowercase language tag such as `ko` or `en`');

const timezone = z
  .string()
  .refine(isTimezone, 'Unexpected time zone, expected an IANA name such as `Asia/Seoul`');

/** Schema of `content/site.yaml`, the settings of a site. */
export const siteSchema = z.strictObject({
  name: localizedText.describe('The name of the site, per language.'),
  description: localizedText.describe('One sentence about the site, per language.'),
  author: z
    .strictObject({
      name: text.describe('The name of the author.'),
      url: webAddress.describe('An address of the author: `https:` or `mailto:`.').optional(),
    })
    .describe('Who writes the site.'),
  logo: logo.describe('An SVG file beside this one, such as `logo.svg`.').optional(),
  accent: accent.describe('The color of links and marks, in quotes, such as `#2b3f8c`.').optional(),
  origin: origin.describe('Scheme and host of the site, such as `https://example.org`.'),
  base: base.describe('The path of the site on its host, such as `/kb/`.').default('/'),
  timezone: timezone.describe(
    'The time zone that decides when a new day begins, by its IANA name, such as `Asia/Seoul`.',
  ),
  /** The first is the default locale. */
  locales: z
    .array(locale)
    .min(1, 'Unexpected empty list of locales, expected at least one')
    .refine((given) => new Set(given).size === given.length, 'Unexpected duplicate locale')
    .describe('The languages of the site, such as `[ko, en]`. The first is the default.'),
  links: z
    .array(
      z.strictObject({
        label: localizedText.describe('The text of the link, per language.'),
        url: webAddress.describe('The address that the link leads to.'),
      }),
    )
    .describe('Links at the end of every page.')
    .default([]),
  embeds: embedsSchema.describe('What pages load from other sites. Without it, nothing.').optional(),
  precompress: z
    .boolean()
    .describe('Whether builds write a `.br` and a `.gz` file beside each text file.')
    .default(false),
  searchFiles: z
    .number()
    .int('Unexpected fraction, expected a whole number')
    .min(100, 'Unexpected number below 100, expected more files')
    .describe('About how many files the search index may have. Hosts limit the number of files of a site.')
    .default(20_000),
  /** Address where readers can edit a text. `{path}` is replaced by the path of its file, such as `articles/ps-vs-top/ko.md`. */
  editUrl: editUrl
    .describe('Where readers can edit a text; `{path}` stands for the path of its file.')
    .optional(),
});

/** The validated settings of a site. */
export type Site = z.infer<typeof siteSchema>;

/** Returns the site's origin and base path. */
export function siteAddress({ origin, base }: Site): SiteAddress {
  return { origin, base };
}

/**
 * Returns the contact for `security.txt`: the author's address, if it is one that RFC 9116 allows. A site below the root of its
 * host has none, because the file would not be found there.
 */
export function securityContact({ author, base }: Site): string | undefined {
  const isAllowed = base === '/' && /^(?:https|mailto):/i.test(author.url ?? '');
  return isAllowed ? author.url : undefined;
}

/** Returns the locale for readers without a known preference. */
export function defaultLocale({ locales }: Pick<Site, 'locales'>): Locale {
  const [first] = locales;
  if (first === undefined) throw new Error('A site has at least one locale');
  return first;
}

/** Returns the address where an entry's file can be edited, or `undefined` if the site has no `editUrl`. */
export function editHref(
  { editUrl }: Pick<Site, 'editUrl'>,
  entry: Pick<Entry, 'kind' | 'slug' | 'locale'>,
): string | undefined {
  const path = `${folderOf(entry)}/${entry.locale}.md`.split('/').map(encodeURIComponent).join('/');
  return editUrl?.replace('{path}', () => path);
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Returns whether a template contains `{path}` once, after the host, and is otherwise a valid address. */
function isEditUrl(template: string): boolean {
  const parts = template.split('{path}');
  return parts.length === 2 && /^https?:\/\/[^/?#]+\//.test(parts[0] ?? '') && URL.canParse(parts.join(''));
}
