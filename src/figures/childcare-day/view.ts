import { h, type ComponentChild } from 'preact';
import { drawChoice, drawRange } from '../stage/live/controls.ts';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { describeState } from './describe.ts';
import { drawNotes } from './draw-notes.ts';
import { drawTable } from './draw-table.ts';
import { LiveDays } from './live-days.ts';
import { days, fragmentToState, ranges, stateToFragment, type State } from './model/index.ts';
import sheet from './view.css?url';
import { loadWords, type ChildcareDayWords } from './words.ts';

/** Draws the day of the week and the opening hours. The time of the pick-up is set in the picture. */
function drawControls(
  state: State,
  { words, id, change }: FigureContext<State, ChildcareDayWords>,
): ComponentChild {
  const { controls } = words;
  return [
    drawChoice({
      id: `${id}:day`,
      label: controls.day,
      options: days.map((value) => ({ value, label: controls.days[value] })),
      value: state.day,
      change: (day) => {
        change({ ...state, day });
      },
    }),
    drawRange({
      id: `${id}:open`,
      label: controls.open,
      value: state.open,
      ...ranges.open,
      text: controls.hours(String(state.open)),
      change: (open) => {
        change({ ...state, open });
      },
    }),
  ];
}

defineFigure<State, ChildcareDayWords>({
  name: 'childcare-day',
  sheet,
  loadWords,
  parse: fragmentToState,
  serialize: stateToFragment,
  controls: drawControls,
  picture: (state, context) => h(LiveDays, { state, context }),
  panels: (_state, { words }) => toPreact(drawNotes(words)),
  describe: describeState,
  table: drawTable,
});
