import type { Locale } from './locale.ts';

/** A date without time or time zone, as `YYYY-MM-DD` (ISO 8601). */
export type CalendarDate = string;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns whether a text is an existing date in this format; `2026-02-29` is not. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!form.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Returns the date at an instant in a time zone (IANA name). */
export function instantToCalendarDate(instant: Date, timezone: string): CalendarDate {
  // The locale en-CA formats dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}

/** Formats a date in a language: `2026년 11월 22일`, `November 22, 2026`. */
export function formatDate(date: CalendarDate, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(atMidnight(date));
}

/** Returns the year of a date, as four digits. */
export function yearOf(date: CalendarDate): string {
  return date.slice(0, 4);
}

/** Converts a date to an RFC 3339 timestamp at midnight UTC, for formats without plain dates (Atom). */
export function dateToInstant(date: CalendarDate): string {
  return `${date}T00:00:00Z`;
}

function atMidnight(date: CalendarDate): Date {
  return new Date(dateToInstant(date));
}
