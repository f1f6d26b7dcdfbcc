import { h, type ComponentChild, type TargetedMouseEvent } from 'preact';
import { defineFigure } from '../stage/live/define-figure.ts';
import type { Stage } from '../stage/live/live-figure.ts';
import { toNode } from '../stage/live/to-node.ts';
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

function drawPicture({ settings, nowUs }: CallPlay, stage: Stage<CallPlay, VoicemailWords>): ComponentChild {
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
    toNode(drawLadder(state, words.ladder, createScale)),
  );
}

const time = createTime(findScenario);

defineFigure<CallPlay, VoicemailWords>({
  name: 'silent-voicemail',
  sheet,
  loadWords,
  read: (pairs) => ({ settings: fragmentToSettings(pairs) }),
  write: ({ settings }) => settingsToFragment(settings),
  controls: drawControls,
  picture: drawPicture,
  panels: ({ settings }, { id, words }) => [
    h('p', { class: 'figure-note' }, words.note(settings.nat)),
    panelsView(findScenario(settings), settings.at, { id, words: words.panels }),
  ],
  describe: ({ settings }, words) => describeCall(findScenario(settings), settings.at, words.description),
  table: ({ settings }, words) => drawTable(findScenario(settings), settings.at, words),
  time,
  moment: (play, { controls }) => {
    const { at, last } = time.progress(play);
    return controls.played(at, last);
  },
});
