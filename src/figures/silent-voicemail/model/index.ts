export { hostOf, type Endpoint } from './capture/datagram.ts';
export { readPcap, type Pcap, type PcapFormat, type PcapFrame } from './capture/pcap.ts';
export {
  readCapture,
  type Capture,
  type Packet,
  type RtpPacket,
  type SipPacket,
} from './capture/read-capture.ts';
export type { Rtp } from './capture/rtp.ts';
export type { Audio, Direction } from './capture/sdp.ts';
export type { SipMessage } from './capture/sip.ts';
export { skipReasons, type Skipped, type SkipReason } from './capture/skipped.ts';
export { findPayloads } from './story/payloads.ts';
export { expandStory, type StoryPacket } from './story/expand.ts';
export {
  participants,
  storyToLadder,
  type Arrow,
  type Ladder,
  type Participant,
  type Run,
  type RunEnd,
} from './story/ladder.ts';
export { captureToStory, countPackets, type Story, type StoryMessage, type Stretch } from './story/story.ts';
export {
  adjustAgain,
  adjustModes,
  adjustThreshold,
  adjustWindow,
  beginAdjusting,
  confirmedLine,
  receive,
  type Adjustment,
  type AdjustMode,
  type AdjustState,
  type LogLine,
  type Received,
  type Verdict,
} from './call/auto-adjust.ts';
export { fragmentToSettings, settingsToFragment } from './call/fragment.ts';
export { captureNames, type CaptureName, type Stories } from './call/plan.ts';
export {
  points,
  type CallState,
  type Counts,
  type Loss,
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
  type Setting,
  type SettingName,
  type Settings,
} from './call/settings.ts';
export { formatSeconds } from './call/seconds.ts';
export {
  findWavFields,
  findWavLength,
  packetDataLength,
  toHex,
  wavFieldKeys,
  wavHeaderLength,
  type WavField,
  type WavFieldKey,
} from './wav/wav.ts';
