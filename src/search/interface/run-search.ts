import type { Locale } from '../../locale/index.ts';
import type { Hit, HitSection, TopicCount } from '../browser/index.ts';
import { asksNothing, askedToHref, type Asked } from './address.ts';
import { createAsker } from './ask-latest.ts';
import { drawSearch, sayOutcome } from './draw.ts';
import { createEngine, troubleOf, type Engine } from './engine.ts';
import { holdPressed } from './hold-pressed.ts';
import { openRecent } from './recent.ts';
import type { Acts, Scene } from './scene.ts';
import { nextState, openable, startState, type SearchEvent, type SearchState } from './state.ts';

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

/** Keys held down, by which a link opens in another tab or window. */
type ModifierKeys = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** A search that is running in its place. */
export interface RunningSearch {
  /** Ask for all there is, and have that stand in the field. */
  ask: (asked: Asked) => void;
  /** The whole answer to what stands in the field, without waiting for more keys. */
  finish: () => void;
  /** Go to the next or the last hit or section. */
  move: (by: 1 | -1) => void;
  /** Open what the reader has gone to; false where there is nothing to be opened yet. */
  open: (keys: ModifierKeys) => boolean;
}

/** Run search in a field and what lies below it: answers as they are typed. */
export function runSearch(stage: Stage): RunningSearch {
  const { field, output, locale, places } = stage;
  const engine = createEngine(places.index);
  const recent = openRecent();
  let state = startState();
  const topics = createTopics(engine, locale);

  const change = (event: SearchEvent): void => {
    const before = state;
    state = nextState(state, event);
    // While an answer is on its way, what is shown stays; so it does where only the place in it changes.
    const isStill = state.shown !== undefined && before.shown === state.shown && before.most === state.most;
    if (isStill) refresh();
    else drawAll();
  };
  const refresh = (): void => {
    showPlace(stage, state);
    if (!state.isPending || state.shown === undefined) say(stage.status, sayOutcome(state, stage));
  };
  const drawAll = holdPressed(output, () => {
    redraw(output, drawSearch(state, { recent: recent.list(), topics: topics.list() }, { ...stage, act }));
    refresh();
  });
  const asker = createAsker(engine.ask, {
    onAnswer: (answer, { query, topic, isLiteral = false }, isWhole) => {
      change({ type: 'answered', shown: { asked: { query, topic, isLiteral }, answer, isWhole } });
      // What there is nothing about, there may be something near: all topics are shown then.
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
    open: (keys) => openable(state) !== undefined && clickActive(output, keys),
  };
}

/** Show which option Enter opens, and whether there is more to come. */
function showPlace({ output, onShow }: Stage, { active, isPending }: SearchState): void {
  for (const option of output.querySelectorAll('[role=option]')) {
    option.ariaSelected = String(option.getAttribute('data-key') === active);
  }
  output.ariaBusy = String(isPending);
  onShow();
}

function clickActive(output: HTMLElement, { ctrlKey, metaKey, shiftKey }: ModifierKeys): boolean {
  const keys = { ctrlKey, metaKey, shiftKey };
  activeIn(output)?.dispatchEvent(new MouseEvent('click', { ...keys, bubbles: true, cancelable: true }));
  return true;
}

/** All topics of the site, which the empty question is answered with; asked for when they are wanted. */
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
