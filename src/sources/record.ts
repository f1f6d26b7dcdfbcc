import { readFileSync } from 'node:fs';
import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import { syncSchema, type Entry, type SyncRecord } from '../model/index.ts';
import { isMoved } from './moved.ts';
import { decodeText } from './text.ts';
import { recallYaml, type YamlMemory } from './yaml-memory.ts';

/** The sync file of a text. */
interface RecordPlace {
  slug: string;
  locale: Locale;
  /** Path relative to the root, for messages. */
  file: string;
  /** Absolute path. */
  path: string;
}

/** A sync file as read, as far as it is readable, with diagnostics. */
export interface ReadRecord extends RecordPlace {
  sync: SyncRecord | undefined;
  /** Positions of the values in the file; `undefined` if it has merge conflict markers. */
  places: ReadonlyMap<string, Place> | undefined;
  diagnostics: Diagnostic[];
}

/**
 * Reads the sync file of a text; without data if there is none. Every problem is a warning, because the file is generated and can be regenerated from the texts. If
 * it has merge conflict markers, the anchors of both sides count, because readers’ links depend on them.
 */
export function readRecord(place: RecordPlace, yaml?: YamlMemory): ReadRecord {
  const bytes = readBytes(place.path);
  if (bytes === undefined) return withoutData(place, []);
  if (typeof bytes === 'string') return withoutData(place, [unreadable(place, bytes)]);
  const decoded = decodeText(bytes, place.file);
  if ('diagnostic' in decoded) return withoutData(place, [toWarning(decoded.diagnostic, place)]);
  const { text } = decoded;
  const conflict = text.split('\n').findIndex((line) => conflictMarker.test(line));
  const { value, diagnostics, places } = parseRecord(withoutMarkers(text), place.file, yaml);
  if (conflict !== -1) {
    const sync = value === undefined ? undefined : { ...value, segments: [] };
    return { ...place, sync, places: undefined, diagnostics: [conflicted(place, conflict + 1)] };
  }
  return { ...place, sync: value, places, diagnostics: diagnostics.map((each) => toWarning(each, place)) };
}

/** Returns the bytes of a file, `undefined` if there is none, or the reason why it can’t be read. */
function readBytes(file: string): Uint8Array | string | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    return isMoved(error) ? undefined : String(error);
  }
}

/** Compares a sync file with its entry. Segments for another source are dropped, with a diagnostic; anchors are always preserved. */
export function validateRecord(
  read: ReadRecord,
  entry: Entry | undefined,
): { sync: SyncRecord | undefined; diagnostics: Diagnostic[] } {
  const { sync, diagnostics } = read;
  if (sync === undefined || entry === undefined) return { sync, diagnostics };
  const { role } = entry;
  const expected = role.type === 'source' ? undefined : role.from;
  const hasAnchorsOnly = sync.from === undefined && sync.segments.length === 0;
  if (sync.from === expected || hasAnchorsOnly) return { sync, diagnostics };
  // Published ids are preserved even if the text is now a translation of another source.
  return {
    sync: { ...sync, segments: [] },
    diagnostics: [...diagnostics, ...(diagnostics.length > 0 ? [] : [foreign(read, expected)])],
  };
}

/** Reports a sync file without a text of its language. */
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

const conflictMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

function withoutMarkers(text: string): string {
  return text
    .split('\n')
    .filter((line) => !conflictMarker.test(line))
    .join('\n');
}

function parseRecord(text: string, file: string, yaml: YamlMemory | undefined) {
  return recallYaml(text, () => syncSchema, { file, linesBefore: 0, schema: 'record' }, yaml);
}

function withoutData(place: RecordPlace, diagnostics: Diagnostic[]): ReadRecord {
  return { ...place, sync: undefined, places: undefined, diagnostics };
}

const consequence =
  'The record is ignored: changes of the source since the translation was made can’t be detected, and reworded headings lose their published anchors.';

function howToRegenerate({ slug }: RecordPlace): string {
  return `Restore an earlier version of it, or record the texts as they are now: \`npm run translate -- ${slug} --done\`.`;
}

/** Turns a diagnostic about the contents into a warning that explains how to regenerate the file. */
function toWarning(diagnostic: Diagnostic, place: RecordPlace): Diagnostic {
  return { ...diagnostic, severity: 'warning', why: consequence, fix: howToRegenerate(place) };
}

function unreadable(place: RecordPlace, error: string): Diagnostic {
  return {
    file: place.file,
    line: 1,
    column: 1,
    rule: 'sync/unreadable',
    severity: 'warning',
    what: `Cannot read this record: ${error}`,
    why: consequence,
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
    fix: howToRegenerate(place),
  };
}
