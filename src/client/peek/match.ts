/**
 * Which block of another page is a block of this: of as many the one in its place, else the one with its words. Of several
 * with the same words as many come before it there as here.
 *
 * @param own words of the blocks here
 * @param there words of the blocks of the other page
 */
export function findSame(index: number, own: readonly string[], there: readonly string[]): number {
  if (own.length === there.length) return index;
  const words = own[index];
  const earlier = own.slice(0, index).filter((each) => each === words).length;
  return there.flatMap((each, at) => (each === words ? [at] : []))[earlier] ?? -1;
}
