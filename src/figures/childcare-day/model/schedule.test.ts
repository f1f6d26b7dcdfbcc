import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTime } from './state.ts';
import {
  danishCareAt,
  danishDay,
  danishHours,
  days,
  koreanDay,
  minutesLate,
  periodAt,
  shownDay,
  usualWeek,
} from './schedule.ts';

const anyDay = fc.constantFrom(...days);
const anyMinute = fc.integer({ min: shownDay.from, max: shownDay.to });

const toMinute = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? NaN) * 60 + (minutes ?? NaN);
};

describe('A Danish nursery', () => {
  test('opens at 6:30 and closes at 17:00, on Fridays at 16:00 or 16:30', () => {
    const hours = days.map((day) => Object.values(danishHours[day]).map(formatTime));
    expect(hours).toEqual([
      ['6:30', '17:00', '17:00'],
      ['6:30', '16:00', '16:30'],
    ]);
  });

  test('is open for 51.5 hours a week, like those of Aarhus: two days to 16:30 and three to 17:00', () => {
    expect(usualWeek).toBe(51.5);
    expect(2 * 10 + 3 * 10.5).toBe(usualWeek);
  });

  test.each([
    ['weekday', '6:00', 'before'],
    ['weekday', '6:29', 'before'],
    ['weekday', '6:30', 'staffed'],
    ['weekday', '9:59', 'staffed'],
    ['weekday', '10:00', 'activities'],
    ['weekday', '13:59', 'activities'],
    ['weekday', '14:00', 'staffed'],
    ['weekday', '15:00', 'few'],
    ['weekday', '16:30', 'few'],
    ['weekday', '17:00', 'closing'],
    ['weekday', '17:01', 'closed'],
    ['weekday', '24:00', 'closed'],
    ['friday', '15:59', 'few'],
    ['friday', '16:00', 'closing'],
    ['friday', '16:30', 'closing'],
    ['friday', '16:31', 'closed'],
  ] as const)('on a %s at %s is in the state “%s”', (day, time, care) => {
    expect(danishCareAt(day, toMinute(time))).toBe(care);
  });

  test.each([
    ['weekday', '16:59', 0, 0],
    ['weekday', '17:00', 0, 0],
    ['weekday', '17:45', 45, 45],
    ['weekday', '18:00', 60, 60],
    ['friday', '16:00', 0, 0],
    ['friday', '16:15', 0, 15],
    ['friday', '16:30', 0, 30],
    ['friday', '18:00', 90, 120],
  ] as const)('on a %s at %s sees parents who are %i to %i minutes late', (day, time, least, most) => {
    expect(minutesLate(day, toMinute(time))).toEqual({ least, most });
  });

  test('has certainly late parents exactly while it is closed, and the later they are, the later they come', () => {
    fc.assert(
      fc.property(anyDay, anyMinute, anyMinute, (day, minute, other) => {
        const { least, most } = minutesLate(day, minute);
        expect(least).toBeGreaterThanOrEqual(0);
        expect(most).toBeGreaterThanOrEqual(least);
        expect(danishCareAt(day, minute) === 'closed').toBe(least > 0);
        expect(minutesLate(day, Math.max(minute, other)).least).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});

test.each([
  ['6:00', 'before'],
  ['7:29', 'before'],
  ['7:30', 'basic'],
  ['15:59', 'basic'],
  ['16:00', 'extended'],
  ['18:00', 'extended'],
  ['19:29', 'extended'],
  ['19:30', 'night'],
  ['24:00', 'night'],
])('A Korean daycare center at %s is in the state “%s”', (time, care) => {
  expect(periodAt(koreanDay, toMinute(time)).care).toBe(care);
});

test.each([
  ['a Danish weekday', danishDay('weekday')],
  ['a Danish Friday', danishDay('friday')],
  ['a Korean day', koreanDay],
])('The periods of %s follow each other without gap and fill the shown day', (_, periods) => {
  expect(periods.map(({ from }) => from)).toEqual([
    shownDay.from,
    ...periods.slice(0, -1).map(({ to }) => to),
  ]);
  expect(periods.at(-1)?.to).toBe(shownDay.to);
  for (const { from, to } of periods) expect(from).toBeLessThan(to);
});
