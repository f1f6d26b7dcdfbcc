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
export function writeFrontMatter(post: Post, source: Locale, topics: readonly string[]): string {
  const own =
    post.locale === source
      ? {
          date: post.date,
          ...(post.updated === undefined ? {} : { updated: post.updated }),
          ...(topics.length === 0 ? {} : { topics }),
          ...(post.draft ? { draft: true } : {}),
        }
      : { translates: { from: source } };
  const write = (data: object): string => stringify(data, { lineWidth: 0 });
  const inFlow = Object.entries(own).map(([key, value]) => {
    const options = {
      collectionStyle: 'flow',
      flowCollectionPadding: !Array.isArray(value),
      lineWidth: 0,
    } as const;
    return `${key}: ${stringify(value, options)}`;
  });
  const { title, description } = post;
  return `---\n${write({ title, description })}${inFlow.join('')}---\n`;
}

/** What is wrong with, or lost of, the facts that an article says once for all its languages. */
export function checkFacts(draft: ArticleDraft, standing: Standing | undefined): Diagnostic[] {
  const source = draft.posts.find(({ locale }) => locale === draft.source);
  const facts = source ?? { date: standing?.date, tags: [], updated: undefined, draft: false };
  return draft.posts.flatMap((post) => {
    if (post === source) return post.date === undefined ? [withoutDate(post)] : [];
    const other = (name: string): { post: Post; source: Locale; name: string } => ({
      post,
      source: draft.source,
      name,
    });
    return [
      ...(post.date === undefined || post.date === facts.date
        ? []
        : [ownFact(other('date'), post.date, facts.date ?? 'none')]),
      ...(post.tags.length === facts.tags.length
        ? []
        : [ownFact(other('tags'), quote(post.tags), quote(facts.tags))]),
      ...(post.updated === undefined || post.updated === facts.updated
        ? []
        : [ownFact(other('updated'), post.updated, facts.updated ?? 'none')]),
      ...(post.draft === facts.draft ? [] : [ownDraft(other('draft'))]),
    ];
  });
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

interface Fact {
  post: Post;
  source: Locale;
  name: string;
}

function ownFact({ post, source, name }: Fact, said: string, counts: string): Diagnostic {
  return {
    file: post.file,
    ...placeOf(post, name),
    rule: `import/own-${name}`,
    severity: 'warning',
    what: `Unexpected \`${name}\` ${said}, expected that of \`${source}\`, ${counts}, which counts`,
    why: 'An article has one date and one list of topics for all its languages, said in the text that was written first.',
    fix: 'Nothing need be done, unless this is the right one: then write it there.',
  };
}

function ownDraft({ post, source }: Fact): Diagnostic {
  return {
    file: post.file,
    ...placeOf(post, 'draft'),
    rule: 'import/own-draft',
    severity: 'error',
    what: `Unexpected \`draft\` that differs from that of \`${source}\``,
    why: 'All languages of an article are published together; the draft would be published, or the other held back.',
    fix: 'Say `draft: true` in both, or in none; or leave the draft out of the folder.',
  };
}
