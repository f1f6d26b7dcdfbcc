import type { EvalQuery } from './queries.ts';

/** Of each class so many queries at most, evenly from its first to its last; all classes in their order. */
export function samplePerClass(queries: readonly EvalQuery[], most: number): EvalQuery[] {
  return [...Map.groupBy(queries, (query) => query.class).values()].flatMap((group) =>
    sampleEvenly(group, most),
  );
}

/** So many at most, evenly from the first to the last, so that the same ones are taken each time. */
export function sampleEvenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (each) => each !== undefined,
  );
}
