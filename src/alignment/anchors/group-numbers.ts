/** The numbers of all things that have one key; those without a key are left out. */
export function groupNumbers<T>(
  all: readonly T[],
  keyOf: (each: T) => string | undefined,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [number, each] of all.entries()) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [number]);
    else group.push(number);
  }
  return groups;
}
