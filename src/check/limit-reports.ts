import type { Diagnostic } from '../diagnostics/index.ts';

/** Maximum number of diagnostics of one kind that are reported for a file; the rest are only counted. */
const limit = 5;

/**
 * Returns at most the first five diagnostics and a sixth, at the place of the next, that counts the rest. One mistake,
 * such as a text that was cut off, can show up in hundreds of places.
 *
 * @param countRest the message for the rest: `1,995 more headings …`
 */
export function limitReports(
  diagnostics: readonly Diagnostic[],
  countRest: (count: string) => string,
): Diagnostic[] {
  const next = diagnostics[limit];
  const rest = diagnostics.length - limit;
  // A single remaining diagnostic takes no more room than a message that counts it.
  if (next === undefined || rest === 1) return [...diagnostics];
  return [...diagnostics.slice(0, limit), { ...next, what: countRest(rest.toLocaleString('en')) }];
}
