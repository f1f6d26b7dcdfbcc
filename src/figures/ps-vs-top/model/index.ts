export type { Counters } from './counters.ts';
export { fragmentToState, settings, stateToFragment } from './fragment.ts';
export { drawLines, type Lines, type Point } from './line.ts';
export { presetNames, presets, type Preset, type PresetName } from './preset.ts';
export { ps, type PsFigures } from './ps.ts';
export { readAt, tabulate, type Frame, type Reading } from './reading.ts';
export { findRelease, releases, type AgeRule, type Release, type ReleaseId } from './release.ts';
export { choices, ranges, toRange, type RangeName } from './setting.ts';
export { draw, findPreset, startFrom, type State } from './state.ts';
export { ticksPerSecond } from './tick.ts';
export {
  drawLevel,
  highestLevel,
  layPieces,
  levelAt,
  limitLevels,
  span,
  workBy,
  type Piece,
} from './timeline.ts';
export { top, topModes, type TopFigure, type TopInterval, type TopMode } from './top.ts';
