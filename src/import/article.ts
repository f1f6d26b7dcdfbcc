import { stringify } from 'yaml';
import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { CalendarDate, Locale } from '../locale/index.ts';
import type { SyncRecord } from '../model/index.ts';
import type { ArticleLanguage } from './assign-anchors.ts';
import type { Post } from './post.ts';

/** The imported texts of one article and the language of its source. */
export interface ArticleDraft {
  slug: string;
  source: Locale;
  posts: readonly Post[];
}

/** Facts of an existing article, to which the import may add languages. */
interface ExistingFacts {
  source: Locale | undefined;
  date: CalendarDate | undefined;
}

/** An existing article that texts are imported into. */
export interface ExistingArticle extends ExistingFacts {
  /** The languages of the article that the import does not replace. */
  languages: readonly ArticleLanguage[];
  /** The sync records of the languages that the import replaces. */
  records: ReadonlyMap<Locale, SyncRecord | undefined>;
}

/** Chooses the source language of an article: the existing source, else the preferred language, else the first imported one. */
export function chooseSource(
  imported: readonly Locale[],
  existing: ExistingFacts | undefined,
  { preferredSource, force }: { preferredSource: Locale; force: boolean },
): Locale {
  const current = existing?.source;
  if (current !== undefined && !(force && imported.includes(current))) return current;
  return imported.includes(preferredSource) ? preferredSource : (imported[0] ?? preferredSource);
}

/** Returns the converted front matter of a post, including its `---` lines. */
export function serializeFrontMatter(
  post: Post,
  { source, posts }: ArticleDraft,
  topics: readonly string[],
): string {
  const own =
    post.locale === source
      ? {
          date: post.date,
          ...(post.updated === undefined ? {} : { updated: post.updated }),
          ...(topics.length === 0 ? {} : { topics }),
          ...(posts.some(({ draft }) => draft) ? { draft: true } : {}),
        }
      : { translates: { from: source } };
  const { title, description } = post;
  const lines = Object.entries(own).map(([key, value]) => {
    const flow = { collectionStyle: 'flow', flowCollectionPadding: !Array.isArray(value) } as const;
    return `${key}: ${stringify(value, { ...flow, lineWidth: 0 })}`;
  });
  return `---\n${stringify({ title, description }, { lineWidth: 0 })}${lines.join('')}---\n`;
}

/** Reports facts that an article has once for all languages and that are missing, or that a translation repeats with other values. */
export function checkFacts(
  { source, posts }: ArticleDraft,
  existing: ExistingFacts | undefined,
): Diagnostic[] {
  const first = posts.find(({ locale }) => locale === source);
  const undated = first !== undefined && first.date === undefined ? [withoutDate(first)] : [];
  const translations = posts.filter((post) => post !== first);
  const effective = {
    date: first === undefined ? existing?.date : first.date,
    updated: first?.updated,
    tags: first?.tags ?? [],
  };
  return [
    ...undated,
    ...checkDraft(posts, first),
    ...translations.flatMap((post) => listOwnFacts(post, source, effective)),
  ];
}

type Facts = Pick<Post, 'date' | 'updated' | 'tags'>;

function listOwnFacts(post: Post, source: Locale, effective: Facts): Diagnostic[] {
  const days = (['date', 'updated'] as const)
    .filter((name) => post[name] !== undefined && post[name] !== effective[name])
    .map((name) => ownFact(post, name, [source, post[name] ?? '', effective[name] ?? 'none']));
  const haveSameNumber = post.tags.length === effective.tags.length;
  return [
    ...days,
    ...(haveSameNumber ? [] : [ownFact(post, 'tags', [source, quote(post.tags), quote(effective.tags)])]),
  ];
}

function quote(tags: readonly string[]): string {
  return `[${tags.join(', ')}]`;
}

function placeOf({ places }: Post, name: string): Place {
  return places.get(name) ?? { line: 1, column: 1 };
}

function withoutDate(post: Post): Diagnostic {
  return {
    file: post.file,
    line: 2,
    column: 1,
    rule: 'import/missing-date',
    severity: 'error',
    what: 'Missing `date`',
    why: 'Pages, lists and feeds show the date and are sorted by it.',
    fix: 'Add a line `date: YYYY-MM-DD` to the front matter.',
  };
}

function ownFact(post: Post, name: string, [source, value, effective]: [Locale, string, string]): Diagnostic {
  return {
    file: post.file,
    ...placeOf(post, name),
    rule: `import/own-${name}`,
    severity: 'warning',
    what: `\`${name}\` ${value} is ignored: the source (\`${source}\`) says ${effective}`,
    why: 'An article has one date and one list of topics for all languages, set in its source.',
    fix: 'Nothing to do, unless this value is the right one: then write it in the source.',
  };
}

/** A draft in one language turns the whole article into a draft, so it can’t be added to an existing article. */
function checkDraft(posts: readonly Post[], first: Post | undefined): Diagnostic[] {
  const drafts = posts.filter(({ draft }) => draft);
  if (first !== undefined && drafts.length === posts.length) return [];
  return drafts.map((post) => ({
    file: post.file,
    ...placeOf(post, 'draft'),
    rule: 'import/own-draft',
    severity: first === undefined ? 'error' : 'warning',
    what:
      first === undefined
        ? 'A draft can’t be added to an existing article'
        : '`draft` in one language only: the whole article becomes a draft',
    why: 'All languages of an article are published together, and a draft must not be published by mistake.',
    fix: 'Remove `draft: true` when the text is ready, or leave the draft out of the folder.',
  }));
}
