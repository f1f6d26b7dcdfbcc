export { fragmentToState, settings, stateToFragment } from './fragment.ts';
export { computeLines, type Point } from './lines.ts';
export { computeReading, tabulate, type Frame, type Reading } from './reading.ts';
export { getRelease, releases, type Release } from './release.ts';
export {
  choices,
  createState,
  drawLoad,
  findPreset,
  presetNames,
  presets,
  ranges,
  toRange,
  type PresetName,
  type RangeName,
  type State,
} from './state.ts';
export {
  cpuTimeAt,
  createPieces,
  levelAt,
  levelLimit,
  limitLevels,
  timelineLength,
  ticksPerSecond,
} from './timeline.ts';
export { computeTop, type TopMode } from './top.ts';
