import { h, type ComponentChild } from 'preact';
import { drawChoice } from '../stage/live/controls.ts';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { describeState } from './describe.ts';
import { chartArea } from './chart-area.ts';
import { drawPicture } from './draw-picture.ts';
import { drawRule } from './draw-rule.ts';
import { drawTable } from './draw-table.ts';
import {
  choices,
  fragmentToState,
  nationalLimits,
  ranges,
  reconcile,
  stateToFragment,
  type RangeName,
  type State,
} from './model/index.ts';
import sheet from './view.css?url';
import { loadWords, type ChildcareFeeWords } from './words.ts';

type Context = FigureContext<State, ChildcareFeeWords>;

/**
 * Draws the picture, with a slider for the income over it. The slider’s thumb is invisible and as high as the staircase, so readers
 * drag the point itself, and the browser supports pointers, touch and keys.
 */
function drawChart(state: State, { words, createScale, change }: Context): ComponentChild {
  const { controls, picture } = words;
  const { left, right, top, bottom } = chartArea;
  return h(
    'div',
    { class: 'fee-chart' },
    toPreact(drawPicture(state, words, createScale, { isDraggable: true })),
    h('input', {
      type: 'range',
      ...ranges.income,
      value: state.income,
      'aria-label': controls.income,
      'aria-valuetext': picture.incomes(state.income, Math.round(state.income / 12)),
      style: {
        '--left': `${left}%`,
        '--width': `${right - left}%`,
        top: `${top}px`,
        '--height': `${bottom - top + 20}px`,
      },
      onInput: ({ currentTarget }) => {
        change({ ...state, income: currentTarget.valueAsNumber });
      },
    }),
  );
}

/** Draws the settings of the family, and where and when it lives. */
function drawControls(state: State, context: Context): ComponentChild {
  const { words, id } = context;
  const { controls } = words;
  return [
    drawCount('children', state, context),
    drawCount('nursery', state, context),
    drawChoice({
      id: `${id}:parents`,
      label: controls.parents,
      options: choices.parents.map((value) => ({ value, label: controls.parentsOptions[value] })),
      value: state.parents,
      change: (parents) => {
        context.change({ ...state, parents });
      },
    }),
    drawChoice({
      id: `${id}:municipality`,
      label: controls.municipality,
      options: choices.municipality.map((value) => ({ value, label: controls.municipalities[value] })),
      value: state.municipality,
      change: (municipality) => {
        context.change({ ...state, municipality });
      },
    }),
    drawChoice({
      id: `${id}:year`,
      label: controls.year,
      options: choices.year.map((year) => ({
        value: String(year),
        label: controls.yearOption(year, nationalLimits[year].isConfirmed),
      })),
      value: String(state.year),
      change: (chosen) => {
        const year = choices.year.find((each) => String(each) === chosen) ?? state.year;
        context.change({ ...state, year });
      },
    }),
  ];
}

/** Draws a small number as radio buttons. */
function drawCount(name: Exclude<RangeName, 'income'>, state: State, context: Context): ComponentChild {
  const { min, max } = ranges[name];
  const options = Array.from({ length: max - min + 1 }, (_, nth) => String(min + nth));
  return drawChoice({
    id: `${context.id}:${name}`,
    label: context.words.controls[name],
    options: options.map((value) => ({ value, label: value })),
    value: String(state[name]),
    change: (value) => {
      context.change(reconcile({ ...state, [name]: Number(value) }, name));
    },
  });
}

defineFigure<State, ChildcareFeeWords>({
  name: 'childcare-fee',
  sheet,
  loadWords,
  parse: fragmentToState,
  serialize: stateToFragment,
  controls: drawControls,
  picture: drawChart,
  panels: (state, { words }) => toPreact(drawRule(state, words)),
  describe: describeState,
  table: drawTable,
});
