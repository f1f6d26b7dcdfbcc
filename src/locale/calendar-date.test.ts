import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  dateToInstant,
  formatDate,
  instantToCalendarDate,
  isCalendarDate,
  yearOf,
  type CalendarDate,
} from './calendar-date.ts';

const days = fc
  .date({ min: new Date('1600-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('A calendar date', () => {
  test.each([
    ['2026-11-22', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['26-01-01', false],
    ['2026/01/01', false],
    ['2026-01-01T00:00:00Z', false],
    [' 2026-01-01', false],
    ['2026-01-01\n', false],
    ['２０２６-01-01', false],
    ['', false],
  ])('“%s” exists: %s', (text, exists) => {
    expect(isCalendarDate(text)).toBe(exists);
  });

  test('exists exactly if Date does not roll over to the next month', () => {
    const numbers = fc.record({
      year: fc.integer({ min: 1000, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(numbers, ({ year, month, day }) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const text = [year, month, day].map((number) => String(number).padStart(2, '0')).join('-');
        expect(isCalendarDate(text)).toBe(date.getUTCMonth() === month - 1 && date.getUTCDate() === day);
      }),
    );
  });

  test('has the year it begins with', () => {
    expect(yearOf('2026-11-22')).toBe('2026');
  });

  test('is converted to midnight in UTC', () => {
    expect(dateToInstant('2026-11-22')).toBe('2026-11-22T00:00:00Z');
  });
});

describe('A formatted date', () => {
  test.each([
    ['ko', '2026년 11월 2일'],
    ['en', 'November 2, 2026'],
    ['da', '2. november 2026'],
  ])('is in the language of the reader: %s', (locale, words) => {
    expect(formatDate('2026-11-02', locale)).toBe(words);
  });

  describe.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Seoul', 'America/New_York'])(
    'on a machine in %s',
    (zone) => {
      afterEach(() => {
        vi.unstubAllEnvs();
      });

      test('is not shifted by the time zone', () => {
        vi.stubEnv('TZ', zone);
        expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
        fc.assert(
          fc.property(days, (date) => {
            expect(formatDate(date, 'ko')).toBe(inKorean(date));
          }),
        );
      });
    },
  );
});

describe('The date at an instant', () => {
  test.each([
    ['2026-11-22T14:59:59Z', 'Asia/Seoul', '2026-11-22'],
    ['2026-11-22T15:00:00Z', 'Asia/Seoul', '2026-11-23'],
    ['2026-11-22T15:00:00Z', 'UTC', '2026-11-22'],
    ['2027-01-01T03:00:00Z', 'America/New_York', '2026-12-31'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(instantToCalendarDate(new Date(instant), zone)).toBe(date);
  });

  test('is, in UTC, the date that begins at that instant', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(instantToCalendarDate(new Date(dateToInstant(date)), 'UTC')).toBe(date);
      }),
    );
  });
});

function inKorean(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}년 ${month}월 ${day}일`;
}
