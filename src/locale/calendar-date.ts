import type { Locale } from './locale.ts';

/** A day of the calendar, `YYYY-MM-DD` (ISO 8601). No time zone shifts it. */
export type CalendarDate = string;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: `2026-02-29` is not one. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!form.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day it is at an instant in a time zone (IANA name). */
export function instantToCalendarDate(instant: Date, timezone: string): CalendarDate {
  // en-CA writes dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}

/** The day in words of a language: `2026년 11월 22일`, `November 22, 2026`. */
export function formatDate(date: CalendarDate, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(atMidnight(date));
}

/** The year a day is in, as four digits. */
export function yearOf(date: CalendarDate): string {
  return date.slice(0, 4);
}

/** The day as an RFC 3339 instant, its first moment in UTC, for formats that have no calendar dates (Atom). */
export function dateToInstant(date: CalendarDate): string {
  return `${date}T00:00:00Z`;
}

function atMidnight(date: CalendarDate): Date {
  return new Date(dateToInstant(date));
}
