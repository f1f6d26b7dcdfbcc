import { readFile } from 'node:fs/promises';
import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import { syncSchema, type Entry, type SyncRecord } from '../model/index.ts';
import { decodeText } from './text.ts';
import { parseYaml } from './yaml.ts';

/** Where a record stands, and which text it is of. */
export interface RecordPlace {
  slug: string;
  locale: Locale;
  /** The file as its owner knows it. */
  file: string;
  /** The file's absolute path. */
  path: string;
}

/** A record as it was read, as far as it can be, and what is wrong with it. */
export interface ReadRecord extends RecordPlace {
  sync: SyncRecord | undefined;
  /** Where its values stand in the file; nothing of one that a merge has left with both sides in it. */
  places: ReadonlyMap<string, Place> | undefined;
  diagnostics: Diagnostic[];
}

/**
 * Read the record beside a text. Whatever is wrong with it is a warning: nobody wrote it, and it can be made again from the texts.
 * Of one that a merge has left with both sides in it, the anchors of both are kept, since readers’ links depend on them.
 */
export async function readRecord(place: RecordPlace): Promise<ReadRecord> {
  const bytes = await readFile(place.path).catch((error: unknown) => String(error));
  if (typeof bytes === 'string') return damaged(place, [unreadable(place, bytes)]);
  const decoded = decodeText(bytes, place.file);
  if ('diagnostic' in decoded) return damaged(place, [toWarning(decoded.diagnostic, place)]);
  const { text } = decoded;
  const conflict = text.split('\n').findIndex((line) => marker.test(line));
  const { value, diagnostics, places } = parseRecord(withoutMarkers(text), place.file);
  if (conflict !== -1) {
    const sync = value === undefined ? undefined : { ...value, segments: [] };
    return { ...place, sync, places: undefined, diagnostics: [conflicted(place, conflict + 1)] };
  }
  return { ...place, sync: value, places, diagnostics: diagnostics.map((each) => toWarning(each, place)) };
}

/** What is wrong with a record beside the text that it is of, or beside none. Its segments count where they are of that text's source. */
export function validateRecord(
  read: ReadRecord,
  entry: Entry | undefined,
): { sync: SyncRecord | undefined; diagnostics: Diagnostic[] } {
  const { sync, diagnostics } = read;
  if (sync === undefined || entry === undefined) return { sync, diagnostics };
  const { role } = entry;
  const expected = role.type === 'source' ? undefined : role.from;
  const saysNothing = sync.from === undefined && sync.segments.length === 0;
  if (sync.from === expected || saysNothing) return { sync, diagnostics };
  // Ids that have been published stay, whatever the text is a translation of.
  return {
    sync: { ...sync, segments: [] },
    diagnostics: [...diagnostics, ...(diagnostics.length > 0 ? [] : [foreign(read, expected)])],
  };
}

/** What is said of a record beside which no text of its language stands. */
export function orphanRecord({ file, locale }: RecordPlace): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'sync/orphan',
    severity: 'warning',
    what: `This record has no text: there is no ${locale}.md beside it`,
    why: 'The record is ignored. If the text was moved, its published anchors and translation status did not move with it.',
    fix: `Restore ${locale}.md, move the record to its text, or delete the record.`,
  };
}

const marker = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

function withoutMarkers(text: string): string {
  return text
    .split('\n')
    .filter((line) => !marker.test(line))
    .join('\n');
}

function parseRecord(text: string, file: string) {
  return parseYaml(text, () => syncSchema, { file, linesBefore: 0 });
}

function damaged(place: RecordPlace, diagnostics: Diagnostic[]): ReadRecord {
  return { ...place, sync: undefined, places: undefined, diagnostics };
}

const lost =
  'The record is ignored: changes of the source since the translation was made can’t be detected, and reworded headings lose their published anchors.';

function makeAgain({ slug }: RecordPlace): string {
  return `Restore an earlier version of it, or record the texts as they are now: \`npm run translate -- ${slug} --done\`.`;
}

/** A mistake in a file that no one wrote: what it costs, and how it is made again. */
function toWarning(diagnostic: Diagnostic, place: RecordPlace): Diagnostic {
  return { ...diagnostic, severity: 'warning', why: lost, fix: makeAgain(place) };
}

function unreadable(place: RecordPlace, error: string): Diagnostic {
  return {
    file: place.file,
    line: 1,
    column: 1,
    rule: 'sync/unreadable',
    severity: 'warning',
    what: `Cannot read this record: ${error}`,
    why: lost,
    fix: 'Check the file’s permissions.',
  };
}

function conflicted(place: RecordPlace, line: number): Diagnostic {
  return {
    file: place.file,
    line,
    column: 1,
    rule: 'sync/conflict',
    severity: 'warning',
    what: 'This record contains an unresolved merge conflict',
    why: 'Published anchors are still read from both sides, but changes of the source since the translation was made can’t be detected.',
    fix: `Resolve the conflict, or record the texts as they are now: \`npm run translate -- ${place.slug} --done\`.`,
  };
}

function foreign({ places, sync, ...place }: ReadRecord, expected: Locale | undefined): Diagnostic {
  const recorded = sync?.from === undefined ? 'a source' : `a translation from \`${sync.from}\``;
  const actual = expected === undefined ? 'a source' : `a translation from \`${expected}\``;
  return {
    file: place.file,
    ...(places?.get('from') ?? { line: 1, column: 1 }),
    rule: 'sync/foreign',
    severity: 'warning',
    what: `This record belongs to ${recorded}, but ${place.locale}.md is ${actual}`,
    why: 'The record was made for another source, so it can’t show what has changed in this one; its segments are ignored.',
    fix: makeAgain(place),
  };
}
