import type { Alignment } from '../alignment/index.ts';
import {
  matchDigests,
  type Gap,
  type DigestMatches,
  type SourceChange,
  type SyncRecord,
  type TranslationState,
} from '../model/index.ts';

/** The properties of a source block that decide whether it needs a translation. */
interface SourceBlock {
  digest: string;
  /** The only language that the block is meant for, from an `only:` comment. */
  only?: string | undefined;
  /** Label of the footnote that contains the block. */
  footnote?: string | undefined;
}

/** A source and its translation: their blocks in order, and the sync record of the translation. */
export interface TranslationTexts {
  source: readonly SourceBlock[];
  translation: readonly { digest: string }[];
  record: SyncRecord | undefined;
  /** The alignment of the current texts. It locates blocks that the record doesn’t know. */
  alignment?: Alignment | undefined;
}

/**
 * Returns the state of a translation: which blocks of its source have changed since it was recorded.
 *
 * Blocks are matched by digest, which ignores line breaks; dates and commits play no role. Moved blocks, and blocks that need no
 * translation, are not changes.
 */
export function findTranslationState(texts: TranslationTexts): TranslationState {
  if (!isRecorded(texts)) return { type: 'unrecorded' };
  const changes = findChanges(texts).map(({ change }) => change);
  return changes.length === 0 ? { type: 'current' } : { type: 'outdated', changes };
}

/** Returns the changes of the source for which the translation was not edited. */
export function findUneditedChanges(texts: TranslationTexts): SourceChange[] {
  if (!isRecorded(texts)) return [];
  return findChanges(texts).flatMap(({ change, isEdited }) => (isEdited ? [] : [change]));
}

function isRecorded({ translation, record }: TranslationTexts): boolean {
  return record !== undefined && record.segments.length > 0 && translation.length > 0;
}

interface FoundChange {
  change: SourceChange;
  /** Whether the translation was edited at that place. */
  isEdited: boolean;
}

function findChanges(texts: TranslationTexts): FoundChange[] {
  const matches = matchRecord(texts);
  const { sources } = matches;
  /** Maps each source block to its recorded version, if any: the same block, or the one before the change. */
  const was: (number | undefined)[] = texts.source.map(() => undefined);
  for (const [index, place] of sources.places.entries()) if (place !== undefined) was[place] = index;
  const pairs = sources.gaps.map((gap) => ({ gap, changed: pairGap(gap, matches) }));
  for (const { changed } of pairs) for (const [before, now] of changed) was[now] = before;
  const context = { ...matches, was, source: texts.source };
  return pairs.flatMap(({ gap, changed }) => {
    const now = gap.now.flatMap((index) => currentChange(index, context));
    const gone = gap.before.filter((index) => !changed.some(([before]) => before === index));
    return [...now, ...gone.flatMap((index) => removal(index, matches))];
  });
}

/** A record matched with the current texts. */
interface RecordMatches {
  /** The recorded source blocks and their segments. */
  recorded: readonly { segment: number; digest: string }[];
  sources: DigestMatches;
  /** Returns the translation blocks of a segment: unchanged ones by digest, edited ones by position. */
  rendersOf: (segment: number) => number[];
  /** Returns whether any translation block of a segment was edited or removed. */
  isEdited: (segment: number) => boolean;
  /** Returns whether a segment has translation blocks. */
  isRendered: (segment: number) => boolean;
  /** Returns whether a translation block corresponds to no recorded one. */
  isNew: (block: number) => boolean;
  /** Returns the translation blocks aligned with a source block. */
  alignedTo: (source: number) => readonly number[];
  /** Returns the source blocks aligned with a translation block. */
  alignedFrom: (block: number) => readonly number[];
}

function matchRecord({ source, translation, record, alignment }: TranslationTexts): RecordMatches {
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
      // If blocks were merged, the last one corresponds to all remaining recorded ones.
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
 * Pairs the recorded blocks of a gap with the current ones. If there are equally many, pairs them in order. Otherwise, pairs a
 * recorded block with the current block that is aligned with its translation, and the blocks between such pairs in order.
 */
function pairGap({ before, now }: Gap, matches: RecordMatches): [number, number][] {
  const inOrder = (was: readonly number[], is: readonly number[]): [number, number][] =>
    was.slice(0, is.length).map((each, index) => [each, is[index] ?? 0]);
  if (before.length === now.length) return inOrder(before, now);
  const pairs: [number, number][] = [];
  let [done, doneNow] = [0, 0];
  for (const [index, was] of before.entries()) {
    const blocks = matches.rendersOf(matches.recorded[was]?.segment ?? 0);
    const aligned = new Set(blocks.flatMap((block) => matches.alignedFrom(block)));
    const at = now.findIndex((each, place) => place >= doneNow && aligned.has(each));
    if (at === -1) continue;
    pairs.push(...inOrder(before.slice(done, index), now.slice(doneNow, at)), [was, now[at] ?? 0]);
    [done, doneNow] = [index + 1, at + 1];
  }
  return [...pairs, ...inOrder(before.slice(done), now.slice(doneNow))];
}

interface ChangeContext extends RecordMatches {
  source: readonly SourceBlock[];
  was: readonly (number | undefined)[];
}

function currentChange(index: number, context: ChangeContext): FoundChange[] {
  const { source, was, recorded } = context;
  const before = was[index];
  const segment = before === undefined ? undefined : recorded[before]?.segment;
  const renders = segment === undefined ? [] : context.rendersOf(segment);
  const isRendered = segment !== undefined && context.isRendered(segment);
  // A block meant for one language only has no translation to update.
  if (!isRendered && source[index]?.only !== undefined) return [];
  const after = renders.length === 0 ? findAfter(index, context) : undefined;
  const isEdited = isRendered
    ? context.isEdited(segment)
    : context.alignedTo(index).some((block) => context.isNew(block));
  const kind = before === undefined ? 'added' : 'changed';
  const wasDigest = before === undefined ? undefined : recorded[before]?.digest;
  return [{ change: { kind, source: index, was: wasDigest, renders, after }, isEdited }];
}

/** A removed source block is a change as long as its translation exists. */
function removal(index: number, matches: RecordMatches): FoundChange[] {
  const { segment = 0, digest } = matches.recorded[index] ?? {};
  const renders = matches.rendersOf(segment);
  if (renders.length === 0) return [];
  const change = { kind: 'removed', source: undefined, was: digest, renders, after: undefined } as const;
  return [{ change, isEdited: matches.isEdited(segment) }];
}

/** Returns the translation block after which the translation of a source block would go. */
function findAfter(index: number, context: ChangeContext): number | undefined {
  const { source, was, recorded } = context;
  const own = source[index]?.footnote;
  for (let before = index - 1; before >= 0; before -= 1) {
    const footnote = source[before]?.footnote;
    // Footnotes can be at any position, and at another one in the translation.
    if (footnote !== undefined && footnote !== own && own === undefined) continue;
    const record = was[before];
    const known = record === undefined ? [] : context.rendersOf(recorded[record]?.segment ?? 0);
    const blocks = known.length > 0 ? known : context.alignedTo(before).filter(context.isNew);
    if (blocks.length > 0) return Math.max(...blocks);
  }
  return undefined;
}
