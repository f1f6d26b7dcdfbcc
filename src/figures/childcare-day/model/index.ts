export { childrenPerAdult, legalRatio, workingWeek } from './ratio.ts';
export {
  danishCareAt,
  danishDay,
  danishHours,
  days,
  koreanDay,
  koreanRatios,
  minutesLate,
  periodAt,
  shownDay,
  toldHours,
  usualWeek,
  type DanishCare,
  type Day,
  type KoreanCare,
} from './schedule.ts';
export {
  formatTime,
  fragmentToState,
  initialState,
  moveTo,
  ranges,
  settings,
  stateToFragment,
  type State,
} from './state.ts';
