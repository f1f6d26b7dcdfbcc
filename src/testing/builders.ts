import type { Diagnostic } from '../diagnostics/index.ts';
import type { Anchorable, Entry, Site, SyncRecord } from '../model/index.ts';

/** A diagnostic of which only what a test is about needs saying. */
export function diagnostic(said: Partial<Diagnostic> = {}): Diagnostic {
  return {
    file: 'content/articles/a/en.md',
    line: 1,
    column: 1,
    rule: 'test/rule',
    severity: 'error',
    what: 'Unexpected thing, expected another',
    why: 'A reader would be lost.',
    fix: 'Write the other.',
    ...said,
  };
}

/** The settings of a site in Korean and English at the root of its host. */
export function site(said: Partial<Site> = {}): Site {
  return {
    name: { ko: '나란히', en: 'Narani' },
    description: { ko: '나란히 선 글', en: 'Articles side by side' },
    author: { name: 'Narani' },
    origin: 'https://narani.example',
    base: '/',
    timezone: 'Asia/Seoul',
    locales: ['ko', 'en'],
    links: [],
    ...said,
  };
}

/** What the entry written first says for all languages. */
type SourceFacts = Partial<Extract<Entry['role'], { type: 'source' }>>;

/** An entry written first: the Korean of an article, if nothing else is said. */
export function entry({ date, updated, topics, draft, ...said }: Partial<Entry> & SourceFacts = {}): Entry {
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
      draft: draft ?? false,
    },
    ...said,
  };
}

/** The English translation of {@link entry}'s Korean, if nothing else is said. */
export function translation(said: Partial<Entry> = {}): Entry {
  return entry({ locale: 'en', title: 'Tail latency', role: { type: 'translation', from: 'ko' }, ...said });
}

/** A heading that can have an anchor, whose digest is its text. */
export function anchorable(text: string, said: Partial<Anchorable> = {}): Anchorable {
  return { kind: 'heading', text, digest: text, blocks: [], ...said };
}

/** The record beside a translation of a Korean text. */
export function syncRecord(said: Partial<SyncRecord> = {}): SyncRecord {
  return { version: 1, from: 'ko', segments: [], anchors: [], ...said };
}
