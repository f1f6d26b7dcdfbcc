import { h, type ComponentChild } from 'preact';
import { drawChoice, drawRange } from '../stage/live/controls.ts';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { describeState, inSeconds } from './describe.ts';
import { drawOutput, drawTable } from './draw-output.ts';
import { LiveChart } from './live-chart.ts';
import {
  choices,
  findPreset,
  fragmentToState,
  presets,
  ranges,
  releaseOf,
  releases,
  stateToFragment,
  ticksPerSecond,
  type RangeName,
  type State,
} from './model/index.ts';
import { time } from './time.ts';
import sheet from './view.css?url';
import { loadWords, type PsVsTopWords } from './words.ts';

type PsVsTopStage = FigureContext<State, PsVsTopWords>;

/** What the figure is about in sight, and what tells machines and releases apart behind a disclosure. */
function drawControls(state: State, stage: PsVsTopStage): ComponentChild {
  const { words, id } = stage;
  const { controls } = words;
  return [
    drawChoice({
      id: `${id}:preset`,
      label: controls.preset,
      options: choices.preset.options.map((value) => ({ value, label: controls.presets[value] })),
      value: findPreset(state),
      change: (preset) => {
        stage.change({ ...state, ...presets[preset] });
      },
    }),
    drawNumber('interval', words.seconds(inSeconds(state.interval)), state, stage),
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
            stage.change({ ...state, mode });
          },
        }),
        drawNumber('threads', String(state.threads), state, stage),
        drawNumber('cpus', String(state.cpus), state, stage),
        drawRelease(state, stage),
      ),
    ),
  ];
}

function drawNumber(
  name: Exclude<RangeName, 'moment'>,
  text: string,
  state: State,
  stage: PsVsTopStage,
): ComponentChild {
  const { min, max, step } = ranges[name];
  return drawRange({
    id: `${stage.id}:${name}`,
    label: stage.words.controls[name],
    value: state[name],
    min,
    max,
    step,
    text,
    change: (value) => {
      stage.change({ ...state, [name]: value });
    },
  });
}

function drawRelease(state: State, stage: PsVsTopStage): ComponentChild {
  const { controls } = stage.words;
  const release = releaseOf(state.release);
  return [
    drawChoice({
      id: `${stage.id}:release`,
      label: controls.release,
      options: releases.map(({ from, to }) => ({ value: from, label: controls.versions(from, to) })),
      value: state.release,
      change: (id) => {
        stage.change({ ...state, release: id });
      },
    }),
    h('p', { class: 'ps-hint' }, controls.rules(release, inSeconds(release.pause))),
  ];
}

defineFigure<State, PsVsTopWords>({
  name: 'ps-vs-top',
  sheet,
  loadWords,
  parse: (pairs) => fragmentToState(pairs),
  serialize: stateToFragment,
  controls: drawControls,
  picture: (state, stage) => h(LiveChart, { state, stage }),
  panels: (state, { words }) => toPreact(drawOutput(state, words)),
  describe: describeState,
  table: drawTable,
  time,
  formatPosition: ({ moment }, { seconds }) => seconds((moment / ticksPerSecond).toFixed(1)),
});
