import { z } from 'zod';
import { isLocaleTag, type Locale, type SiteAddress } from '../locale/index.ts';
import { folderOf, type Entry } from './entry.ts';

const text = z.string().trim().min(1);

/** Text per locale; at least one locale must have it. */
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

const locale = z
  .string()
  .refine(isLocaleTag, 'Unexpected locale, expected a lowercase language tag such as `ko` or `en`');

const timezone = z
  .string()
  .refine(isTimezone, 'Unexpected time zone, expected an IANA name such as `Asia/Seoul`');

/** `content/site.yaml`: the only settings of a site. */
export const siteSchema = z.strictObject({
  name: localizedText,
  description: localizedText,
  author: z.strictObject({ name: text, url: webAddress.optional() }),
  origin,
  base: base.default('/'),
  timezone,
  /** The first is the default. */
  locales: z
    .array(locale)
    .min(1, 'Unexpected empty list of locales, expected at least one')
    .refine((given) => new Set(given).size === given.length, 'Unexpected duplicate locale'),
  links: z.array(z.strictObject({ label: localizedText, url: webAddress })).default([]),
  /** Where readers can edit a text; `{path}` stands for its file: `articles/ps-vs-top/ko.md`. */
  editUrl: editUrl.optional(),
});

/** The settings of a site, checked. */
export type Site = z.infer<typeof siteSchema>;

/** Where the site lives. */
export function siteAddress({ origin, base }: Site): SiteAddress {
  return { origin, base };
}

/** The locale of a reader of whom nothing is known. */
export function defaultLocale({ locales }: Pick<Site, 'locales'>): Locale {
  const [first] = locales;
  if (first === undefined) throw new Error('A site has at least one locale');
  return first;
}

/** Where an entry's file can be edited, if the site says where its content is kept. */
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

/** Whether a template gives an address for every path, and each its own. */
function isEditUrl(template: string): boolean {
  const parts = template.split('{path}');
  return parts.length === 2 && /^https?:\/\/[^/?#]+\//.test(parts[0] ?? '') && URL.canParse(parts.join(''));
}
