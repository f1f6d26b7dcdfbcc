/** Children of up to two years per adult, as the Danish Day Care Act (§ 19 a) requires it: the average of a municipality and a year. */
export const legalRatio = 3;

/** Hours per week of a full-time job in Denmark. */
export const workingWeek = 37;

/**
 * Returns how many children there are per adult who is present, on average, if all children stay during all opening hours. The law
 * counts hours of work, and a house is open for longer than one person works. Meetings, holidays and sickness would add to it.
 *
 * @param open hours per week
 */
export function childrenPerAdult(open: number): number {
  return (legalRatio * open) / workingWeek;
}
