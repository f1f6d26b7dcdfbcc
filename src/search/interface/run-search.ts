import type { Locale } from '../../locale/index.ts';
import type { Hit, HitSection, TopicCount } from '../browser/index.ts';
import { isBlank, requestToHref, type SearchRequest } from './address.ts';
import { createLatestOnly } from './latest-only.ts';
import { drawSearch, describeOutcome } from './draw.ts';
import { deferWhilePressed } from './defer-while-pressed.ts';
import { createEngine, classifyError, type Engine } from './engine.ts';
import { openRecent } from './recent.ts';
import type { Actions, DrawContext } from './draw-context.ts';
import {
  nextState,
  openableHit,
  initialState,
  type DrawnAnswer,
  type SearchEvent,
  type SearchState,
} from './state.ts';

/** The elements that search runs in, and callbacks for what is specific to the dialog or the page. */
interface SearchView extends Omit<DrawContext, 'actions'> {
  field: HTMLInputElement;
  /** Contains the results. It has `aria-busy` while the whole answer is pending. */
  output: HTMLElement;
  /** Live region that announces the result. */
  status: HTMLElement;
  /** The reader has changed the request: by typing, so more may follow, or by choosing a link or button. */
  onRequest: (request: SearchRequest, how: 'typed' | 'chosen') => void;
  /** A hit is about to open. `words` are to be highlighted on its page. */
  onOpen: (href: string, words: readonly string[]) => void;
  /** The results, the selection or the busy state have changed. */
  onUpdate: () => void;
}

/** The key press that opens a hit, with its modifiers (new tab or window) and the time at which it was pressed. */
type OpeningKey = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'timeStamp'>;

/** Controls a running search. */
export interface SearchController {
  /** Searches for a request and puts its query into the field. */
  ask: (request: SearchRequest) => void;
  /** Asks for the whole answer now, without the debounce delay. */
  finish: () => void;
  /** Moves the selection to the next or previous hit or section. */
  move: (by: 1 | -1) => void;
  /** Opens the selected hit. Returns false if there is none yet: see {@link openableHit}. */
  open: (key: OpeningKey) => boolean;
}

/** Runs search in a field: searches while the reader types, and renders the answers. */
export function runSearch(view: SearchView): SearchController {
  const { field, output, locale, urls } = view;
  const engine = createEngine(urls.index);
  const recent = openRecent();
  let state = initialState();
  let drawn: DrawnAnswer | undefined;
  const topics = createTopics(engine, locale);

  const change = (event: SearchEvent): void => {
    const before = state;
    state = nextState(state, event);
    if (showsSame(before, state)) showProgress(view, state);
    else drawAll();
  };
  const drawAll = deferWhilePressed(output, () => {
    redraw(output, drawSearch(state, { recent: recent.list(), topics: topics.list() }, { ...view, actions }));
    drawn = { shown: state.shown, atMs: performance.now() };
    showProgress(view, state);
  });
  const latestOnly = createLatestOnly(engine.ask, {
    onAnswer: (answer, { query, topic, isLiteral = false }, isWhole) => {
      change({ type: 'answered', shown: { request: { query, topic, isLiteral }, answer, isWhole } });
      if (isWhole && answer.hits.length === 0) void topics.load(drawAll);
    },
    onError: (error) => {
      change({ type: 'failed', failure: classifyError(error) });
    },
  });
  const setRequest = (request: SearchRequest, how: 'type' | 'finish'): void => {
    if (field.value !== request.query) field.value = request.query;
    change({ type: 'asked', request });
    if (isBlank(request)) latestOnly.cancel();
    else latestOnly[how]({ ...request, locale });
  };
  const actions: Actions = {
    ask: (request) => {
      setRequest(request, 'finish');
      view.onRequest(request, 'chosen');
    },
    open: (hit, section) => {
      recent.add(state.request.query);
      reportOpening(hit, section, view);
    },
    forget: (query) => {
      recent.forget(query);
      drawAll();
      field.focus();
    },
    showMore: () => {
      change({ type: 'more requested' });
    },
    tryAgain: () => {
      if (engine.hasFailedToLoad()) location.assign(requestToHref(state.request, urls.search));
      else setRequest(state.request, 'finish');
    },
  };

  field.addEventListener('input', () => {
    if (field.value === state.request.query) return;
    const request: SearchRequest = { query: field.value, topic: state.request.topic, isLiteral: false };
    setRequest(request, 'type');
    view.onRequest(request, 'typed');
  });
  // WebKit resets a field without autocompletion to its default value when the reader comes back, after `pageshow`.
  addEventListener('pagehide', () => {
    field.defaultValue = field.value;
  });
  drawAll();

  return {
    ask: (request) => {
      setRequest(request, 'finish');
    },
    finish: () => {
      recent.add(field.value);
      if (state.isPending || state.failure !== undefined) setRequest(state.request, 'finish');
    },
    move: (by) => {
      change({ type: 'moved', by });
      activeIn(output)?.scrollIntoView({ block: 'nearest' });
    },
    open: (key) => openableHit(state, drawn, key.timeStamp) !== undefined && clickActive(output, key),
  };
}

