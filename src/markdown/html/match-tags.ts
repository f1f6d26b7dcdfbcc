import { effectOf, impliedEnds, isEndOptional, isParagraphEnd, isVoid, type Effect } from './elements.ts';
import { requiredAncestors } from './schema.ts';
import type { HtmlToken, Tag } from './token.ts';

/** A mistake in the nesting of tags. */
export interface Imbalance {
  tag: Tag;
  /**
   * `unclosed`: an element without a closing tag; `overlapping`: closed only after the element around it; `stray`: a closing
   * tag without an element; `misplaced`: outside the element that it is a part of, such as `<td>` outside `<table>`; `text`: not
   * an element, or one that is neither allowed nor closed.
   */
  kind: 'unclosed' | 'overlapping' | 'stray' | 'misplaced' | 'text';
}

/** An element with content. */
export interface Opened {
  tag: Tag;
  name: string;
  effect: Effect;
  /** The unit that its start tag is in. */
  unit: number;
  /** Its kind of end: its end tag, before another tag that implies its end, or not at all. `early` if its end tag comes too late. */
  end: 'tag' | 'implied' | 'early' | 'none';
  /** The unit that its end tag is in. */
  endUnit: number | undefined;
  /** The outermost element whose end its start tag implies. */
  ends: Opened | undefined;
}

/** The elements of a container by start tag and by end tag. */
export interface Matches {
  byStart: ReadonlyMap<Tag, Opened>;
  byEnd: ReadonlyMap<Tag, Opened>;
  imbalances: readonly Imbalance[];
}

/** Maximal number of open elements to search for one that a start tag ends. Bounds the time for a text with thousands of open elements. */
const maxSearched = 64;

/**
 * Pairs the start and end tags of a container, with the ends that HTML implies, such as that of `<li>` before the next one.
 *
 * @param units tokens of the pieces of raw HTML in the container, in order
 * @param isInline whether the container is a paragraph or the like, at whose end no element ends by implication
 */
export function matchTags(units: readonly (readonly HtmlToken[])[], isInline: boolean): Matches {
  const byStart = new Map<Tag, Opened>();
  const byEnd = new Map<Tag, Opened>();
  const imbalances: Imbalance[] = [];
  const stack: Opened[] = [];
  /** Numbers of elements in the stack by name, so that the stack is only searched for what it has. */
  const counts = new Map<string, number>();
  /** Elements that another tag has ended, by name: their own end tag is no stray one. */
  const ended = new Map<string, Opened[]>();

  /** Names of tags that are text: their closing tags are the same mistake. */
  const textNames = new Set<string>();

  const count = (name: string): number => counts.get(name) ?? 0;

  /** Pops elements up to `last`, or to the nearest one with a name. */
  const popTo = (last: Opened | string): Opened | undefined => {
    for (let opened = stack.pop(); opened !== undefined; opened = stack.pop()) {
      counts.set(opened.name, count(opened.name) - 1);
      const isLast = opened === last || opened.name === last;
      if (isLast || isEndOptional(opened.name)) opened.end = 'implied';
      if (!isLast || typeof last !== 'string') addTo(ended, opened);
      if (isLast) return opened;
    }
    return undefined;
  };

  const implyEnds = (name: string): Opened | undefined => {
    const last = stack.at(-1);
    if (last?.name === 'p' && isParagraphEnd(name)) return popTo(last);
    const { ends, within } = impliedEnds(name);
    if (!ends.some((each) => count(each) > 0)) return undefined;
    const near = stack.slice(-maxSearched);
    const boundary = near.findLastIndex((opened) => within.includes(opened.name));
    const first = near.slice(boundary + 1).find((opened) => ends.includes(opened.name));
    return first === undefined ? undefined : popTo(first);
  };

  const isPlaced = (name: string): boolean => {
    const ancestors = requiredAncestors[name];
    return ancestors === undefined || ancestors.some((each) => count(each) > 0);
  };

  const open = (tag: Tag, unit: number): void => {
    const name = tag.name.toLowerCase();
    const effect = effectOf(tag);
    if (effect === 'unknown' || isVoid(name) || tag.isSelfClosing) {
      if (effect === 'unknown') {
        textNames.add(name);
        imbalances.push({ tag, kind: 'text' });
      }
      return;
    }
    const ends = implyEnds(name);
    const opened: Opened = { tag, name, effect, unit, end: 'none', endUnit: undefined, ends };
    if (!isPlaced(name)) {
      opened.effect = 'unwrapped';
      opened.end = 'implied';
      imbalances.push({ tag, kind: 'misplaced' });
    }
    byStart.set(tag, opened);
    stack.push(opened);
    counts.set(name, count(name) + 1);
  };

  const close = (tag: Tag, unit: number): void => {
    const name = tag.name.toLowerCase();
    if (effectOf(tag) === 'unknown') {
      if (!textNames.has(name)) imbalances.push({ tag, kind: 'text' });
    } else if (count(name) > 0) {
      const opened = popTo(name);
      if (opened === undefined) return;
      opened.end = 'tag';
      opened.endUnit = unit;
      byEnd.set(tag, opened);
    } else {
      const opened = ended.get(name)?.pop();
      if (opened === undefined) imbalances.push({ tag, kind: 'stray' });
      else if (opened.end === 'none') opened.end = 'early';
    }
  };

  for (const [unit, tokens] of units.entries()) {
    for (const token of tokens) {
      if (token.type === 'open') open(token, unit);
      else if (token.type === 'close') close(token, unit);
    }
  }
  imbalances.push(...[...byStart.values()].flatMap((opened) => findImbalance(opened, isInline)));
  return { byStart, byEnd, imbalances };
}

/** Returns the mistake in how an element ends, if any. */
function findImbalance({ tag, name, effect, end }: Opened, isInline: boolean): Imbalance[] {
  if (end === 'early') return [{ tag, kind: 'overlapping' }];
  if (end !== 'none' || (isEndOptional(name) && !isInline)) return [];
  return [{ tag, kind: effect === 'allowed' ? 'unclosed' : 'text' }];
}

function addTo(lists: Map<string, Opened[]>, opened: Opened): void {
  const list = lists.get(opened.name);
  if (list === undefined) lists.set(opened.name, [opened]);
  else list.push(opened);
}
