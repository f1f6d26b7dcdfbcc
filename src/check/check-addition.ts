import type { Diagnostic } from '../diagnostics/index.ts';
import { createLibrary, lintText, renderText, type Library, type Text } from '../library/index.ts';
import type { CalendarDate } from '../locale/index.ts';
import type { Content, EntryFile } from '../sources/index.ts';
import { checkLibrary } from './check.ts';

/** Content as it would be with an addition, and the part of it that stood there before and stays. */
export interface Addition {
  before: Content;
  after: Content;
  /** The entries of `after` that are new. */
  added: ReadonlySet<EntryFile>;
}

/** What an addition would bring with it: everything wrong with what is new, and what is wrong elsewhere that was not before. */
export async function checkAddition(addition: Addition, today: CalendarDate): Promise<Diagnostic[]> {
  const { before, after, added } = addition;
  const library = createLibrary(after, today);
  const found = await checkLibrary(library);
  const isPartNew = after.entries.length > added.size;
  const known = isPartNew ? await checkLibrary(createLibrary(before, today)) : before.diagnostics;
  const told = new Set(known.map(nameOf));
  return [...found.filter((each) => !told.has(nameOf(each))), ...(await lintTexts(library, added))];
}

async function lintTexts({ texts }: Library, added: ReadonlySet<EntryFile>): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const text of texts.filter(({ file }) => added.has(file))) diagnostics.push(...(await lint(text)));
  return diagnostics;
}

/** Whether a diagram can be laid out shows only when it is drawn. */
async function lint(text: Text): Promise<Diagnostic[]> {
  return text.file.body.includes('mermaid') ? (await renderText(text)).diagnostics : lintText(text);
}

/** What is wrong is the same where it is worded otherwise: what may have been meant depends on what else there is. */
function nameOf({ file, line, column, rule }: Diagnostic): string {
  return JSON.stringify([file, line, column, rule]);
}
