import { pageToHref, type Page } from '../locale/index.ts';
import { toFragment, type Survey, type TextAnchors } from '../markdown/index.ts';
import {
  entryId,
  footnotesAnchor,
  siteAddress,
  type Revision,
  type Site,
  type SourceChange,
  type TranslationState,
} from '../model/index.ts';
import type { EntryFile } from '../sources/index.ts';

/** The parts of a text that revisions are computed from. */
interface RevisionText extends Pick<TextAnchors, 'anchors' | 'blockIds'> {
  file: EntryFile;
  survey: Survey;
}

/** A text that may be a translation. */
interface Translation extends RevisionText {
  /** State of the translation; `undefined` for a source. */
  translation: TranslationState | undefined;
}

/** Adds the revisions to each text. A source has none. */
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
 * Returns the places where a translation is out of date, in order. Additions at one place are one revision, and so are all
 * changes to the source of one block.
 */
export function findRevisions(translation: Translation, source: RevisionText, site: Site): Revision[] {
  if (translation.translation?.type !== 'outdated') return [];
  const marks = toMarks(
    translation.translation.changes.map((change) => beforeFootnotes(change, translation, source)),
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

/** Returns the id that a heading, a figure or a table has already. */
function ownId(
  { survey, blockIds }: RevisionText,
  block: number,
  section: string | undefined,
): string | undefined {
  return survey.blocks[block]?.type === 'heading' ? section : blockIds[block];
}

/** Moves an added passage before the footnotes, which come last on the page, unless it belongs to a footnote. */
function beforeFootnotes(
  change: SourceChange,
  translation: RevisionText,
  source: RevisionText,
): SourceChange {
  const isFootnote = ({ survey }: RevisionText, block: number | undefined): boolean =>
    survey.blocks[block ?? -1]?.footnote !== undefined;
  if (isFootnote(source, change.source)) return change;
  let { after } = change;
  while (after !== undefined && isFootnote(translation, after)) after = after === 0 ? undefined : after - 1;
  return { ...change, after };
}

interface Mark extends Pick<Revision, 'kind' | 'block' | 'count'> {
  /** The first change that this mark reports. */
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
      // A removed passage that was never translated makes no difference to readers.
    } else if (kind !== 'removed') {
      const gap = gaps.get(after) ?? { kind: 'added', block: after, count: 0, change };
      gaps.set(after, { ...gap, count: gap.count + 1 });
    }
  }
  return [...blocks.values(), ...gaps.values()].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Sorts additions after the block they follow, and additions at the beginning first. */
function placeOf({ kind, block = -1 }: Mark): number {
  return block + (kind === 'added' ? 0.5 : 0);
}

/**
 * Returns a function that finds the address to compare a revision with its source. An article has a side-by-side page, which
 * has every id of the translation. For a single page it is the section in the source.
 */
function createHrefFinder({ kind, slug, locale }: EntryFile, source: RevisionText, site: Site) {
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

/** Returns the anchor of the section of each block; for footnotes, that of their heading. */
function sectionsOf({ survey, anchors }: Pick<RevisionText, 'survey' | 'anchors'>): (string | undefined)[] {
  let headings = 0;
  return survey.blocks.map(({ type, footnote }) => {
    if (type === 'heading') headings += 1;
    return footnote === undefined ? anchors[headings - 1] : footnotesAnchor;
  });
}
