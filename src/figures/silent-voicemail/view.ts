import { h, type ComponentChild, type TargetedMouseEvent } from 'preact';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import { toPreact } from '../stage/live/to-preact.ts';
import { describeCall } from './describe.ts';
import { drawControls } from './draw-controls.ts';
import { drawTable } from './draw-table.ts';
import { createScenarioFinder } from './find-scenario.ts';
import { findWay } from './ladder/columns.ts';
import { drawLadder } from './ladder/draw-ladder.ts';
import { fragmentToSettings, settingsToFragment } from './model/index.ts';
import { panelsView } from './panels/panels-view.ts';
import { stories } from './stories.ts';
import { createTime, type CallPlay } from './time.ts';
import { toggleBlock } from './toggle-block.ts';
import sheet from './view.css?url';
import { loadWords, type VoicemailWords } from './words.ts';

const findScenario = createScenarioFinder(stories);

function drawPicture(
  { settings, nowUs }: CallPlay,
  stage: FigureContext<CallPlay, VoicemailWords>,
): ComponentChild {
  const { words, createScale, change } = stage;
  const state = {
    scenario: findScenario(settings),
    at: settings.at,
    nowUs,
  };
  return h(
    'div',
    {
      class: 'call-ladder',
      // For those who point at it; a control gives the same to all.
      onClick: ({ clientX, currentTarget }: TargetedMouseEvent<HTMLElement>) => {
        const { left, width } = currentTarget.getBoundingClientRect();
        const found = findWay(((clientX - left) / width) * 100);
        if (found !== undefined) change({ settings: toggleBlock(settings, found.link, found.way) });
      },
    },
    toPreact(drawLadder(state, words.ladder, createScale)),
  );
}

const time = createTime(findScenario);

defineFigure<CallPlay, VoicemailWords>({
  name: 'silent-voicemail',
  sheet,
  loadWords,
  parse: (pairs) => ({ settings: fragmentToSettings(pairs) }),
  serialize: ({ settings }) => settingsToFragment(settings),
  controls: drawControls,
  picture: drawPicture,
  panels: ({ settings }, { id, words }) => [
    h('p', { class: 'figure-note' }, words.note(settings.nat)),
    panelsView(findScenario(settings), settings.at, { id, words: words.panels }),
  ],
  describe: ({ settings }, words) => describeCall(findScenario(settings), settings.at, words.description),
  table: ({ settings }, words) => drawTable(findScenario(settings), settings.at, words),
  time,
  formatPosition: (play, { controls }) => {
    const { at, last } = time.progress(play);
    return controls.played(at, last);
  },
});
