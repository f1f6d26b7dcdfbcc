import { pageToHref, type Page } from '../locale/index.ts';
import { footnotesAnchor, toFragment, type Survey, type TextAnchors } from '../markdown/index.ts';
import {
  entryId,
  siteAddress,
  type Revision,
  type Site,
  type SourceChange,
  type TranslationState,
} from '../model/index.ts';
import type { EntryFile } from '../sources/index.ts';

/** What of a text counts where another is held against it. */
interface Known extends Pick<TextAnchors, 'anchors' | 'blockIds'> {
  file: EntryFile;
  survey: Survey;
}

/** A text that may be a translation. */
interface Translation extends Known {
  /** What has become of it as one. */
  translation: TranslationState | undefined;
}

/** Texts, of which each translation knows where its source says something else by now. */
export function withRevisions<T extends Translation & { id: string }>(
  texts: readonly T[],
  site: Site,
): (T & { revisions: Revision[] })[] {
  const byId = new Map(texts.map((text) => [text.id, text]));
  return texts.map((text) => {
    const { kind, slug, entry } = text.file;
    const { role } = entry;
    const source =
      role.type === 'translation' ? byId.get(entryId({ kind, slug, locale: role.from })) : undefined;
    return { ...text, revisions: source === undefined ? [] : findRevisions(text, source, site) };
  });
}

/**
 * The places of a translation where its source says something else by now, in the order of its text. What was added at one place
 * is one, and so is what one block renders.
 */
export function findRevisions(translation: Translation, source: Known, site: Site): Revision[] {
  if (translation.translation?.type !== 'outdated') return [];
  const marks = toMarks(
    translation.translation.changes.map((change) => outOfNotes(change, translation, source)),
  );
  const sections = sectionsOf(translation);
  const hrefOf = createHrefFinder(translation.file, source, site);
  return marks.map(({ kind, block, count, change }, index): Revision => {
    const section = block === undefined ? undefined : sections[block];
    const own = kind === 'added' || block === undefined ? undefined : ownId(translation, block, section);
    const id = own ?? `page:revision-${index + 1}`;
    return { kind, block, count, id, section, href: hrefOf(change, { id, section }) };
  });
}

/** The id that a block has anyway: a heading, a figure, a table. */
function ownId({ survey, blockIds }: Known, block: number, section: string | undefined): string | undefined {
  return survey.blocks[block]?.type === 'heading' ? section : blockIds[block];
}

/** A change of which what it belongs after is no footnote, unless it is one itself: notes stand behind all else. */
function outOfNotes(change: SourceChange, translation: Known, source: Known): SourceChange {
  const isNote = ({ survey }: Known, block: number | undefined): boolean =>
    survey.blocks[block ?? -1]?.footnote !== undefined;
  if (isNote(source, change.source)) return change;
  let { after } = change;
  while (after !== undefined && isNote(translation, after)) after = after === 0 ? undefined : after - 1;
  return { ...change, after };
}

interface Mark extends Pick<Revision, 'kind' | 'block' | 'count'> {
  /** The first of the changes that it tells of. */
  change: SourceChange;
}

function toMarks(changes: readonly SourceChange[]): Mark[] {
  const blocks = new Map<number, Mark>();
  const gaps = new Map<number | undefined, Mark>();
  for (const change of changes) {
    const { kind, renders, after } = change;
    if (kind !== 'added' && renders.length > 0) {
      for (const block of renders) {
        const known = blocks.get(block);
        if (known === undefined || (known.kind === 'removed' && kind === 'changed'))
          blocks.set(block, { kind, block, count: 1, change });
      }
      // What the source has no more and nothing rendered is nothing to a reader.
    } else if (kind !== 'removed') {
      const gap = gaps.get(after) ?? { kind: 'added', block: after, count: 0, change };
      gaps.set(after, { ...gap, count: gap.count + 1 });
    }
  }
  return [...blocks.values(), ...gaps.values()].sort((one, other) => placeOf(one) - placeOf(other));
}

/** What was added after a block stands behind the block itself, and what was added at the beginning before all. */
function placeOf({ kind, block = -1 }: Mark): number {
  return block + (kind === 'added' ? 0.5 : 0);
}

/**
 * What finds where the source can be read at a place. An article has a page that shows both languages, and there every id of the
 * translation stands too; of a single page it is the section of the source.
 */
function createHrefFinder({ kind, slug, locale }: EntryFile, source: Known, site: Site) {
  const from = source.file.locale;
  const address = siteAddress(site);
  const sections = sectionsOf(source);
  const page: Page = { type: 'single', slug };
  return (change: SourceChange, { id, section }: Pick<Revision, 'id' | 'section'>): string => {
    if (kind === 'article')
      return toHref(pageToHref({ type: 'side-by-side', slug, other: from }, locale, address), id);
    const inSource = change.source === undefined ? section : sections[change.source];
    return toHref(pageToHref(page, from, address), sections.includes(inSource) ? inSource : undefined);
  };
}

function toHref(page: string, id: string | undefined): string {
  return id === undefined ? page : page + toFragment(id);
}

/** For each block of a text the anchor of the heading it stands under; of footnotes, that of theirs. */
function sectionsOf({ survey, anchors }: Pick<Known, 'survey' | 'anchors'>): (string | undefined)[] {
  let headings = 0;
  return survey.blocks.map(({ type, footnote }) => {
    if (type === 'heading') headings += 1;
    return footnote === undefined ? anchors[headings - 1] : footnotesAnchor;
  });
}
