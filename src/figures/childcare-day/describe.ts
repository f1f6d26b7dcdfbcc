import {
  childrenPerAdult,
  danishCareAt,
  danishHours,
  formatTime,
  koreanDay,
  minutesLate,
  periodAt,
  type Day,
  type State,
} from './model/index.ts';
import type { ChildcareDayWords, Readout } from './words.ts';

/** Describes a state in three sentences: the pick-up, what it means in both countries, and the children per adult. */
export function describeState(state: State, words: ChildcareDayWords): string {
  const { day, pickup, open } = state;
  const { describe } = words;
  return [
    describe.pickup[day](formatTime(pickup)),
    describeDenmark(state, words),
    describe.korean[periodAt(koreanDay, pickup).care],
    describe.ratio(String(open), formatRatio(open)),
  ].join(' ');
}

function describeDenmark({ day, pickup }: State, words: ChildcareDayWords): string {
  const { describe } = words;
  const care = danishCareAt(day, pickup);
  if (care === 'closed') return describe.late(...formatLate(day, pickup, words));
  return care === 'closing' ? describe.closing(...formatClosing(day)) : describe.danish[care];
}

/** Returns the readout of each country at the time of the pick-up. */
export function readOut(
  { day, pickup }: State,
  words: ChildcareDayWords,
): { denmark: Readout; korea: Readout } {
  return {
    denmark: readOutDenmark(day, pickup, words),
    korea: words.korean[periodAt(koreanDay, pickup).care],
  };
}

function readOutDenmark(day: Day, pickup: number, words: ChildcareDayWords): Readout {
  const care = danishCareAt(day, pickup);
  if (care === 'closed') return words.late(...formatLate(day, pickup, words));
  return care === 'closing' ? words.closing(...formatClosing(day)) : words.danish[care];
}

/** Formats a number of children per adult with one decimal: `4.2`. */
export function formatRatio(open: number): string {
  return childrenPerAdult(open).toFixed(1);
}

function formatClosing(day: Day): [earliest: string, latest: string] {
  const { earliest, latest } = danishHours[day];
  return [formatTime(earliest), formatTime(latest)];
}

function formatLate(
  day: Day,
  pickup: number,
  { duration }: ChildcareDayWords,
): [least: string, most: string] {
  const { least, most } = minutesLate(day, pickup);
  return [duration(least), duration(most)];
}
