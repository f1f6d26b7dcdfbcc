import { h, type ComponentChild } from 'preact';
import { drawChoice, drawRange } from '../stage/live/controls.ts';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { describeState, formatSeconds } from './describe.ts';
import { drawOutput, drawTable } from './draw-output.ts';
import { LiveChart } from './live-chart.ts';
import {
  choices,
  findPreset,
  fragmentToState,
  presets,
  ranges,
  getRelease,
  releases,
  stateToFragment,
  ticksPerSecond,
  type RangeName,
  type State,
} from './model/index.ts';
import { time } from './time.ts';
import sheet from './view.css?url';
import { loadWords, type PsVsTopWords } from './words.ts';

type Context = FigureContext<State, PsVsTopWords>;

/** Draws the load and the interval of `top`, and a disclosure with the settings of machine and release. */
function drawControls(state: State, context: Context): ComponentChild {
  const { words, id } = context;
  const { controls } = words;
  return [
    drawChoice({
      id: `${id}:preset`,
      label: controls.preset,
      options: choices.preset.options.map((value) => ({ value, label: controls.presets[value] })),
      value: findPreset(state),
      change: (preset) => {
        context.change({ ...state, ...presets[preset] });
      },
    }),
    drawNumber('interval', words.seconds(formatSeconds(state.interval)), state, context),
    h(
      'details',
      {},
      h('summary', {}, controls.more),
      h(
        'div',
        { class: 'figure-controls' },
        drawChoice({
          id: `${id}:mode`,
          label: controls.mode,
          options: choices.mode.options.map((value) => ({ value, label: controls.modes[value] })),
          value: state.mode,
          change: (mode) => {
            context.change({ ...state, mode });
          },
        }),
        drawNumber('threads', String(state.threads), state, context),
        drawNumber('cpus', String(state.cpus), state, context),
        drawRelease(state, context),
      ),
    ),
  ];
}

function drawNumber(
  name: Exclude<RangeName, 'moment'>,
  text: string,
  state: State,
  context: Context,
): ComponentChild {
  const { min, max, step } = ranges[name];
  return drawRange({
    id: `${context.id}:${name}`,
    label: context.words.controls[name],
    value: state[name],
    min,
    max,
    step,
    text,
    change: (value) => {
      context.change({ ...state, [name]: value });
    },
  });
}

function drawRelease(state: State, context: Context): ComponentChild {
  const { controls } = context.words;
  const release = getRelease(state.release);
  return [
    drawChoice({
      id: `${context.id}:release`,
      label: controls.release,
      options: releases.map(({ from, to }) => ({ value: from, label: controls.versions(from, to) })),
      value: state.release,
      change: (id) => {
        context.change({ ...state, release: id });
      },
    }),
    h('p', { class: 'ps-hint' }, controls.rules(release, formatSeconds(release.pause))),
  ];
}

defineFigure<State, PsVsTopWords>({
  name: 'ps-vs-top',
  sheet,
  loadWords,
  parse: (pairs) => fragmentToState(pairs),
  serialize: stateToFragment,
  controls: drawControls,
  picture: (state, context) => h(LiveChart, { state, context }),
  panels: (state, { words }) => toPreact(drawOutput(state, words)),
  describe: describeState,
  table: drawTable,
  time,
  formatPosition: ({ moment }, { seconds }) => seconds((moment / ticksPerSecond).toFixed(1)),
});
