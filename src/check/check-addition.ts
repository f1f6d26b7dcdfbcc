import type { Diagnostic } from '../diagnostics/index.ts';
import {
  createLibrary,
  createParser,
  lintText,
  renderText,
  type Library,
  type ParseEntry,
  type Text,
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
 * @param parse parses each entry once; see `createParser`
 */
export async function checkAddition(
  addition: Addition,
  today: CalendarDate,
  parse: ParseEntry = createParser(),
): Promise<Diagnostic[]> {
  const { before, after, added } = addition;
  const library = createLibrary(after, today, parse);
  const found = await checkLibrary(library);
  const hadContent = after.entries.length > added.size;
  const known = hadContent ? await checkLibrary(createLibrary(before, today, parse)) : before.diagnostics;
  const knownKeys = new Set(known.map(toKey));
  return [...found.filter((each) => !knownKeys.has(toKey(each))), ...(await lintTexts(library, added))];
}

async function lintTexts({ texts }: Library, added: ReadonlySet<EntryFile>): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const text of texts.filter(({ file }) => added.has(file))) diagnostics.push(...(await lint(text)));
  return diagnostics;
}

/** Renders a text with diagrams, because only drawing them shows whether they can be laid out; lints any other text. */
async function lint(text: Text): Promise<Diagnostic[]> {
  return text.file.body.includes('mermaid') ? (await renderText(text)).diagnostics : lintText(text);
}

/** Identifies a diagnostic without its message: “did you mean” suggestions change when content is added. */
function toKey({ file, line, column, rule }: Diagnostic): string {
  return JSON.stringify([file, line, column, rule]);
}
