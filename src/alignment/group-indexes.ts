/** Groups the indexes of a list by key; items whose key is `undefined` are left out. */
export function groupIndexes<T>(
  all: readonly T[],
  keyOf: (each: T) => string | undefined,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, each] of all.entries()) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return groups;
}