/** Returns whether two states show the same hits, so that no redraw is needed: only the selection or the busy state changed. */
function showsSame(before: SearchState, after: SearchState): boolean {
  return after.shown !== undefined && before.shown === after.shown && before.limit === after.limit;
}

/** Updates what changes without a redraw: the selected option, the busy state and the live region. */
function showProgress(view: SearchView, state: SearchState): void {
  const { output, status } = view;
  for (const option of output.querySelectorAll('[role=option]')) {
    option.ariaSelected = String(option.getAttribute('data-key') === state.active);
  }
  output.ariaBusy = String(state.isPending);
  view.onUpdate();
  if (!state.isPending || state.shown === undefined) setStatus(status, describeOutcome(state, view));
}

function clickActive(output: HTMLElement, { ctrlKey, metaKey, shiftKey }: OpeningKey): boolean {
  const keys = { ctrlKey, metaKey, shiftKey };
  activeIn(output)?.dispatchEvent(new MouseEvent('click', { ...keys, bubbles: true, cancelable: true }));
  return true;
}

/** Lazy-loads all topics of the site, the answer to an empty query. They are offered where nothing was found. */
function createTopics(engine: Engine, locale: Locale) {
  let topics: readonly TopicCount[] = [];
  return {
    list: () => topics,
    load: async (onLoad: () => void): Promise<void> => {
      if (topics.length > 0) return;
      const answer = await engine.ask({ query: '', locale }).catch(() => undefined);
      topics = answer?.topics ?? [];
      if (topics.length > 0) onLoad();
    },
  };
}

/** Returns the selected option. */
export function activeIn(output: HTMLElement): HTMLElement | null {
  return output.querySelector<HTMLElement>('[role=option][aria-selected=true]');
}

/**
 * Reports which address is about to open, with the matching words of the section or, for an article, of all its
 * sections.
 */
function reportOpening(hit: Hit, section: HitSection | undefined, { onOpen }: SearchView): void {
  const { href } = section ?? hit;
  const sections = section === undefined ? hit.sections : [section];
  const words = [...new Set(sections.flatMap((each) => each.words))];
  onOpen(href, words);
}

/** Replaces the results and restores the focus by `data-key`. */
function redraw(output: HTMLElement, elements: readonly HTMLElement[]): void {
  const { activeElement } = document;
  const key = output.contains(activeElement) ? activeElement?.getAttribute('data-key') : null;
  output.replaceChildren(...elements);
  if (key != null) output.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** Updates the live region. Setting the same text again could make it announce twice. */
function setStatus(status: HTMLElement, text: string): void {
  if (status.textContent !== text) status.textContent = text;
}
