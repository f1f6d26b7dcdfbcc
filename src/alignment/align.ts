import type { AlignableBlock, AlignableText, RecordedPair } from './alignable.ts';
import { flipAlignment, toAlignment, type Alignment } from './alignment.ts';
import { compareTexts, type Comparison } from './comparison.ts';
import { alignRunningText, dropDistantLinks } from './running-text.ts';
import { groupIndexes } from './group-indexes.ts';
import { findExemptBlocks, linkPinned, linkRecorded } from './known-links.ts';
import { excludeLinks, type Link } from './link.ts';
import { alignSequence } from './sequence.ts';

/**
 * Aligns two texts block by block. The result is symmetric: exchanging the texts flips the alignment.
 *
 * @param recorded pairs recorded when the text was translated, which apply where all their blocks are unchanged
 */
export function alignTexts(
  source: AlignableText,
  target: AlignableText,
  recorded: readonly RecordedPair[] = [],
): Alignment {
  if (isCanonicalOrder(source, target)) return alignInOrder(source, target, recorded);
  const exchanged = recorded.map(({ source, renders }) => ({ source: renders, renders: source }));
  return flipAlignment(alignInOrder(target, source, exchanged));
}

/** Defines a canonical order of two texts, so that ties between equally good alignments break the same way from either side. */
function isCanonicalOrder(source: AlignableText, target: AlignableText): boolean {
  const [own, other] = [source, target].map(({ locale, blocks }) =>
    [locale, ...blocks.map(({ digest }) => digest)].join(' '),
  ) as [string, string];
  return own <= other;
}

function alignInOrder(
  source: AlignableText,
  target: AlignableText,
  recorded: readonly RecordedPair[],
): Alignment {
  const exempt: Link = { source: findExemptBlocks(source), target: findExemptBlocks(target) };
  const pinned = withoutTaken(linkPinned(source, target), [exempt]);
  const { certain, likely } = linkRecorded(source, target, recorded);
  const recordedPairs = withoutTaken(certain, [exempt, ...pinned]);
  const known = [...pinned, ...recordedPairs];
  const comparison = compareTexts(source, target, likely);
  const isNote = ({ footnote }: AlignableBlock): boolean => footnote !== undefined;
  const notes: Link = { source: numbersOf(source, isNote), target: numbersOf(target, isNote) };
  const flow = excludeLinks([notes], { source: numbersOf(source), target: numbersOf(target) });
  const taken = [exempt, ...known];
  // A pin to a distant place is a move, which must not force the blocks around it out of order.
  const fixed = [...dropDistantLinks(pinned, flow), ...recordedPairs];
  const links = [
    ...known,
    ...alignRunningText(comparison, fixed, excludeLinks(taken, flow)),
    ...alignNotes(comparison, excludeLinks(taken, notes)),
  ];
  return toAlignment(links, flow, notes);
}

/** Aligns footnotes: those with the same label wherever they are, and the others in order. */
function alignNotes(comparison: Comparison, notes: Link): Link[] {
  const [own, other] = [
    groupIndexes(notes.source, (block) => comparison.source.blocks[block]?.footnote),
    groupIndexes(notes.target, (block) => comparison.target.blocks[block]?.footnote),
  ];
  const labeled = [...own].flatMap(([label, blocks]): Link[] => {
    const counterparts = other.get(label);
    if (counterparts === undefined) return [];
    return [
      {
        source: blocks.map((at) => notes.source[at] ?? -1),
        target: counterparts.map((at) => notes.target[at] ?? -1),
      },
    ];
  });
  return [...labeled, excludeLinks(labeled, notes)].flatMap((part) => alignSequence(comparison, part));
}

/** Drops links that share a block with a link of higher priority. */
function withoutTaken(links: readonly Link[], more: readonly Link[]): Link[] {
  const own = new Set(more.flatMap(({ source }) => source));
  const other = new Set(more.flatMap(({ target }) => target));
  return links.filter(
    ({ source, target }) =>
      !source.some((block) => own.has(block)) && !target.some((block) => other.has(block)),
  );
}

function numbersOf(
  { blocks }: AlignableText,
  belongs: (block: AlignableBlock) => boolean = () => true,
): number[] {
  return blocks.flatMap((block, number) => (belongs(block) ? [number] : []));
}
