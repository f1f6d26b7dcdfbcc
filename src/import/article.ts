import { stringify } from 'yaml';
import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { CalendarDate, Locale } from '../locale/index.ts';
import type { Post } from './post.ts';

/** The texts of one address that are brought in, and which language is written first. */
export interface ArticleDraft {
  slug: string;
  source: Locale;
  posts: readonly Post[];
}

/** What an article that stands in the content says of itself, whose languages the import may add to. */
export interface Standing {
  source: Locale | undefined;
  date: CalendarDate | undefined;
}

/** Which language of an article counts as written first: that of the content, else the one preferred, else the first there is. */
export function chooseSource(
  imported: readonly Locale[],
  standing: Standing | undefined,
  { preferred, force }: { preferred: Locale; force: boolean },
): Locale {
  const kept = standing?.source;
  if (kept !== undefined && !(force && imported.includes(kept))) return kept;
  return imported.includes(preferred) ? preferred : (imported[0] ?? preferred);
}

/** The front matter of a post as Narani has it, between its fences. */
export function writeFrontMatter(
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

/** What is wrong with, or lost of, the facts that an article says once for all its languages. */
export function checkFacts({ source, posts }: ArticleDraft, standing: Standing | undefined): Diagnostic[] {
  const first = posts.find(({ locale }) => locale === source);
  const undated = first !== undefined && first.date === undefined ? [withoutDate(first)] : [];
  const translations = posts.filter((post) => post !== first);
  const counts = {
    date: first === undefined ? standing?.date : first.date,
    updated: first?.updated,
    tags: first?.tags ?? [],
  };
  return [
    ...undated,
    ...checkDraft(posts, first),
    ...translations.flatMap((post) => listOwnFacts(post, source, counts)),
  ];
}

type Facts = Pick<Post, 'date' | 'updated' | 'tags'>;

function listOwnFacts(post: Post, source: Locale, counts: Facts): Diagnostic[] {
  const days = (['date', 'updated'] as const)
    .filter((name) => post[name] !== undefined && post[name] !== counts[name])
    .map((name) => ownFact(post, name, [source, post[name] ?? '', counts[name] ?? 'none']));
  const haveSameNumber = post.tags.length === counts.tags.length;
  return [
    ...days,
    ...(haveSameNumber ? [] : [ownFact(post, 'tags', [source, quote(post.tags), quote(counts.tags)])]),
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
    why: 'Pages, lists and feeds show it, and are in its order.',
    fix: 'Add a line `date: YYYY-MM-DD` to the front matter.',
  };
}

function ownFact(post: Post, name: string, [source, said, counts]: [Locale, string, string]): Diagnostic {
  return {
    file: post.file,
    ...placeOf(post, name),
    rule: `import/own-${name}`,
    severity: 'warning',
    what: `Unexpected \`${name}\` ${said}: the text in \`${source}\` says ${counts}, and counts`,
    why: 'An article has one date and one list of topics for all its languages, said in the text that was written first.',
    fix: 'Nothing need be done, unless this is the right one: then write it there.',
  };
}

/** A draft in one language makes drafts of all that is brought in with it; of what stands there it must not. */
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
        ? 'Unexpected `draft`, expected a text that can be published: its article stands there already'
        : 'Unexpected `draft` in one language alone: the article is a draft in all of them',
    why: 'All languages of an article are published together, and a draft is not to be published by mistake.',
    fix: 'Take `draft: true` out when it is ready, or leave the draft out of the folder.',
  }));
}
