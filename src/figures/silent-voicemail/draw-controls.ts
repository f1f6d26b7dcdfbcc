import { h, type ComponentChild } from 'preact';
import { drawChoice, drawRange, drawSelect, drawSwitch } from '../stage/live/controls.ts';
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
  figure: FigureContext<CallPlay, VoicemailWords>;
}

/** Draws the controls: preset, NAT and block, and a disclosure with the rarely needed ones. */
export function drawControls(
  { settings }: CallPlay,
  figure: FigureContext<CallPlay, VoicemailWords>,
): ComponentChild {
  const context: ControlContext = { settings, figure };
  const { controls } = figure.words;
  return [
    drawPresets(context),
    drawSwitch({
      label: controls.labels.nat,
      isOn: settings.nat === 'on',
      change: (isOn) => {
        changeSettings(context, { nat: isOn ? 'on' : 'off' });
      },
    }),
    drawSetting('block', context),
    settings.block !== 'none' && drawSetting('direction', context),
    h(
      'details',
      { class: 'call-more' },
      h('summary', {}, controls.more),
      h(
        'div',
        {},
        drawSetting('adjust', context, drawSelect),
        drawSetting('log', context, drawSelect),
        drawSetting('sends', context, drawSelect),
        drawPacketCount(context),
      ),
    ),
  ];
}

function drawPresets({ settings, figure }: ControlContext): ComponentChild {
  const { preset: label, presets: names } = figure.words.controls;
  return drawChoice({
    id: `${figure.id}:preset`,
    label,
    options: presetNames.map((value) => ({ value, label: names[value] })),
    value: findPreset(settings),
    change: (preset) => {
      figure.change({ settings: { ...defaultSettings, ...presets[preset], at: settings.at } });
    },
  });
}

function drawSetting(
  name: keyof ControlWords['options'],
  { settings, figure }: ControlContext,
  draw = drawChoice,
): ComponentChild {
  const { labels, options } = figure.words.controls;
  const names: Readonly<Record<string, string>> = options[name];
  return draw({
    id: `${figure.id}:${name}`,
    label: labels[name],
    options: settingsTable[name].options.map((value) => ({ value, label: names[value] ?? value })),
    value: settings[name],
    change: (value) => {
      changeSettings({ settings, figure }, { [name]: value });
    },
  });
}

function drawPacketCount(context: ControlContext): ComponentChild {
  const { settings, figure } = context;
  const { labels, packets: formatCount } = figure.words.controls;
  const { min, max, step } = settingsTable.packets;
  return drawRange({
    id: `${figure.id}:packets`,
    label: labels.packets,
    value: settings.packets,
    min,
    max,
    step,
    text: String(settings.packets),
    spoken: formatCount(settings.packets),
    change: (packets) => {
      changeSettings(context, { packets });
    },
  });
}

function changeSettings({ settings, figure }: ControlContext, change: Partial<Settings>): void {
  figure.change({ settings: { ...settings, ...change } });
}
