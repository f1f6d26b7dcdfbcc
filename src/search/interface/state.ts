import type { Answer, Hit, HitSection, SearchFailure } from '../browser/index.ts';
import { isBlank, isSameRequest, type SearchRequest } from './address.ts';

/** The state of the search interface. */
export interface SearchState {
  request: SearchRequest;
  /** The answer to show. It is stale while the answer to the latest request is pending. */
  shown: ShownAnswer | undefined;
  /** Whether the whole answer to the current request is pending. */
  isPending: boolean;
  /** Why the whole answer to the current request is missing. A partial answer to it stays. */
  failure: SearchFailure | undefined;
  /** Key of the selected hit or section, which Enter opens. */
  active: string | undefined;
  /** Whether the reader made the selection. Otherwise the first hit is selected. */
  isChosen: boolean;
  /** The Enter that opens a hit once the answer to the current request is on screen. */
  entered: Entered | undefined;
  /** Maximum number of hits to show. */
  limit: number;
  /** Whether all topics are shown, not only those that fit on one line. */
  areTopicsUnfolded: boolean;
}

/** A press of Enter. */
interface Entered {
  /** Its modifiers, which open the hit in a new tab or window. */
  modifiers: Modifiers;
  /** Key of the hit that the reader had selected, if any: no other may open. */
  chosen: string | undefined;
}

/** Modifiers of a key press. */
export type Modifiers = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** An answer with its request. */
export interface ShownAnswer {
  request: SearchRequest;
  answer: Answer;
  /** Whether the answer is whole, not a partial one given while the reader types. */
  isWhole: boolean;
}

/** Events that change the state. */
export type SearchEvent =
  | { type: 'asked'; request: SearchRequest }
  | { type: 'answered'; shown: ShownAnswer }
  | { type: 'failed'; failure: SearchFailure }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'entered'; modifiers: Modifiers }
  | { type: 'opened' }
  | { type: 'closed' }
  | { type: 'more requested' }
  | { type: 'topics toggled' };

/** Number of hits per page of results. */
export const hitsPerPage = 20;

/** Maximum number of sections to show per article. */
export const maxSections = 3;

/** Returns the initial state, with an empty query. */
export function initialState(): SearchState {
  const request: SearchRequest = { query: '', topic: undefined, isLiteral: false };
  return {
    request,
    shown: undefined,
    isPending: false,
    failure: undefined,
    active: undefined,
    isChosen: false,
    entered: undefined,
    limit: hitsPerPage,
    areTopicsUnfolded: false,
  };
}

/** Returns the state after an event (a reducer). */
export function nextState(state: SearchState, event: SearchEvent): SearchState {
  switch (event.type) {
    case 'asked':
      return afterAsking(state, event.request);
    case 'answered':
      return updateActive({
        ...state,
        shown: event.shown,
        isPending: !event.shown.isWhole,
        failure: undefined,
      });
    case 'failed':
      return afterFailure(state, event.failure);
    case 'moved':
      return { ...move(state, event.by), entered: undefined };
    case 'entered':
      return {
        ...state,
        entered: { modifiers: event.modifiers, chosen: state.isChosen ? state.active : undefined },
      };
    case 'opened':
    case 'closed':
      return { ...state, entered: undefined };
    case 'more requested':
      return { ...state, limit: state.limit + hitsPerPage };
    case 'topics toggled':
      return { ...state, areTopicsUnfolded: !state.areTopicsUnfolded };
  }
}

function afterAsking(state: SearchState, request: SearchRequest): SearchState {
  if (isBlank(request)) return { ...initialState(), request };
  const isSameQuery = request.query === state.request.query;
  const limit = isSameQuery ? state.limit : hitsPerPage;
  const areTopicsUnfolded = isSameQuery && state.areTopicsUnfolded;
  const entered = isSameRequest(request, state.request) ? state.entered : undefined;
  return { ...state, request, isPending: true, entered, limit, areTopicsUnfolded };
}

/** Keeps the hits of a partial answer to the current request, but no others. */
function afterFailure(state: SearchState, failure: SearchFailure): SearchState {
  const { request, shown } = state;
  const isPartial =
    shown !== undefined && isSameRequest(shown.request, request) && shown.answer.hits.length > 0;
  return isPartial
    ? { ...state, failure, isPending: false, entered: undefined }
    : { ...initialState(), request, failure };
}

/**
 * Updates the selection for a new answer. A hit that the reader selected stays selected as long as it is listed,
 * wherever it moves. Otherwise the first hit of a whole answer is selected; a partial answer leaves the selection as it
 * is.
 */
function updateActive(state: SearchState): SearchState {
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

/**
 * Returns the key of the hit that a press of Enter opens now, or `undefined` as long as it has to wait: the answer to the
 * query in the field is pending or not drawn yet. If that answer is partial, or the reader had selected a hit before, only
 * the selected hit opens.
 *
 * @param drawn the answer on screen
 */
export function openableHit(
  { shown, request, active, isChosen, entered }: SearchState,
  drawn: ShownAnswer | undefined,
): string | undefined {
  if (entered === undefined || shown === undefined || drawn !== shown) return undefined;
  if (!isSameRequest(shown.request, request)) return undefined;
  if (entered.chosen !== undefined) return isChosen && active === entered.chosen ? active : undefined;
  return shown.isWhole ? active : undefined;
}

/** Returns the hits to show. */
export function shownHits({ shown, limit }: SearchState): readonly Hit[] {
  return shown?.answer.hits.slice(0, limit) ?? [];
}

/** Returns the sections of a hit to show. */
export function shownSections({ sections }: Hit): readonly HitSection[] {
  return sections.slice(0, maxSections);
}

/** Returns the key of a hit or section, which is stable across answers. */
export function keyOf(hit: Hit, section?: HitSection): string {
  return section === undefined ? hit.slug : `${hit.slug} ${section.href}`;
}

/** Returns the keys of all hits and sections in display order. */
function keysOf(state: SearchState): string[] {
  return shownHits(state).flatMap((hit) => [
    keyOf(hit),
    ...shownSections(hit).map((section) => keyOf(hit, section)),
  ]);
}
