import type { Diagnostic } from '../diagnostics/index.ts';

/** How many mistakes of one kind are told of in a file before the rest are only counted. */
const most = 5;

/**
 * What is wrong, if it is little; else the first of it, and at the place of the next how much more there is. One thing gone
 * wrong, such as a text that is cut off, may show in hundreds of places.
 *
 * @param sayMore what is wrong with so many more: `Unexpected 1,995 more headings`
 */
export function tellFew(found: readonly Diagnostic[], sayMore: (count: string) => string): Diagnostic[] {
  const next = found[most];
  const left = found.length - most;
  if (next === undefined || left === 1) return [...found];
  return [...found.slice(0, most), { ...next, what: sayMore(left.toLocaleString('en')) }];
}
