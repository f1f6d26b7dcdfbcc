import type { Alignment } from '../alignment/index.ts';
import {
  matchDigests,
  type Gap,
  type DigestMatches,
  type SourceChange,
  type SyncRecord,
  type TranslationState,
} from '../model/index.ts';

/** What of a block of the source says whether a translation has to render it. */
export interface SourceBlock {
  digest: string;
  /** The language for which alone it is meant. */
  only?: string | undefined;
  /** Label of the footnote it stands in. */
  footnote?: string | undefined;
}

/** What a translation's state is worked out from: blocks in the order of the texts, and the record beside it. */
export interface TranslationTexts {
  source: readonly SourceBlock[];
  translation: readonly { digest: string }[];
  record: SyncRecord | undefined;
  /** The two as they are now, by which blocks are found that nothing recorded leads to. */
  alignment?: Alignment | undefined;
}

/**
 * The state of a translation: what of its source has changed since it was stamped.
 *
 * Blocks are known again by what they say, wherever their lines break and whatever has become of dates and commits. What has
 * moved, and what nothing has to render, is no change.
 */
export function findTranslationState(texts: TranslationTexts): TranslationState {
  if (!isRecorded(texts)) return { type: 'unrecorded' };
  const changes = findChanges(texts).map(({ change }) => change);
  return changes.length === 0 ? { type: 'current' } : { type: 'outdated', changes };
}

/** The changes of the source since which nothing has been done about the blocks that render it. */
export function findUntouched(texts: TranslationTexts): SourceChange[] {
  if (!isRecorded(texts)) return [];
  return findChanges(texts).flatMap(({ change, isTouched }) => (isTouched ? [] : [change]));
}

function isRecorded({ translation, record }: TranslationTexts): boolean {
  return record !== undefined && record.segments.length > 0 && translation.length > 0;
}

interface FoundChange {
  change: SourceChange;
  /** Whether the translation has changed where the change is to be rendered. */
  isTouched: boolean;
}

function findChanges(texts: TranslationTexts): FoundChange[] {
  const rendering = findRendering(texts);
  const { recorded, sources } = rendering;
  /** For each block of the source the recorded one that it is, or was before it changed. */
  const was: (number | undefined)[] = texts.source.map(() => undefined);
  for (const [index, place] of sources.places.entries()) if (place !== undefined) was[place] = index;
  const pairs = sources.gaps.map((gap) => ({ gap, changed: pairGap(gap, rendering) }));
  for (const { changed } of pairs) for (const [before, now] of changed) was[now] = before;
  const context = { ...rendering, was, source: texts.source };
  return pairs.flatMap(({ gap, changed }) => {
    const now = gap.now.flatMap((index) => nowChange(index, context));
    const gone = gap.before.filter((index) => !changed.some(([before]) => before === index));
    return [...now, ...gone.flatMap((index) => removal(recorded[index]?.segment ?? 0, rendering))];
  });
}

/** What of a record stands in the texts as they are. */
interface Rendering {
  /** Blocks of the source as they were, each with the segment it is in. */
  recorded: readonly { segment: number }[];
  sources: DigestMatches;
  /** Blocks of the translation that render a segment: as they were, or at their places. */
  rendersOf: (segment: number) => number[];
  /** Whether blocks that render a segment are there no more as they were. */
  isEdited: (segment: number) => boolean;
  /** Whether a segment is rendered at all. */
  isRendered: (segment: number) => boolean;
  /** Blocks of the translation that nothing recorded leads to. */
  isNew: (block: number) => boolean;
  /** Blocks of the translation that the alignment pairs with one of the source, and the other way. */
  alignedTo: (source: number) => readonly number[];
  alignedFrom: (block: number) => readonly number[];
}

