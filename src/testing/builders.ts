import { formatDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { entryId, type Anchorable, type Entry, type Site, type SyncRecord } from '../model/index.ts';
import { blankEntry, type StoredEntry } from '../texts/index.ts';

/** Builds a diagnostic from the fields that matter to a test, with defaults for the others. */
export function diagnostic(fields: Partial<Diagnostic> = {}): Diagnostic {
  return {
    file: 'content/articles/a/en.md',
    line: 1,
    column: 1,
    rule: 'test/rule',
    severity: 'error',
    what: 'The link is broken',
    why: 'Readers would get an error page.',
    fix: 'Correct the path.',
    ...fields,
  };
}

/** Formats the first line of each diagnostic: place, severity, what, rule. */
export function headlines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).split('\n')[0] ?? '');
}

/** Builds the settings of a site in Korean and English, without a base path. */
export function site(fields: Partial<Site> = {}): Site {
  return {
    name: { ko: '나란히', en: 'Narani' },
    description: { ko: '나란히 선 글', en: 'Articles side by side' },
    author: { name: 'Narani' },
    origin: 'https://narani.example',
    base: '/',
    timezone: 'Asia/Seoul',
    locales: ['ko', 'en'],
    links: [],
    precompress: false,
    searchFiles: 20_000,
    ...fields,
  };
}

/** Builds the mark of a site. */
export function mark() {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"/>';
  return { shown: { type: 'narani' as const }, svg, favicon: svg, icon: { svg, share: 1 } };
}

/** Fields of an article that only its source entry has. */
type SourceFacts = Partial<Extract<Entry['role'], { type: 'source' }>>;

/** Builds a source entry; by default, the Korean text of an article. */
export function entry({
  date,
  updated,
  topics,
  aliases,
  series,
  draft,
  ...fields
}: Partial<Entry> & SourceFacts = {}): Entry {
  return {
    kind: 'article',
    slug: 'tail-latency',
    locale: 'ko',
    title: '꼬리 지연',
    description: '평균에 숨는 지연을 다룬다.',
    role: {
      type: 'source',
      date: date ?? '2026-11-22',
      updated,
      topics: topics ?? [],
      ...(aliases === undefined ? {} : { aliases }),
      ...(series === undefined ? {} : { series }),
      draft: draft ?? false,
    },
    ...fields,
  };
}

/** Builds a translation; by default, the English text of the article that {@link entry} builds. */
export function translation(fields: Partial<Entry> = {}): Entry {
  return entry({
    locale: 'en',
    title: 'Tail latency',
    role: { type: 'translation', from: 'ko', draft: false },
    ...fields,
  });
}

/** Builds a stored entry, by default one with an empty text. */
export function storedEntry(of: Entry, fields: Partial<StoredEntry> = {}): StoredEntry {
  const id = entryId(of);
  return blankEntry(of, { content: `body of ${id}`, file: `content/${id}.md`, ...fields });
}

/** Builds a heading that can have an anchor. Its digest is its text. */
export function anchorable(text: string, fields: Partial<Anchorable> = {}): Anchorable {
  return { kind: 'heading', text, digest: text, blocks: [], ...fields };
}

/** Builds the sync record of a translation from Korean. */
export function syncRecord(fields: Partial<SyncRecord> = {}): SyncRecord {
  return { version: 1, from: 'ko', segments: [], anchors: [], ...fields };
}
