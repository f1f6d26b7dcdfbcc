export type { Endpoint } from './capture/datagram.ts';
export { readCapture } from './capture/read-capture.ts';
export { captureToStory } from './story/story.ts';
export { confirmedLine } from './call/auto-adjust.ts';
export { fragmentToSettings, settingsToFragment } from './call/fragment.ts';
export type { CaptureName, Stories } from './call/plan.ts';
export {
  points,
  type CallState,
  type Counts,
  type Passage,
  type Point,
  type TimedLine,
} from './call/play.ts';
export { findLog, findReason, reasons, type Reason } from './call/reason.ts';
export {
  createScenario,
  findCulprits,
  findEvidence,
  findRuns,
  stateAt,
  type Evidence,
  type PassageRun,
  type Scenario,
} from './call/scenario.ts';
export {
  defaultSettings,
  findPreset,
  links,
  messagePackets,
  presetNames,
  presets,
  settingNames,
  settingsTable,
  type Link,
  type PresetName,
  type SettingName,
  type Settings,
} from './call/settings.ts';
export { formatSeconds } from './call/seconds.ts';
export {
  findWavFields,
  findWavLength,
  packetDataLength,
  toHex,
  wavHeaderLength,
  type WavFieldKey,
} from './wav/wav.ts';