function findRendering({ source, translation, record, alignment }: TranslationTexts): Rendering {
  const segments = record?.segments ?? [];
  const recorded = segments.flatMap((each, segment) => each.source.map((digest) => ({ digest, segment })));
  const rendered = segments.flatMap((each, segment) => each.renders.map((digest) => ({ digest, segment })));
  const sources = matchDigests(recorded.map(digestOf), source.map(digestOf));
  const renders = matchDigests(rendered.map(digestOf), translation.map(digestOf));
  const places = new Map<number, number[]>();
  const edited = new Set<number>();
  const known = new Set(renders.places);
  const put = (index: number, place: number): void => {
    const segment = rendered[index]?.segment ?? 0;
    places.set(
      segment,
      [...new Set([...(places.get(segment) ?? []), place])].sort((a, b) => a - b),
    );
  };
  for (const [index, place] of renders.places.entries()) {
    if (place === undefined) edited.add(rendered[index]?.segment ?? 0);
    else put(index, place);
  }
  const taken = new Set<number>();
  for (const { before, now } of renders.gaps) {
    for (const [index, was] of before.entries()) {
      // Where the translator has joined blocks, the last there stands for those that are left over.
      const place = now[Math.min(index, now.length - 1)];
      if (place === undefined) continue;
      put(was, place);
      taken.add(place);
    }
  }
  const aligned = alignment?.segments ?? [];
  const to = new Map(aligned.flatMap((each) => each.source.map((index) => [index, each.target] as const)));
  const from = new Map(aligned.flatMap((each) => each.target.map((index) => [index, each.source] as const)));
  return {
    recorded,
    sources,
    rendersOf: (segment) => places.get(segment) ?? [],
    isEdited: (segment) => edited.has(segment),
    isRendered: (segment) => (segments[segment]?.renders.length ?? 0) > 0,
    isNew: (block) => !known.has(block) && !taken.has(block),
    alignedTo: (index) => to.get(index) ?? [],
    alignedFrom: (block) => from.get(block) ?? [],
  };
}

function digestOf({ digest }: { digest: string }): string {
  return digest;
}

/**
 * Pair what was in a gap with what is there now. As many as there were are the same ones, changed. Else the alignment says
 * which of those now there stands against what rendered one before, and the rest pair in order between.
 */
function pairGap({ before, now }: Gap, rendering: Rendering): [number, number][] {
  const inOrder = (was: readonly number[], is: readonly number[]): [number, number][] =>
    was.slice(0, is.length).map((each, index) => [each, is[index] ?? 0]);
  if (before.length === now.length) return inOrder(before, now);
  const pairs: [number, number][] = [];
  let [done, doneNow] = [0, 0];
  for (const [index, was] of before.entries()) {
    const blocks = rendering.rendersOf(rendering.recorded[was]?.segment ?? 0);
    const hinted = new Set(blocks.flatMap((block) => rendering.alignedFrom(block)));
    const at = now.findIndex((each, place) => place >= doneNow && hinted.has(each));
    if (at === -1) continue;
    pairs.push(...inOrder(before.slice(done, index), now.slice(doneNow, at)), [was, now[at] ?? 0]);
    [done, doneNow] = [index + 1, at + 1];
  }
  return [...pairs, ...inOrder(before.slice(done), now.slice(doneNow))];
}

interface ChangeContext extends Rendering {
  source: readonly SourceBlock[];
  was: readonly (number | undefined)[];
}

function nowChange(index: number, context: ChangeContext): FoundChange[] {
  const { source, was, recorded } = context;
  const before = was[index];
  const segment = before === undefined ? undefined : recorded[before]?.segment;
  const renders = segment === undefined ? [] : context.rendersOf(segment);
  const isRendered = segment !== undefined && context.isRendered(segment);
  // What is meant for one language alone, and was before, has nothing to be brought up to date.
  if (!isRendered && source[index]?.only !== undefined) return [];
  const after = renders.length === 0 ? findAfter(index, context) : undefined;
  const isTouched = isRendered
    ? context.isEdited(segment)
    : context.alignedTo(index).some((block) => context.isNew(block));
  const kind = before === undefined ? 'added' : 'changed';
  return [{ change: { kind, source: index, renders, after }, isTouched }];
}

/** A block that is gone is a change as long as something renders it. */
function removal(segment: number, rendering: Rendering): FoundChange[] {
  const renders = rendering.rendersOf(segment);
  if (renders.length === 0) return [];
  const change = { kind: 'removed', source: undefined, renders, after: undefined } as const;
  return [{ change, isTouched: rendering.isEdited(segment) }];
}

/** The last block of the translation that renders what comes before a block of the source. */
function findAfter(index: number, context: ChangeContext): number | undefined {
  const { source, was, recorded } = context;
  const own = source[index]?.footnote;
  for (let before = index - 1; before >= 0; before -= 1) {
    const footnote = source[before]?.footnote;
    // A footnote may stand anywhere between paragraphs, and elsewhere in the translation.
    if (footnote !== undefined && footnote !== own && own === undefined) continue;
    const record = was[before];
    const known = record === undefined ? [] : context.rendersOf(recorded[record]?.segment ?? 0);
    const blocks = known.length > 0 ? known : context.alignedTo(before).filter(context.isNew);
    if (blocks.length > 0) return Math.max(...blocks);
  }
  return undefined;
}
