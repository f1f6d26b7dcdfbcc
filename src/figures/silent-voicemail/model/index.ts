export { confirmedLine } from './auto-adjust.ts';
export { points, type Counts, type Point, type TimedLine, type TracedPacket } from './call-state.ts';
export { compactCapture } from './compact-capture.ts';
export { fragmentToSettings, settingsToFragment } from './fragment.ts';
export { findLog, findReason, formatSeconds, reasons, type Reason } from './log.ts';
export type { CapturedCalls, CaptureName } from './plan.ts';
export { replayCapture, type Replay } from './replay.ts';
export {
  createScenario,
  createScenarioCache,
  findLossyLinks,
  findEvidence,
  findRuns,
  stateAt,
  type Evidence,
  type PacketRun,
  type Scenario,
} from './scenario.ts';
export {
  defaultSettings,
  findPreset,
  links,
  presetNames,
  presets,
  settingNames,
  settingsTable,
  toggleBlock,
  voicemailPackets,
  type Link,
  type PresetName,
  type SettingName,
  type Settings,
} from './settings.ts';
export { findWavFields, findWavLength, packetDataLength, wavHeaderLength, type WavFieldKey } from './wav.ts';
