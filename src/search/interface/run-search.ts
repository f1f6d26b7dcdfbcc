import type { Locale } from '../../locale/index.ts';
import type { Hit, HitSection, TopicCount } from '../browser/index.ts';
import { asksNothing, askedToHref, type Asked } from './address.ts';
import { createAsker } from './ask-latest.ts';
import { drawSearch, sayOutcome } from './draw.ts';
import { deferWhilePressed } from './defer-while-pressed.ts';
import { createEngine, troubleOf, type Engine } from './engine.ts';
import { openRecent } from './recent.ts';
import type { Acts, Scene } from './scene.ts';
import { nextState, openable, startState, type Drawn, type SearchEvent, type SearchState } from './state.ts';

/** Where search is typed and shown, and what its surroundings want to know. */
export interface Stage extends Omit<Scene, 'act'> {
  field: HTMLInputElement;
  /** Holds all that is shown. It is busy while the whole answer is to come. */
  output: HTMLElement;
  /** Says in a sentence what came out. */
  status: HTMLElement;
  /** The reader asks something else: by letters, of which more may come, or by a choice. */
  onAsk: (asked: Asked, how: 'typed' | 'chosen') => void;
  /** A hit is about to open, on whose page words are to be marked. */
  onOpen: (href: string, words: readonly string[]) => void;
  /** What is shown has changed. */
  onShow: () => void;
}

/** The key press that opens a hit: its modifiers choose another tab or window, its time tells what the reader saw. */
type OpeningKey = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'timeStamp'>;

/** A search that is running in its place. */
export interface RunningSearch {
  /** Ask for all there is, and have that stand in the field. */
  ask: (asked: Asked) => void;
  /** The whole answer to what stands in the field, without waiting for more keys. */
  finish: () => void;
  /** Go to the next or the last hit or section. */
  move: (by: 1 | -1) => void;
  /** Opens the selected hit. Returns false if there is none yet: see {@link openable}. */
  open: (key: OpeningKey) => boolean;
}

/** Run search in a field and what lies below it: answers as they are typed. */
export function runSearch(stage: Stage): RunningSearch {
  const { field, output, locale, places } = stage;
  const engine = createEngine(places.index);
  const recent = openRecent();
  let state = startState();
  let drawn: Drawn | undefined;
  const topics = createTopics(engine, locale);

  const change = (event: SearchEvent): void => {
    const before = state;
    state = nextState(state, event);
    if (showsSame(before, state)) refresh();
    else drawAll();
  };
  const refresh = (): void => {
    showProgress(stage, state);
  };
  const drawAll = deferWhilePressed(output, () => {
    redraw(output, drawSearch(state, { recent: recent.list(), topics: topics.list() }, { ...stage, act }));
    drawn = { shown: state.shown, atMs: performance.now() };
    refresh();
  });
  const asker = createAsker(engine.ask, {
    onAnswer: (answer, { query, topic, isLiteral = false }, isWhole) => {
      change({ type: 'answered', shown: { asked: { query, topic, isLiteral }, answer, isWhole } });
      if (isWhole && answer.hits.length === 0) void topics.learn(drawAll);
    },
    onTrouble: (error) => {
      change({ type: 'failed', trouble: troubleOf(error) });
    },
  });
  const put = (asked: Asked, how: 'type' | 'finish'): void => {
    if (field.value !== asked.query) field.value = asked.query;
    change({ type: 'asked', asked });
    if (asksNothing(asked)) asker.stop();
    else asker[how]({ ...asked, locale });
  };
  const act: Acts = {
    ask: (asked) => {
      put(asked, 'finish');
      stage.onAsk(asked, 'chosen');
    },
    open: (hit, section) => {
      recent.add(state.asked.query);
      tellOpening(hit, section, stage);
    },
    forget: (query) => {
      recent.forget(query);
      drawAll();
      field.focus();
    },
    showMore: () => {
      change({ type: 'wanted more' });
    },
    tryAgain: () => {
      if (engine.isLost()) location.assign(askedToHref(state.asked, places.search));
      else put(state.asked, 'finish');
    },
  };

  field.addEventListener('input', () => {
    if (field.value === state.asked.query) return;
    const asked: Asked = { query: field.value, topic: state.asked.topic, isLiteral: false };
    put(asked, 'type');
    stage.onAsk(asked, 'typed');
  });
  drawAll();

  return {
    ask: (asked) => {
      put(asked, 'finish');
    },
    finish: () => {
      recent.add(field.value);
      if (state.isPending || state.trouble !== undefined) put(state.asked, 'finish');
    },
    move: (by) => {
      change({ type: 'moved', by });
      activeIn(output)?.scrollIntoView({ block: 'nearest' });
    },
    open: (key) => openable(state, drawn, key.timeStamp) !== undefined && clickActive(output, key),
  };
}

/** Whether two states show the same hits, so that no redraw is needed: only the selection or the busy state changed. */
function showsSame(before: SearchState, after: SearchState): boolean {
  return after.shown !== undefined && before.shown === after.shown && before.most === after.most;
}

/** Updates what changes without a redraw: the selected option, the busy state and the live region. */
function showProgress(stage: Stage, state: SearchState): void {
  const { output, status } = stage;
  for (const option of output.querySelectorAll('[role=option]')) {
    option.ariaSelected = String(option.getAttribute('data-key') === state.active);
  }
  output.ariaBusy = String(state.isPending);
  stage.onShow();
  if (!state.isPending || state.shown === undefined) say(status, sayOutcome(state, stage));
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
    learn: async (onNews: () => void): Promise<void> => {
      if (topics.length > 0) return;
      const answer = await engine.ask({ query: '', locale }).catch(() => undefined);
      topics = answer?.topics ?? [];
      if (topics.length > 0) onNews();
    },
  };
}

/** The option that the reader has gone to. */
export function activeIn(output: HTMLElement): HTMLElement | null {
  return output.querySelector<HTMLElement>('[role=option][aria-selected=true]');
}

/** Tell what is about to open, and what is to be marked there: the words of that section, or of all. */
function tellOpening(hit: Hit, section: HitSection | undefined, { onOpen }: Stage): void {
  const { href } = section ?? hit;
  const sections = section === undefined ? hit.sections : [section];
  const words = [...new Set(sections.flatMap((each) => each.words))];
  onOpen(href, words);
}

/** Put new elements in place of the old ones, and the focus back to where it was among them. */
function redraw(output: HTMLElement, elements: readonly HTMLElement[]): void {
  const { activeElement } = document;
  const key = output.contains(activeElement) ? activeElement?.getAttribute('data-key') : null;
  output.replaceChildren(...elements);
  if (key != null) output.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** Say something that is not being said already. */
function say(status: HTMLElement, text: string): void {
  if (status.textContent !== text) status.textContent = text;
}
