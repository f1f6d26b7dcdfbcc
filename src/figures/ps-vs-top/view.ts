import { h, type ComponentChild } from 'preact';
import { drawChoice, drawRange, drawSelect } from '../stage/live/controls.ts';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { drawLivePanel } from '../stage/live/panel.ts';
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

/** Draws the load and the interval of `top`. */
function drawControls(state: State, context: Context): ComponentChild {
  const { words, id } = context;
  const { controls } = words;
  return [
    drawChoice({
      id: `${id}:preset`,
      label: controls.preset,
      isLabelHidden: true,
      options: choices.preset.options.map((value) => ({ value, label: controls.presets[value] })),
      value: findPreset(state),
      change: (preset) => {
        context.change({ ...state, ...presets[preset] });
      },
    }),
    h(
      'div',
      { class: 'ps-interval' },
      drawNumber('interval', words.seconds(formatSeconds(state.interval)), state, context),
    ),
  ];
}

/** Draws the panel with the settings of machine and release. */
function drawSettings(state: State, context: Context): ComponentChild {
  const { controls } = context.words;
  return drawLivePanel(
    controls.more,
    h(
      'div',
      { class: 'figure-controls ps-settings' },
      drawSelect({
        id: `${context.id}:mode`,
        label: controls.mode,
        options: choices.mode.options.map((value) => ({ value, label: controls.modes[value] })),
        value: state.mode,
        change: (mode) => {
          context.change({ ...state, mode });
        },
      }),
      drawRelease(state, context),
      drawNumber('threads', String(state.threads), state, context),
      drawNumber('cpus', String(state.cpus), state, context),
    ),
    h(
      'p',
      { class: 'figure-note' },
      controls.rules(getRelease(state.release), formatSeconds(getRelease(state.release).pause)),
    ),
  );
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
  return drawChoice({
    id: `${context.id}:release`,
    label: controls.release,
    options: releases.map(({ from, to }) => ({ value: from, label: controls.versions(from, to) })),
    value: state.release,
    change: (release) => {
      context.change({ ...state, release });
    },
  });
}

defineFigure<State, PsVsTopWords>({
  name: 'ps-vs-top',
  sheet,
  loadWords,
  parse: (pairs) => fragmentToState(pairs),
  serialize: stateToFragment,
  controls: drawControls,
  picture: (state, context) => h(LiveChart, { state, context }),
  panels: (state, context) => [drawSettings(state, context), toPreact(drawOutput(state, context.words))],
  describe: describeState,
  table: drawTable,
  time,
  formatPosition: ({ moment }, { seconds }) => seconds((moment / ticksPerSecond).toFixed(1)),
});
