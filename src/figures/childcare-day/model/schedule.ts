/** A stretch of a day, in minutes since midnight. It contains its first minute, but not its last. */
export interface Period<Care extends string> {
  from: number;
  to: number;
  care: Care;
}

/** Friday differs from the other working days. */
export const days = ['weekday', 'friday'] as const;

export type Day = (typeof days)[number];

/** Minutes. */
const hour = 60;

/** The part of a day that the figure shows: 6:00 to 24:00. */
export const shownDay = { from: 6 * hour, to: 24 * hour } as const;

/**
 * The usual opening hours of a Danish nursery: 6:30 to 17:00, on Fridays to 16:00 or 16:30. The law has no fixed hours; each
 * municipality decides.
 *
 * `earliest` and `latest` are the usual closing times.
 *
 * Source: https://www.uvm.dk/dagtilbud/plads-i-dagtilbud/lukkedage-og-aabningstider, and the hours of Aarhus, Holstebro and Norddjurs.
 */
export const danishHours: Readonly<Record<Day, { opens: number; earliest: number; latest: number }>> = {
  weekday: { opens: 6.5 * hour, earliest: 17 * hour, latest: 17 * hour },
  friday: { opens: 6.5 * hour, earliest: 16 * hour, latest: 16.5 * hour },
};

/**
 * The care in a Danish nursery: `staffed` by people who depend on the hour; `activities` such as songs and walks; `few`: one
 * or two teachers are left; `closing`: it is closing time, or between the two usual ones.
 */
export type DanishCare = 'before' | 'staffed' | 'activities' | 'few' | 'closing' | 'closed';

/** Kinds of care in a Korean daycare center, in the order of the day. */
export type KoreanCare = 'before' | 'basic' | 'extended' | 'night';

/**
 * Hours that one parent tells about one house: songs and walks from about 10:00 to 13:00 or 14:00 (`latest`), and one or two
 * teachers from 15:00 on, when the others go home.
 */
export const toldHours = {
  activities: { from: 10 * hour, to: 13 * hour, latest: 14 * hour },
  few: { from: 15 * hour },
} as const;

/** Returns the day in a Danish nursery: the usual hours, and within them what the parent tells. */
export function danishDay(day: Day): readonly Period<DanishCare>[] {
  const { opens, earliest, latest } = danishHours[day];
  const { activities, few } = toldHours;
  const periods: readonly Period<DanishCare>[] = [
    { from: shownDay.from, to: opens, care: 'before' },
    { from: opens, to: activities.from, care: 'staffed' },
    { from: activities.from, to: activities.latest, care: 'activities' },
    { from: activities.latest, to: few.from, care: 'staffed' },
    { from: few.from, to: earliest, care: 'few' },
    { from: earliest, to: latest, care: 'closing' },
    { from: latest, to: shownDay.to, care: 'closed' },
  ];
  return periods.filter(({ from, to }) => from < to);
}

/** Returns the care in a Danish nursery at a minute. Unlike in `danishDay`, closing time itself is not `closed`: nobody is late yet. */
export function danishCareAt(day: Day, minute: number): DanishCare {
  const { earliest, latest } = danishHours[day];
  return earliest <= minute && minute <= latest ? 'closing' : periodAt(danishDay(day), minute).care;
}

/**
 * The day in a Korean daycare center: basic care, the extended class and the night extension. The source is weak: a report on a
 * notice of the city of Seoul, https://betweenbuildings.net/?p=44963.
 */
export const koreanDay: readonly Period<KoreanCare>[] = [
  { from: shownDay.from, to: 7.5 * hour, care: 'before' },
  { from: 7.5 * hour, to: 16 * hour, care: 'basic' },
  { from: 16 * hour, to: 19.5 * hour, care: 'extended' },
  { from: 19.5 * hour, to: shownDay.to, care: 'night' },
];

/** Children per adult that Korean law allows at the ages 0, 1 and 2 (Enforcement Rule of the Child Care Act, article 10). */
export const koreanRatios = [3, 5, 7] as const;

/** Returns the period of a day at a minute. The end of the shown day belongs to its last period. */
export function periodAt<Care extends string>(
  periods: readonly Period<Care>[],
  minute: number,
): Period<Care> {
  const found = periods.find(({ from, to }) => from <= minute && minute < to) ?? periods.at(-1);
  if (found === undefined) throw new Error('A day without periods');
  return found;
}

/**
 * Returns by how many minutes a parent is late who picks up a child from a Danish nursery at a minute. The two values differ on
 * Fridays: `least` if the house closes at the later of the usual times, `most` if it closes at the earlier one.
 */
export function minutesLate(day: Day, pickup: number): { least: number; most: number } {
  const { earliest, latest } = danishHours[day];
  return { least: Math.max(pickup - latest, 0), most: Math.max(pickup - earliest, 0) };
}

/** The usual hours per week: four days to 17:00 and a Friday to 16:00. */
export const usualWeek = 4 * hoursOpen('weekday') + hoursOpen('friday');

function hoursOpen(day: Day): number {
  const { opens, earliest } = danishHours[day];
  return (earliest - opens) / hour;
}
