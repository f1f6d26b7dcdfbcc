import { el } from '../stage/element.ts';
import type { Figure, Setting } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { drawStillTable } from '../stage/table.ts';
import type { StageWords } from '../stage/words.ts';
import { describeCall } from './describe.ts';
import { drawTable } from './draw-table.ts';
import { drawLadder } from './ladder/draw-ladder.ts';
import {
  createScenario,
  fragmentToSettings,
  presetNames,
  settingNames,
  settingsTable,
} from './model/index.ts';
import { drawPanels } from './panels/draw-panels.ts';
import { stories } from './stories.ts';
import type { VoicemailWords } from './words.ts';

/** The figure, for texts in the language of these words. */
export function createSilentVoicemail(
  words: VoicemailWords,
  stageWords: StageWords,
  createScale: CreateScale,
): Figure {
  return {
    settings: {
      preset: { kind: 'choice', options: presetNames },
      ...Object.fromEntries(settingNames.map((name) => [name, toSetting(settingsTable[name])])),
    },
    draw: (pairs) => {
      const settings = fragmentToSettings(pairs);
      const scenario = createScenario(settings, stories);
      const { at } = settings;
      return {
        title: words.title,
        picture: drawLadder({ scenario, at }, words.ladder, createScale),
        description: describeCall(scenario, at, words.description),
        others: [
          el('p', { class: 'figure-note' }, words.note(settings.nat)),
          ...drawPanels(scenario, at, words.panels),
          drawStillTable(drawTable(scenario, at, words), stageWords),
        ],
      };
    },
  };
}

function toSetting(setting: (typeof settingsTable)[keyof typeof settingsTable]): Setting {
  return setting.kind === 'choice'
    ? { kind: 'choice', options: setting.options }
    : { kind: 'number', min: setting.min, max: setting.max };
}
