import type { Locale } from '../../locale/index.ts';
import type { Hit, HitSection, TopicCount } from '../browser/index.ts';
import { isBlank, requestToHref, type SearchRequest } from './address.ts';
import { createLatestOnly } from './latest-only.ts';
import { drawSearch } from './draw.ts';
import { classifyError, type Engine } from './engine.ts';
import { openRecent } from './recent.ts';
import type { Actions, DrawContext } from './draw-context.ts';
import { activeIn, createScreen, type Screen, type ScreenView } from './screen.ts';
import type { Modifiers } from './state.ts';

/** The elements that search runs in, and callbacks for what is specific to the dialog or the page. */
interface SearchView extends Omit<DrawContext, 'actions'>, ScreenView {
  field: HTMLInputElement;
  engine: Engine;
  /** The reader has changed the request: by typing, so more may follow, or by choosing a link or button. */
  onRequest: (request: SearchRequest, how: 'typed' | 'chosen') => void;
  /** A hit is about to open. `words` are to be highlighted on its page. */
  onOpen: (href: string, words: readonly string[]) => void;
}

/** Controls a running search. */
export interface SearchController {
  /** Searches for a request and puts its query into the field. */
  ask: (request: SearchRequest) => void;
  /** Asks for the whole answer now, without the debounce delay. */
  finish: () => void;
  /** Moves the selection to the next or previous hit or section. */
  move: (by: 1 | -1) => void;
  /** Opens the selected hit, as soon as the answer to the query in the field is on screen: see {@link openableHit}. */
  open: (modifiers: Modifiers) => void;
  /** Opens no hit any more: the reader has closed search. */
  close: () => void;
}

/** Runs search in a field: searches while the reader types, and renders the answers. */
export function runSearch(view: SearchView): SearchController {
  const { field, output, locale, urls, engine } = view;
  const recent = openRecent();
  const topics = createTopics(engine, locale);
  const screen = createScreen(view, (state) =>
    drawSearch(state, { recent: recent.list(), topics: topics.list() }, { ...view, actions }),
  );
  const { change, redraw } = screen;

  const latestOnly = createLatestOnly(engine.ask, {
    onAnswer: (answer, { query, topic, isLiteral = false }, isWhole) => {
      change({ type: 'answered', shown: { request: { query, topic, isLiteral }, answer, isWhole } });
      if (isWhole && answer.hits.length === 0) void topics.load(redraw);
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
      recent.add(screen.state().request.query);
      reportOpening(hit, section, view);
    },
    forget: (query) => {
      recent.forget(query);
      redraw();
      field.focus();
    },
    showMore: () => {
      change({ type: 'more requested' });
    },
    toggleTopics: () => {
      change({ type: 'topics toggled' });
    },
    tryAgain: () => {
      const { request, failure } = screen.state();
      if (failure === 'outdated' || engine.hasFailedToLoad()) void startAgain(request, screen, urls.search);
      else setRequest(request, 'finish');
      // The button is gone once there is an answer.
      if (view.kind === 'options') field.focus();
    },
  };

  listenToField(field, screen, (request) => {
    setRequest(request, 'type');
    view.onRequest(request, 'typed');
  });
  const finish = (): void => {
    recent.add(field.value);
    const { isPending, failure, request } = screen.state();
    if (isPending || failure !== undefined) setRequest(request, 'finish');
  };
  redraw();

  return {
    ask: (request) => {
      setRequest(request, 'finish');
    },
    finish,
    move: (by) => {
      change({ type: 'moved', by });
      activeIn(output)?.scrollIntoView({ block: 'nearest' });
    },
    open: (modifiers) => {
      screen.enter(modifiers);
      if (screen.state().entered !== undefined) finish();
    },
    close: () => {
      change({ type: 'closed' });
    },
  };
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

/** Calls `onRequest` when the reader changes the query. */
function listenToField(
  field: HTMLInputElement,
  { state }: Screen,
  onRequest: (request: SearchRequest) => void,
): void {
  field.addEventListener('input', () => {
    const { query, topic } = state().request;
    if (field.value !== query) onRequest({ query: field.value, topic, isLiteral: false });
  });
  // When the reader comes back, WebKit resets a field without autocompletion to its default value, after `pageshow`.
  addEventListener('pagehide', () => {
    field.defaultValue = field.value;
  });
}

/** Opens the search page with a request, for scripts that failed to load or are outdated. Offline, the page stays. */
async function startAgain(request: SearchRequest, { change }: Screen, searchPage: string): Promise<void> {
  change({ type: 'asked', request });
  try {
    await fetch(searchPage, { method: 'HEAD', cache: 'no-store' });
    openAddress(requestToHref(request, searchPage));
  } catch {
    change({ type: 'failed', failure: 'unreachable' });
  }
}

/** Opens an address, or reloads the page if it is there already. */
function openAddress(href: string): void {
  if (new URL(href, location.href).href === location.href) location.reload();
  else location.assign(href);
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
