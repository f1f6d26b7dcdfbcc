import type { AlignableBlock, AlignableText, RecordedPair } from './alignable.ts';
import { flipAlignment, type Alignment } from './alignment.ts';
import { findExempt, findPinned } from './anchors/comments.ts';
import { findRecorded } from './anchors/recorded.ts';
import { compareTexts } from './comparison.ts';
import { alignFlow, linksNearby } from './flow.ts';
import { leaveOut, type Link } from './link.ts';
import { alignNotes } from './notes.ts';
import { toAlignment } from './to-alignment.ts';

/**
 * Align two texts block by block. Exchanged, they align the same way.
 *
 * @param recorded pairs known from when the one was translated, which hold where all their blocks still stand
 */
export function alignTexts(
  source: AlignableText,
  target: AlignableText,
  recorded: readonly RecordedPair[] = [],
): Alignment {
  if (standsFirst(source, target)) return alignInOrder(source, target, recorded);
  const exchanged = recorded.map(({ source, renders }) => ({ source: renders, renders: source }));
  return flipAlignment(alignInOrder(target, source, exchanged));
}

/** Of equally good alignments one is taken; so that it is the same from either side, texts are always looked at in one order. */
function standsFirst(source: AlignableText, target: AlignableText): boolean {
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
  const exempt: Link = { source: findExempt(source), target: findExempt(target) };
  const pinned = withoutTaken(findPinned(source, target), [exempt]);
  const { certain, likely } = findRecorded(source, target, recorded);
  const recordedPairs = withoutTaken(certain, [exempt, ...pinned]);
  const known = [...pinned, ...recordedPairs];
  const comparison = compareTexts(source, target, likely);
  const isNote = ({ footnote }: AlignableBlock): boolean => footnote !== undefined;
  const notes: Link = { source: numbersOf(source, isNote), target: numbersOf(target, isNote) };
  const flow = leaveOut([notes], { source: numbersOf(source), target: numbersOf(target) });
  const taken = [exempt, ...known];
  // What its author has pinned to a far place has moved: what stands around it has not.
  const walls = [...linksNearby(pinned, flow), ...recordedPairs];
  const links = [
    ...known,
    ...alignFlow(comparison, walls, leaveOut(taken, flow)),
    ...alignNotes(comparison, leaveOut(taken, notes)),
  ];
  return toAlignment(links, flow, notes);
}

/** Links of which no block is in another that counts more. */
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
