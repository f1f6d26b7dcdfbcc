import type { Setting } from '../../stage/figure.ts';
import { parseNumber, parsePairs } from '../../stage/pairs.ts';
import { days, shownDay, usualWeek, type Day } from './schedule.ts';

/** All settings of the figure that a reader can change. */
export interface State {
  day: Day;
  /** Time of the pick-up, in minutes since midnight. */
  pickup: number;
  /** Opening hours of the nursery, per week. */
  open: number;
}

/** The numeric settings: minutes, and hours per week. */
export const ranges = {
  pickup: { min: shownDay.from, max: shownDay.to, step: 15 },
  open: { min: 48, max: 55, step: 0.5 },
} as const;

/** At 18:00 the Danish nursery has been closed for an hour, and the Korean one is still open. */
export const initialState: State = { day: 'weekday', pickup: 18 * 60, open: usualWeek };

/** The allowed values of each key. `fragmentToState` ignores none of these. */
export const settings: Readonly<Record<string, Setting>> = {
  day: { kind: 'choice', options: days },
  pickup: { kind: 'text', example: '16:30', isValid: (text) => parseTime(text) !== undefined },
  open: { kind: 'number', min: ranges.open.min, max: ranges.open.max },
};

/**
 * Serializes a state as `key=value` pairs: every setting that differs from its default.
 *
 * @example
 * stateToFragment({ day: 'friday', pickup: 990, open: 51.5 }) // 'day=friday&pickup=16:30'
 */
export function stateToFragment(state: State): string {
  const texts = toTexts(state);
  const initial = toTexts(initialState);
  const changed = texts.filter(([, text], nth) => text !== initial[nth]?.[1]);
  return changed.map(([key, text]) => `${key}=${text}`).join('&');
}

/** Parses `key=value` pairs into a state. Missing keys get their defaults; invalid values are ignored; numbers are clamped. */
export function fragmentToState(fragment: string): State {
  const values = parsePairs(fragment);
  const open = parseNumber(values.get('open') ?? '');
  return {
    day: days.find((day) => day === values.get('day')) ?? initialState.day,
    pickup: parseTime(values.get('pickup') ?? '') ?? initialState.pickup,
    open: Number.isNaN(open) ? initialState.open : clamp(open, ranges.open),
  };
}

/** Moves the pick-up to the closest multiple of the step within the shown day. */
export function moveTo(state: State, minute: number): State {
  const { step } = ranges.pickup;
  return { ...state, pickup: clamp(Math.round(minute / step) * step, ranges.pickup) };
}

/** Formats minutes since midnight as a time: `16:30`. */
export function formatTime(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** Parses a time of the shown day, such as `16:30`, into minutes since midnight. Returns `undefined` for anything else. */
function parseTime(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute >= shownDay.from && minute <= shownDay.to ? minute : undefined;
}

function toTexts({ day, pickup, open }: State): [key: string, text: string][] {
  return [
    ['day', day],
    ['pickup', formatTime(pickup)],
    ['open', String(open)],
  ];
}

function clamp(value: number, { min, max }: { min: number; max: number }): number {
  return Math.min(Math.max(value, min), max);
}
