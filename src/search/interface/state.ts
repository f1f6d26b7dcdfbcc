import type { Answer, Hit, HitSection, SearchTrouble } from '../browser/index.ts';
import { asksNothing, asksSame, type Asked } from './address.ts';

/** What search has been asked, and what it shows. */
export interface SearchState {
  asked: Asked;
  /** What is shown, which may be the answer to an earlier question until the one to the latest is there. */
  shown: Shown | undefined;
  /** Whether the whole answer to what is asked is still to come. */
  isPending: boolean;
  trouble: SearchTrouble | undefined;
  /** Key of the hit or section that Enter opens. */
  active: string | undefined;
  /** Whether the reader has gone to it; else it is the first, whichever that is. */
  isChosen: boolean;
  /** How many hits may be shown. */
  most: number;
}

/** An answer and what it answers. */
export interface Shown {
  asked: Asked;
  answer: Answer;
  /** Whether it is all there is to say, and not only what was at hand while keys came. */
  isWhole: boolean;
}

/** What changes the state. */
export type SearchEvent =
  | { type: 'asked'; asked: Asked }
  | { type: 'answered'; shown: Shown }
  | { type: 'failed'; trouble: SearchTrouble }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'wanted more' };

/** How many more hits are shown at a time. */
export const hitsAtATime = 20;

/** How many sections of an article are shown at most. */
export const mostSections = 3;

/** The state of a search that has not been asked anything. */
export function startState(): SearchState {
  const asked: Asked = { query: '', topic: undefined, isLiteral: false };
  return {
    asked,
    shown: undefined,
    isPending: false,
    trouble: undefined,
    active: undefined,
    isChosen: false,
    most: hitsAtATime,
  };
}

/** The state after something has happened. */
export function nextState(state: SearchState, event: SearchEvent): SearchState {
  switch (event.type) {
    case 'asked':
      return afterAsking(state, event.asked);
    case 'answered':
      return settleActive({
        ...state,
        shown: event.shown,
        isPending: !event.shown.isWhole,
        trouble: undefined,
      });
    case 'failed':
      return { ...startState(), asked: state.asked, trouble: event.trouble };
    case 'moved':
      return move(state, event.by);
    case 'wanted more':
      return { ...state, most: state.most + hitsAtATime };
  }
}

function afterAsking(state: SearchState, asked: Asked): SearchState {
  if (asksNothing(asked)) return { ...startState(), asked };
  const most = asked.query === state.asked.query ? state.most : hitsAtATime;
  return { ...state, asked, isPending: true, most };
}

/**
 * What the reader has gone to stays theirs as long as it is there, wherever it now stands; else it is the first of a whole
 * answer. Until that is there nothing moves.
 */
function settleActive(state: SearchState): SearchState {
  const keys = keysOf(state);
  const isWhole = state.shown?.isWhole === true;
  const isThere = state.active !== undefined && keys.includes(state.active);
  if (isThere && (state.isChosen || !isWhole)) return state;
  return { ...state, active: isWhole ? keys[0] : undefined, isChosen: false };
}

function move(state: SearchState, by: 1 | -1): SearchState {
  const keys = keysOf(state);
  if (keys.length === 0) return state;
  const from = state.active === undefined ? -1 : keys.indexOf(state.active);
  const to = from === -1 && by === -1 ? keys.length - 1 : (from + by + keys.length) % keys.length;
  return { ...state, active: keys[to], isChosen: true };
}

/** The answer on screen, and when it was drawn, in milliseconds like the `timeStamp` of an event. */
export interface Drawn {
  shown: Shown | undefined;
  atMs: number;
}

/**
 * Returns the key of the hit that Enter opens, or `undefined` if that could be a stale hit or one that the reader has not
 * seen: the answer to the query in the field is pending, its drawing is deferred, or it was drawn after Enter was pressed
 * (a busy main thread handles keys late). Of a partial answer, only a hit that the reader selected opens.
 */
export function openable(
  { shown, asked, active, isChosen }: SearchState,
  drawn: Drawn | undefined,
  pressedAtMs: number,
): string | undefined {
  if (shown === undefined || drawn?.shown !== shown || pressedAtMs < drawn.atMs) return undefined;
  return asksSame(shown.asked, asked) && (isChosen || shown.isWhole) ? active : undefined;
}

/** The hits that are shown. */
export function shownHits({ shown, most }: SearchState): readonly Hit[] {
  return shown?.answer.hits.slice(0, most) ?? [];
}

/** The sections of a hit that are shown. */
export function shownSections({ sections }: Hit): readonly HitSection[] {
  return sections.slice(0, mostSections);
}

/** What a hit, or a section of it, is known by from one answer to the next. */
export function keyOf(hit: Hit, section?: HitSection): string {
  return section === undefined ? hit.slug : `${hit.slug} ${section.href}`;
}

/** Keys of all that can be opened, in the order in which it is shown. */
function keysOf(state: SearchState): string[] {
  return shownHits(state).flatMap((hit) => [
    keyOf(hit),
    ...shownSections(hit).map((section) => keyOf(hit, section)),
  ]);
}
