import { el } from '../stage/element.ts';
import type { Figure, Setting } from '../stage/figure.ts';
import type { CreateScale } from '../stage/scale.ts';
import { drawStaticTable } from '../stage/table.ts';
import type { StageWords } from '../stage/words.ts';
import { capturedCalls } from './captured-calls.ts';
import { describeCall } from './describe.ts';
import { drawTable } from './draw-table.ts';
import { drawPicture } from './draw-picture.ts';
import {
  createScenario,
  fragmentToSettings,
  presetNames,
  settingNames,
  settingsTable,
  stateAt,
} from './model/index.ts';
import { drawCounts } from './panels/draw-counts.ts';
import { drawLog } from './panels/draw-log.ts';
import { drawWav } from './panels/draw-wav.ts';
import type { VoicemailWords } from './words.ts';

/** Creates the figure for texts in one language. */
export function createSilentVoicemail(
  words: VoicemailWords,
  stageWords: StageWords,
  createScale: CreateScale,
): Figure {
  const { panels } = words;
  return {
    settings: {
      preset: { kind: 'choice', options: presetNames },
      ...Object.fromEntries(settingNames.map((name) => [name, toSetting(settingsTable[name])])),
    },
    draw: (pairs) => {
      const settings = fragmentToSettings(pairs);
      const scenario = createScenario(settings, capturedCalls);
      const { at } = settings;
      return {
        title: words.title,
        picture: drawPicture({ scenario, at }, words, createScale),
        description: describeCall(scenario, at, words.description),
        others: [
          el('p', { class: 'figure-note' }, words.note(settings.nat)),
          drawLog(scenario, at, panels.log),
          drawCounts(scenario, at, panels.counts),
          drawWav(stateAt(scenario, at).voicemail.recorded, panels.wav),
          drawStaticTable(drawTable(scenario, at, words), stageWords),
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
