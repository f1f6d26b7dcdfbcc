import { describeOutcome } from './draw.ts';
import { deferWhilePressed } from './defer-while-pressed.ts';
import type { DrawContext } from './draw-context.ts';
import {
  initialState,
  nextState,
  openableHit,
  type Modifiers,
  type SearchEvent,
  type SearchState,
  type ShownAnswer,
} from './state.ts';

/** The elements that show the state of search. */
export interface ScreenView extends Pick<DrawContext, 'words'> {
  /** Contains the results. It has `aria-busy` while the whole answer is pending. */
  output: HTMLElement;
  /** Live region that announces the result. */
  status: HTMLElement;
  /** The results, the selection or the busy state have changed. */
  onUpdate: () => void;
}

/** The state of search and what is drawn of it. */
export interface Screen {
  state: () => SearchState;
  /** Changes the state and draws it. */
  change: (event: SearchEvent) => void;
  /** Draws everything again. */
  redraw: () => void;
  /** Opens the selected hit, as soon as {@link openableHit} allows. */
  enter: (modifiers: Modifiers) => void;
}

/** Creates a screen in the initial state. `draw` renders a state. */
export function createScreen(view: ScreenView, draw: (state: SearchState) => HTMLElement[]): Screen {
  const { output } = view;
  let state = initialState();
  /** The answer on screen. */
  let drawn: ShownAnswer | undefined;
  const change = (event: SearchEvent): void => {
    const before = state;
    state = nextState(state, event);
    if (showsSame(before, state)) showProgress(view, state);
    else redraw();
  };
  const redraw = deferWhilePressed(output, () => {
    replaceResults(output, draw(state));
    drawn = state.shown;
    showProgress(view, state);
    openEntered();
  });
  const openEntered = (): void => {
    const { entered } = state;
    if (entered === undefined || openableHit(state, drawn) === undefined) return;
    change({ type: 'opened' });
    const init = { ...entered.modifiers, bubbles: true, cancelable: true };
    activeIn(output)?.dispatchEvent(new MouseEvent('click', init));
  };
  return {
    state: () => state,
    change,
    redraw,
    enter: ({ ctrlKey, metaKey, shiftKey }) => {
      change({ type: 'entered', modifiers: { ctrlKey, metaKey, shiftKey } });
      openEntered();
    },
  };
}

/** Returns whether two states show the same hits, so that no redraw is needed: only the selection or the busy state changed. */
function showsSame(before: SearchState, after: SearchState): boolean {
  return (
    after.shown !== undefined &&
    before.shown === after.shown &&
    before.failure === after.failure &&
    before.limit === after.limit &&
    before.areTopicsUnfolded === after.areTopicsUnfolded
  );
}

/** Updates what changes without a redraw: the selected option, the busy state and the live region. */
function showProgress(view: ScreenView, state: SearchState): void {
  const { output, status } = view;
  for (const option of output.querySelectorAll('[role=option]')) {
    option.ariaSelected = String(option.getAttribute('data-key') === state.active);
  }
  output.ariaBusy = String(state.isPending);
  view.onUpdate();
  if (!state.isPending || state.shown === undefined) setStatus(status, describeOutcome(state, view));
}

/** Returns the selected option. */
export function activeIn(output: HTMLElement): HTMLElement | null {
  return output.querySelector<HTMLElement>('[role=option][aria-selected=true]');
}

/** Replaces the results and restores the focus by `data-key`. */
function replaceResults(output: HTMLElement, elements: readonly HTMLElement[]): void {
  const { activeElement } = document;
  const key = output.contains(activeElement) ? activeElement?.getAttribute('data-key') : null;
  output.replaceChildren(...elements);
  if (key != null) output.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** Updates the live region. Setting the same text again could make it announce twice. */
function setStatus(status: HTMLElement, text: string): void {
  if (status.textContent !== text) status.textContent = text;
}
