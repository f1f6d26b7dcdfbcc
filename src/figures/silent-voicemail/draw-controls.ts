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

interface ControlContext {
  settings: Settings;
  stage: FigureContext<CallPlay, VoicemailWords>;
}

/** Draws the controls: preset, block and NAT, and a disclosure with the rarely needed ones. */
export function drawControls(
  { settings }: CallPlay,
  stage: FigureContext<CallPlay, VoicemailWords>,
): ComponentChild {
  const context: ControlContext = { settings, stage };
  const { controls } = stage.words;
  return [
    drawPresets(context),
    drawSetting('block', context),
    settings.block !== 'none' && drawSetting('direction', context),
    drawSwitch({
      label: controls.labels.nat,
      isOn: settings.nat === 'on',
      change: (isOn) => {
        changeSettings(context, { nat: isOn ? 'on' : 'off' });
      },
    }),
    h(
      'details',
      {},
      h('summary', {}, controls.more),
      h(
        'div',
        { class: 'figure-controls' },
        drawSetting('adjust', context),
        drawSetting('sends', context),
        drawPacketCount(context),
        drawSetting('log', context),
      ),
    ),
    h('p', { class: 'figure-note' }, controls.blockHint),
  ];
}

function drawPresets({ settings, stage }: ControlContext): ComponentChild {
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

function drawSetting(
  name: keyof ControlWords['options'],
  { settings, stage }: ControlContext,
): ComponentChild {
  const { labels, options } = stage.words.controls;
  const names: Readonly<Record<string, string>> = options[name];
  return drawChoice({
    id: `${stage.id}:${name}`,
    label: labels[name],
    options: settingsTable[name].options.map((value) => ({ value, label: names[value] ?? value })),
    value: settings[name],
    change: (value) => {
      changeSettings({ settings, stage }, { [name]: value });
    },
  });
}

function drawPacketCount(context: ControlContext): ComponentChild {
  const { settings, stage } = context;
  const { labels, packets: formatCount } = stage.words.controls;
  const { min, max, step } = settingsTable.packets;
  return drawRange({
    id: `${stage.id}:packets`,
    label: labels.packets,
    value: settings.packets,
    ...{ min, max, step, text: formatCount(settings.packets) },
    change: (packets) => {
      changeSettings(context, { packets });
    },
  });
}

function changeSettings({ settings, stage }: ControlContext, change: Partial<Settings>): void {
  stage.change({ settings: { ...settings, ...change } });
}
