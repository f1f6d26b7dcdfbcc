import { z } from 'zod';
import { isCalendarDate, isLocaleTag, type CalendarDate, type Locale } from '../locale/index.ts';

/** Stands on one line: lists, feeds and search results have no room for more. */
const line = z
  .string()
  .trim()
  .regex(
    /^[^\p{Cc}\uFFFE\uFFFF]*$/u,
    'Unexpected line break or control character, expected a single line of text',
  );
const title = line.min(1, 'Unexpected empty `title`, expected the name of the article');
const description = line.min(1, 'Unexpected empty `description`, expected one sentence about the text');
const date = z.string({ error: notADay }).refine(isCalendarDate, { error: notADay });
const locale = z.string().refine(isLocaleTag, {
  error: ({ input }) => `Unexpected locale \`${String(input)}\`, expected a tag such as \`ko\``,
});

/** Front matter of the entry that was written first. */
export const sourceFrontMatter = z
  .strictObject({
    title,
    description,
    date,
    topics: z
      .array(z.string())
      .default([])
      .refine((topics) => new Set(topics).size === topics.length, 'Unexpected duplicate topic'),
    updated: date.optional(),
    draft: z.boolean().default(false),
  })
  .refine(({ date, updated }) => updated === undefined || updated >= date, {
    path: ['updated'],
    error: 'Unexpected `updated`, expected a day on or after `date`',
  });

/** Front matter of a translation; the rest is inherited from its source. */
export const translationFrontMatter = z.strictObject({
  title,
  description,
  translates: z.strictObject({ from: locale }),
});

/** Front matter of a single page, such as `pages/about`. */
export const pageFrontMatter = z.strictObject({
  title,
  description,
  updated: date.optional(),
});

/** What a file under `articles/` or `pages/` is: one subject, in one language. */
export interface Entry {
  kind: EntryKind;
  /** Identity shared by all languages of the subject: the name of its folder. */
  slug: string;
  locale: Locale;
  title: string;
  description: string;
  /** What only the source says; a translation names its source instead. */
  role: SourceRole | TranslationRole;
}

export const entryKinds = ['article', 'page'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Facts that hold for every language of an article, said once in the entry written first. */
export interface SourceRole {
  type: 'source';
  /** Absent on single pages, which have no day. */
  date: CalendarDate | undefined;
  updated: CalendarDate | undefined;
  topics: readonly string[];
  draft: boolean;
}

export interface TranslationRole {
  type: 'translation';
  from: Locale;
}

/** The schema that a piece of front matter is to be held to, by what it says of itself. */
export function frontMatterSchema(kind: EntryKind, data: unknown): z.ZodType<FrontMatter> {
  if (typeof data === 'object' && data !== null && 'translates' in data) return translationFrontMatter;
  return kind === 'article' ? sourceFrontMatter : pageFrontMatter;
}

function notADay({ input }: { input?: unknown }): string {
  return `Unexpected date \`${String(input)}\`, expected an existing date as YYYY-MM-DD`;
}

type FrontMatter =
  | z.infer<typeof sourceFrontMatter>
  | z.infer<typeof translationFrontMatter>
  | z.infer<typeof pageFrontMatter>;

/** The entry that a file with this place in the tree and this front matter is. */
export function createEntry(place: Pick<Entry, 'kind' | 'slug' | 'locale'>, frontMatter: FrontMatter): Entry {
  const { title, description } = frontMatter;
  return { ...place, title, description, role: roleOf(frontMatter) };
}

function roleOf(frontMatter: FrontMatter): Entry['role'] {
  if ('translates' in frontMatter) return { type: 'translation', from: frontMatter.translates.from };
  return {
    type: 'source',
    date: 'date' in frontMatter ? frontMatter.date : undefined,
    updated: frontMatter.updated,
    topics: 'topics' in frontMatter ? frontMatter.topics : [],
    draft: 'draft' in frontMatter ? frontMatter.draft : false,
  };
}

/** The folder of an entry within the content: `articles/ps-vs-top`. */
export function folderOf({ kind, slug }: Pick<Entry, 'kind' | 'slug'>): string {
  return `${kind}s/${slug}`;
}

/** Name of an entry that is unique in a site: `articles/ps-vs-top/ko`. */
export function entryId(entry: Pick<Entry, 'kind' | 'slug' | 'locale'>): string {
  return `${folderOf(entry)}/${entry.locale}`;
}
