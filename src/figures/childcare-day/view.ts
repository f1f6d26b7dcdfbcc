import { h, type ComponentChild } from 'preact';
import { drawChoice, drawRange } from '../stage/live/controls.ts';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { describeState } from './describe.ts';
import { drawDays } from './draw-days.ts';
import { drawTable } from './draw-table.ts';
import { days, formatTime, fragmentToState, ranges, stateToFragment, type State } from './model/index.ts';
import sheet from './view.css?url';
import { loadWords, type ChildcareDayWords } from './words.ts';

type Context = FigureContext<State, ChildcareDayWords>;

function drawControls(state: State, { words, id, change }: Context): ComponentChild {
  const { controls } = words;
  return [
    drawRange({
      id: `${id}:pickup`,
      label: controls.pickup,
      value: state.pickup,
      ...ranges.pickup,
      text: formatTime(state.pickup),
      change: (pickup) => {
        change({ ...state, pickup });
      },
    }),
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
  picture: (state, { words, createScale }) =>
    h('div', { class: 'day-picture' }, toPreact(drawDays(state, words, createScale))),
  panels: () => undefined,
  describe: describeState,
  table: drawTable,
});
