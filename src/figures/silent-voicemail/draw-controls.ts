import { h, type ComponentChild } from 'preact';
import { drawChoice, drawRange, drawSwitch } from '../stage/live/controls.ts';
import type { FigureContext } from '../stage/live/live-figure.ts';
import {
  defaultSettings,
  findPreset,
  presetNames,
  presets,
  settingsTable,
  type Settings,
} from './model/index.ts';
import type { CallPlay } from './time.ts';
import type { ControlWords, VoicemailWords } from './words.ts';

/** A call, and what the stage gives to set it. */
interface Desk {
  settings: Settings;
  stage: FigureContext<CallPlay, VoicemailWords>;
}

/** What is set of a call: which one it is, what stands in its way, and behind a disclosure what is seldom the cause. */
export function drawControls(
  { settings }: CallPlay,
  stage: FigureContext<CallPlay, VoicemailWords>,
): ComponentChild {
  const desk: Desk = { settings, stage };
  const { controls } = stage.words;
  return [
    drawPresets(desk),
    drawSetting('block', desk),
    settings.block !== 'none' && drawSetting('direction', desk),
    drawSwitch({
      label: controls.labels.nat,
      isOn: settings.nat === 'on',
      change: (isOn) => {
        set(desk, { nat: isOn ? 'on' : 'off' });
      },
    }),
    h(
      'details',
      {},
      h('summary', {}, controls.more),
      h(
        'div',
        { class: 'figure-controls' },
        drawSetting('adjust', desk),
        drawSetting('sends', desk),
        drawPacketCount(desk),
        drawSetting('log', desk),
      ),
    ),
    h('p', { class: 'figure-note' }, controls.blockHint),
  ];
}

function drawPresets({ settings, stage }: Desk): ComponentChild {
  const { preset: label, presets: names } = stage.words.controls;
  return drawChoice({
    id: `${stage.id}:preset`,
    label,
    options: presetNames.map((value) => ({ value, label: names[value] })),
    value: findPreset(settings),
    change: (preset) => {
      stage.change({ settings: { ...defaultSettings, ...presets[preset], at: settings.at } });
    },
  });
}

function drawSetting(name: keyof ControlWords['options'], { settings, stage }: Desk): ComponentChild {
  const { labels, options } = stage.words.controls;
  const names: Readonly<Record<string, string>> = options[name];
  return drawChoice({
    id: `${stage.id}:${name}`,
    label: labels[name],
    options: settingsTable[name].options.map((value) => ({ value, label: names[value] ?? value })),
    value: settings[name],
    change: (value) => {
      set({ settings, stage }, { [name]: value });
    },
  });
}

function drawPacketCount(desk: Desk): ComponentChild {
  const { settings, stage } = desk;
  const { labels, packets: inWords } = stage.words.controls;
  const { min, max, step } = settingsTable.packets;
  return drawRange({
    id: `${stage.id}:packets`,
    label: labels.packets,
    value: settings.packets,
    ...{ min, max, step, text: inWords(settings.packets) },
    change: (packets) => {
      set(desk, { packets });
    },
  });
}

function set({ settings, stage }: Desk, change: Partial<Settings>): void {
  stage.change({ settings: { ...settings, ...change } });
}
