import { h, type ComponentChild, type TargetedMouseEvent } from 'preact';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { capturedCalls } from './captured-calls.ts';
import { describeCall } from './describe.ts';
import { drawControls } from './draw-controls.ts';
import { drawTable } from './draw-table.ts';
import { findLaneAt } from './ladder/columns.ts';
import { drawPicture, resultHeight } from './draw-picture.ts';
import {
  createScenarioCache,
  fragmentToSettings,
  settingsToFragment,
  stateAt,
  toggleBlock,
} from './model/index.ts';
import { OwnCapturePanel } from './own-capture/panel.ts';
import { drawCounts } from './panels/draw-counts.ts';
import { ListenButton } from './listen/listen-button.ts';
import { drawLog } from './panels/draw-log.ts';
import { WavPanel } from './panels/wav-panel.ts';
import { createTime, type CallPlay } from './time.ts';
import sheet from './view.css?url';
import { loadWords, type VoicemailWords } from './words.ts';

const findScenario = createScenarioCache(capturedCalls);

function drawLivePicture(
  { settings, nowUs }: CallPlay,
  figure: FigureContext<CallPlay, VoicemailWords>,
): ComponentChild {
  const { words, createScale, change } = figure;
  const state = { scenario: findScenario(settings), at: settings.at, nowUs };
  const picture = h(
    'div',
    {
      class: 'call-ladder',
      // A shortcut for pointers: the controls for the block do the same for keyboards and screen readers.
      onClick: ({ clientX, clientY, currentTarget }: TargetedMouseEvent<HTMLElement>) => {
        const { left, width, bottom } = currentTarget.getBoundingClientRect();
        if (clientY > bottom - resultHeight) return;
        const lane = findLaneAt(((clientX - left) / width) * 100);
        if (lane !== undefined) change({ settings: toggleBlock(settings, lane.link, lane.direction) });
      },
    },
    toPreact(drawPicture(state, words, createScale)),
  );
  return [
    picture,
    h(ListenButton, {
      words: words.listen,
      recorded: stateAt(state.scenario, state.at).voicemail.recorded,
      pause: () => {
        change({ settings });
      },
    }),
  ];
}

function drawPanels(
  { settings }: CallPlay,
  { id, words: { note, panels, controls, ownCapture } }: FigureContext<CallPlay, VoicemailWords>,
): ComponentChild {
  const { at } = settings;
  const scenario = findScenario(settings);
  const { recorded } = stateAt(scenario, at).voicemail;
  return [
    h('p', { class: 'figure-note' }, `${note(settings.nat)} ${controls.blockHint}`),
    toPreact(drawLog(scenario, at, panels.log)),
    toPreact(drawCounts(scenario, at, panels.counts)),
    h(WavPanel, { id: `${id}-wav`, words: panels.wav, recorded }),
    h(OwnCapturePanel, { words: ownCapture }),
  ];
}

const time = createTime(findScenario);

defineFigure<CallPlay, VoicemailWords>({
  name: 'silent-voicemail',
  sheet,
  loadWords,
  parse: (pairs) => ({ settings: fragmentToSettings(pairs) }),
  serialize: ({ settings }) => settingsToFragment(settings),
  controls: drawControls,
  picture: drawLivePicture,
  panels: drawPanels,
  describe: ({ settings }, words) => describeCall(findScenario(settings), settings.at, words.description),
  table: ({ settings }, words) => drawTable(findScenario(settings), settings.at, words),
  time,
  formatPosition: (play, { controls }) => {
    const { at, last } = time.progress(play);
    return controls.progress(at, last);
  },
});
