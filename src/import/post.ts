import GithubSlugger, { slug } from 'github-slugger';
import { z } from 'zod';
import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { Figures } from '../figures/stage/figure.ts';
import { isCalendarDate, type CalendarDate } from '../locale/index.ts';
import { surveyMarkdown, type Survey } from '../markdown/index.ts';
import { decodeText, parseYaml, splitFrontMatter } from '../sources/index.ts';
import type { TextName } from './address.ts';
import { mendText, type MendedText } from './mend/mend-text.ts';
import { tellMends } from './mend/mend.ts';

/** A file that is to become a text: its name as its owner knows it, and what is in it. */
export interface PostFile extends TextName {
  file: string;
  bytes: Uint8Array;
}

/** A post that has been read and looked over. */
export interface Post extends TextName {
  file: string;
  title: string;
  description: string;
  date: CalendarDate | undefined;
  updated: CalendarDate | undefined;
  draft: boolean;
  tags: readonly string[];
  /** Where the values of the front matter stand. */
  places: ReadonlyMap<string, Place>;
  /** The Markdown, with blank lines where the front matter was: mended, whatever else is brought in. */
  text: MendedText;
  survey: Survey;
  /** By each id that places of it had where it comes from: the number of the heading, or -1 for its head. */
  sourceIds: ReadonlyMap<string, number>;
}

/** Read a post; gives it, if it can be read, and what there is to tell of it. */
export function readPost(
  source: PostFile,
  figures: Figures,
): { post: Post | undefined; diagnostics: Diagnostic[] } {
  const { file, locale } = source;
  const decoded = decodeText(source.bytes, file);
  if ('diagnostic' in decoded) return { post: undefined, diagnostics: [decoded.diagnostic] };
  const split = splitFrontMatter(decoded.text, file);
  if ('rule' in split) return { post: undefined, diagnostics: [withTags(split)] };
  const { value, diagnostics, places, keys } = parseYaml(split.yaml, () => frontMatter, {
    file,
    linesBefore: 1,
  });
  if (value === undefined) return { post: undefined, diagnostics };
  const { title, description, date, updated, draft, tags, ...others } = value;
  const text = mendText(split.body, { title: title.text, figures });
  const survey = surveyMarkdown(text.tree);
  const placeOf = (name: string): Place => places.get(name) ?? { line: 1, column: 1 };
  return {
    post: {
      slug: source.slug,
      locale,
      file,
      title: title.text,
      description: description.text,
      date: date?.day,
      updated: updated?.day,
      draft: draft ?? false,
      tags: [...new Set((tags ?? []).map((tag) => tag.trim()))],
      places,
      text,
      survey,
      sourceIds: findSourceIds(text, survey),
    },
    diagnostics: [
      ...Object.keys(others).map((key) => unknownKey(key, file, keys.get(key) ?? { line: 1, column: 1 })),
      ...[title, description].flatMap(({ isMended }, index) => {
        const name = index === 0 ? 'title' : 'description';
        return isMended ? [ownLine(name, file, placeOf(name))] : [];
      }),
      ...Object.entries({ date, updated }).flatMap(([name, said]) =>
        said == null || said.day === said.said ? [] : [otherDate(name, said, file, placeOf(name))],
      ),
      ...tellMends(text.mends, file),
    ],
  };
}

const line = z.string().transform((said) => {
  const text = said.trim().replace(/\s*\n\s*/g, ' ');
  return { text, isMended: text !== said.trim() };
});

function required(name: string) {
  return line.refine(({ text }) => text !== '', `Unexpected empty \`${name}\`, expected a line of text`);
}

function notADay({ input }: { input?: unknown }): string {
  return `Unexpected date \`${String(input)}\`, expected an existing date as YYYY-MM-DD`;
}

const date = z
  .string({ error: notADay })
  .refine((said) => isCalendarDate(toDay(said)), { error: notADay })
  .transform((said) => ({ said, day: toDay(said) }));

/** The front matter of a post; keys beyond these are not carried over. */
const frontMatter = z.looseObject({
  title: required('title'),
  description: required('description'),
  date: date.nullish(),
  tags: z.array(z.string()).nullish(),
  updated: date.nullish(),
  draft: z.boolean().nullish(),
});

/** The day that `2026-03-11T09:00:00Z`, `2026/3/11` and `2026. 3. 11.` name, as YYYY-MM-DD. */
function toDay(said: string): string {
  const [, year = '', month = '', day = ''] =
    /^\s*(\d{4})(?:-|\/|\.\s*)(\d{1,2})(?:-|\/|\.\s*)(\d{1,2})\.?(?:[Tt\s].*)?$/.exec(said) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * The ids by which a place of a text may be known where it comes from: written ones, else made from the headings, as GitHub
 * and most generators do. A heading is known again by its line.
 */
function findSourceIds(
  { tree, treeBefore, toSource }: MendedText,
  survey: Survey,
): ReadonlyMap<string, number> {
  const { headings } = tree === treeBefore ? survey : surveyMarkdown(treeBefore);
  const lines = survey.headings.map((heading) => toSource(heading).line);
  const slugger = new GithubSlugger();
  const made = headings.map(({ text }) => slugger.slug(text));
  const ids = new Map<string, number>();
  const add = (id: string | undefined, index: number): void => {
    if (id !== undefined && id !== '' && !ids.has(id)) ids.set(id, index);
  };
  const indices = headings.map(({ line: at }) => lines.indexOf(at));
  headings.forEach(({ explicitId }, index) => {
    add(explicitId, indices[index] ?? -1);
  });
  made.forEach((id, index) => {
    add(id, indices[index] ?? -1);
  });
  survey.headings.forEach(({ text }, index) => {
    add(slug(text), index);
  });
  return ids;
}

function withTags(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.rule === 'front-matter/missing'
    ? {
        ...diagnostic,
        fix: 'Begin the file with `---`, then `title:`, `description:`, `date:` and `tags: […]`, then `---`.',
      }
    : diagnostic;
}

function unknownKey(key: string, file: string, place: Place): Diagnostic {
  return {
    file,
    ...place,
    rule: 'import/unknown-key',
    severity: 'warning',
    what: `Unknown key \`${key}\`: not carried over`,
    why: 'Narani has no such key: what it says would be read by nothing.',
    fix: 'Nothing need be done, unless readers should know it: then say it in the text. Carried over are title, description, date, tags, updated and draft.',
  };
}

function ownLine(name: string, file: string, place: Place): Diagnostic {
  return {
    file,
    ...place,
    rule: 'import/line-break',
    severity: 'warning',
    what: `Unexpected line break in \`${name}\`: written on one line`,
    why: 'Lists, feeds and search results show it on one line.',
    fix: 'Nothing need be done.',
  };
}

function otherDate(
  name: string,
  { said, day }: { said: string; day: string },
  file: string,
  place: Place,
): Diagnostic {
  return {
    file,
    ...place,
    rule: 'import/date-form',
    severity: 'warning',
    what: `Unexpected \`${name}: ${said}\`: written as ${day}`,
    why: 'An article has a day, as YYYY-MM-DD, and no hour.',
    fix: 'Nothing need be done, unless the hour belongs to another day in the time zone of the site.',
  };
}
