import type { alignLanguages } from '../alignment/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import {
  createLibrary,
  createParser,
  lintText,
  relateLanguages,
  surveyEntry,
  type Library,
  type LibrarySteps,
  type ParseText,
} from '../library/index.ts';
import type { CalendarDate } from '../locale/index.ts';
import type { Content, EntryFile } from '../sources/index.ts';
import { checkLibrary } from './check.ts';

/** Content before and after entries are added to it. Entries that the addition replaces are in neither `before` nor `after`. */
export interface Addition {
  before: Content;
  after: Content;
  /** The new entries, all of them in `after`. */
  added: ReadonlySet<EntryFile>;
}

/**
 * Returns the diagnostics that an addition would introduce, in the new entries or elsewhere.
 *
 * @param steps.parse parses each entry once; see `createParser`
 * @param steps.align a function with the same results as `alignLanguages`
 */
export async function checkAddition(
  addition: Addition,
  today: CalendarDate,
  { parse = createParser(), align }: { parse?: ParseText; align?: typeof alignLanguages } = {},
): Promise<Diagnostic[]> {
  const { before, after, added } = addition;
  const steps: LibrarySteps = {
    survey: (entry) => surveyEntry(entry, parse),
    relate: (languages, site, names) => relateLanguages(languages, site, names, align),
  };
  const library = createLibrary(after, today, steps);
  const found = await checkLibrary(library);
  const hadContent = after.entries.length > added.size;
  const known = hadContent ? await checkLibrary(createLibrary(before, today, steps)) : before.diagnostics;
  const knownKeys = new Set(known.map(toKey));
  return [
    ...found.filter((each) => !knownKeys.has(toKey(each))),
    ...(await lintTexts(library, added, parse)),
  ];
}

async function lintTexts(
  { texts }: Library,
  added: ReadonlySet<EntryFile>,
  parse: ParseText,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const text of texts.filter(({ file }) => added.has(file)))
    diagnostics.push(...(await lintText(text, parse(text.file).tree)));
  return diagnostics;
}

/** Identifies a diagnostic without its message: “did you mean” suggestions change when content is added. */
function toKey({ file, line, column, rule }: Diagnostic): string {
  return JSON.stringify([file, line, column, rule]);
}
