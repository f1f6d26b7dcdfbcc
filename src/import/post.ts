import GithubSlugger, { slug } from 'github-slugger';
import { z } from 'zod';
import { crashDiagnostic, type Diagnostic, type Place } from '../diagnostics/index.ts';
import type { Figures } from '../figures/stage/figure.ts';
import { isCalendarDate, type CalendarDate } from '../locale/index.ts';
import { surveyMarkdown, type Survey } from '../markdown/index.ts';
import { decodeText, parseYaml, splitFrontMatter } from '../sources/index.ts';
import type { TextName } from './address.ts';
import { convertText, type ConvertedMarkdown } from './convert/convert-text.ts';
import { reportConversions } from './convert/conversion.ts';

/** A file to import: its path as shown in messages and its bytes. */
export interface PostFile extends TextName {
  file: string;
  bytes: Uint8Array;
}

/** A parsed post. */
export interface Post extends TextName {
  file: string;
  title: string;
  description: string;
  date: CalendarDate | undefined;
  updated: CalendarDate | undefined;
  draft: boolean;
  tags: readonly string[];
  /** Places of the values in the front matter. */
  places: ReadonlyMap<string, Place>;
  /** The converted Markdown, links excepted, with blank lines in place of the front matter. */
  text: ConvertedMarkdown;
  survey: Survey;
  /** Maps each id that the original may have had to the index of its heading, or -1 for the top of the text. */
  sourceIds: ReadonlyMap<string, number>;
}

/** A parsed post with the diagnostics of parsing it. Without a post, the diagnostics say why it can’t be read. */
interface ParsedPost {
  post: Post | undefined;
  diagnostics: Diagnostic[];
}

/** Parses a post and converts its Markdown, except for links. */
export function parsePost(source: PostFile, figures: Figures): ParsedPost {
  try {
    return convertPost(source, figures);
  } catch (error) {
    return { post: undefined, diagnostics: [crashDiagnostic(error, source.file)] };
  }
}

function convertPost(source: PostFile, figures: Figures): ParsedPost {
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
  const text = convertText(split.body, { title: title.text, figures });
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
      ...[title, description].flatMap(({ wasJoined }, index) => {
        const name = index === 0 ? 'title' : 'description';
        return wasJoined ? [joinedLine(name, file, placeOf(name))] : [];
      }),
      ...Object.entries({ date, updated }).flatMap(([name, value]) =>
        value == null || value.day === value.written ? [] : [convertedDate(name, value, file, placeOf(name))],
      ),
      ...reportConversions(text.conversions, file),
    ],
  };
}

const line = z.string().transform((value) => {
  const text = value.trim().replace(/\s*\n\s*/g, ' ');
  return { text, wasJoined: text !== value.trim() };
});

function required(name: string) {
  return line.refine(({ text }) => text !== '', `Unexpected empty \`${name}\`, expected a line of text`);
}

function notADay({ input }: { input?: unknown }): string {
  return `Unexpected date \`${String(input)}\`, expected an existing date as YYYY-MM-DD`;
}

const date = z
  .string({ error: notADay })
  .refine((written) => isCalendarDate(toDay(written)), { error: notADay })
  .transform((written) => ({ written, day: toDay(written) }));

/** The front matter of a post. Other keys are not imported. */
const frontMatter = z.looseObject({
  title: required('title'),
  description: required('description'),
  date: date.nullish(),
  tags: z.array(z.string()).nullish(),
  updated: date.nullish(),
  draft: z.boolean().nullish(),
});

/** Returns the date in `2026-03-11T09:00:00Z`, `2026/3/11` or `2026. 3. 11.` as YYYY-MM-DD. */
function toDay(written: string): string {
  const [, year = '', month = '', day = ''] =
    /^\s*(\d{4})(?:-|\/|\.\s*)(\d{1,2})(?:-|\/|\.\s*)(\d{1,2})\.?(?:[Tt\s].*)?$/.exec(written) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Collects the ids that places of the original may have had: explicit ids, and ids generated from headings as GitHub and most
 * site generators do. Original and converted headings are matched by line.
 */
function findSourceIds(
  { tree, treeBefore, toSource }: ConvertedMarkdown,
  survey: Survey,
): ReadonlyMap<string, number> {
  const { headings } = tree === treeBefore ? survey : surveyMarkdown(treeBefore);
  const lines = survey.headings.map((heading) => toSource(heading).line);
  const slugger = new GithubSlugger();
  const generated = headings.map(({ text }) => slugger.slug(text));
  const ids = new Map<string, number>();
  const add = (id: string | undefined, index: number): void => {
    if (id !== undefined && id !== '' && !ids.has(id)) ids.set(id, index);
  };
  const indices = headings.map(({ line: at }) => lines.indexOf(at));
  headings.forEach(({ explicitId }, index) => {
    add(explicitId, indices[index] ?? -1);
  });
  generated.forEach((id, index) => {
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
    what: `Unknown key \`${key}\`: not imported`,
    why: 'Narani has no such key, so nothing would read it.',
    fix: 'Nothing to do, unless readers should see the value: then write it in the text. The imported keys are title, description, date, tags, updated and draft.',
  };
}

function joinedLine(name: string, file: string, place: Place): Diagnostic {
  return {
    file,
    ...place,
    rule: 'import/line-break',
    severity: 'warning',
    what: `Line break in \`${name}\`: joined into one line`,
    why: 'Lists, feeds and search results show it on one line.',
    fix: 'Nothing to do.',
  };
}

function convertedDate(
  name: string,
  { written, day }: { written: string; day: string },
  file: string,
  place: Place,
): Diagnostic {
  return {
    file,
    ...place,
    rule: 'import/date-form',
    severity: 'warning',
    what: `\`${name}: ${written}\` converted to ${day}`,
    why: 'An article has a date (YYYY-MM-DD) without a time.',
    fix: 'Nothing to do, unless the time belongs to another day in the site’s time zone.',
  };
}
