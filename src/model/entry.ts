import { z } from 'zod';
import { isCalendarDate, isLocaleTag, type Locale } from '../locale/index.ts';
import { explainAlias } from './alias.ts';

/** Text on one line: lists, feeds and search results have no room for more. */
const line = z
  .string()
  .trim()
  .regex(
    /^[^\p{Cc}\uFFFE\uFFFF]*$/u,
    'Unexpected line break or control character, expected a single line of text',
  );
const wrongDate = 'Unexpected date, expected an existing date as YYYY-MM-DD';
const date = z.string(wrongDate).refine(isCalendarDate, wrongDate);
const locale = z.string().refine(isLocaleTag, 'Unexpected locale, expected a tag such as `ko`');

const alias = z
  .string()
  .trim()
  .superRefine((written, context) => {
    const message = explainAlias(written);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** Front matter that every language of an article or page writes for itself. */
const entryFields = {
  title: line
    .min(1, 'Unexpected empty `title`, expected the name of the article')
    .describe('The name of the article, on one line. The page shows it as its heading.'),
  description: line
    .min(1, 'Unexpected empty `description`, expected one sentence about the text')
    .describe(
      'One sentence about the text, for lists, feeds and search engines. Default: its first sentences.',
    )
    .optional(),
};

/** Whether a text is kept back. In a source it holds for all languages of the article, in a translation for that one alone. */
const draft = z
  .boolean()
  .describe('`true` keeps the text back: only the development server shows it.')
  .default(false);

/** Front matter that only the source has, because it holds for all languages of the article. */
const articleFields = {
  date: date.describe(
    'The day of publication, as YYYY-MM-DD. Until then, the article is shown only in development.',
  ),
  topics: z
    .array(z.string())
    .describe('Ids of topics from topics.yaml.')
    .default([])
    .refine((topics) => new Set(topics).size === topics.length, 'Unexpected duplicate topic')
    .readonly(),
  updated: date.describe('The day of the last change that readers should know of, as YYYY-MM-DD.').optional(),
  /** Former names and addresses, as written; see `parseAlias`. */
  aliases: z
    .array(alias)
    .describe('Former folder names, and former addresses that begin with `/`, which lead to this text.')
    .readonly()
    .optional(),
  series: z.string().describe('Id of a series from series.yaml that the article is part of.').optional(),
  draft,
};

const sourceFrontMatter = z
  .strictObject({ ...entryFields, ...articleFields })
  .refine(({ date, updated }) => updated === undefined || updated >= date, {
    path: ['updated'],
    error: 'Unexpected `updated`, expected a day on or after `date`',
  });

const translationFrontMatter = z.strictObject({
  ...entryFields,
  translates: z
    .strictObject({ from: locale.describe('The language of the source, such as `ko`.') })
    .describe('Makes this text a translation.'),
  draft,
});

/** Single pages, such as `pages/about`, have no date, topics or draft status. */
const pageFrontMatter = z.strictObject({
  ...entryFields,
  updated: articleFields.updated,
  aliases: articleFields.aliases,
});

type FrontMatter =
  | z.infer<typeof sourceFrontMatter>
  | z.infer<typeof translationFrontMatter>
  | z.infer<typeof pageFrontMatter>;

/** Returns the schema for the front matter of a file, chosen by the file's kind and whether it has `translates`. */
export function frontMatterSchema(kind: EntryKind, data: unknown): z.ZodType<FrontMatter> {
  if (typeof data === 'object' && data !== null && 'translates' in data) return translationFrontMatter;
  return kind === 'article' ? sourceFrontMatter : pageFrontMatter;
}

/** The same as plain data: an entry without `description` has an empty one. */
const entrySchema = z.object({ ...entryFields, description: z.string().default('') });
const sharedSchema = z.object(articleFields).partial({ date: true });

/** Facts about an article in all its languages. Single pages have the defaults, and no `date`. */
export type SharedFacts = z.infer<typeof sharedSchema>;

/** One language of an article or page: a file under `articles/` or `pages/`. */
export interface Entry extends z.infer<typeof entrySchema> {
  kind: EntryKind;
  /** The name of the folder, shared by all languages of the article or page. */
  slug: string;
  locale: Locale;
  role: SourceRole | TranslationRole;
}

export const entryKinds = ['article', 'page'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The entry written first, with the facts that its translations inherit. */
type SourceRole = { type: 'source' } & SharedFacts;

interface TranslationRole {
  type: 'translation';
  from: Locale;
  /** Whether its author keeps it back, although it may be complete. */
  draft: boolean;
}

/** Creates the entry of a file from its location and its parsed front matter. */
export function createEntry(
  location: Pick<Entry, 'kind' | 'slug' | 'locale'>,
  frontMatter: FrontMatter,
): Entry {
  const role: Entry['role'] =
    'translates' in frontMatter
      ? { type: 'translation', from: frontMatter.translates.from, draft: frontMatter.draft }
      : { type: 'source', ...sharedSchema.parse(frontMatter) };
  return { ...location, ...entrySchema.parse(frontMatter), role };
}

/** Returns the facts an entry states for its article; a translation states none, so its article is a draft without a date. */
export function sharedFacts({ role }: Pick<Entry, 'role'>): SharedFacts {
  return sharedSchema.parse(role.type === 'source' ? role : { draft: true });
}

/** Returns the folder of an entry within the content folder, such as `articles/ps-vs-top`. */
export function folderOf({ kind, slug }: Pick<Entry, 'kind' | 'slug'>): string {
  return `${kind}s/${slug}`;
}

/** Returns an entry's id, unique in the site, such as `articles/ps-vs-top/ko`. */
export function entryId(entry: Pick<Entry, 'kind' | 'slug' | 'locale'>): string {
  return `${folderOf(entry)}/${entry.locale}`;
}
