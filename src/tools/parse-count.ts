/** Parses the value of a command-line option that is a positive whole number. Throws if it is none. */
export function parseCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`${option} ${text} is not a positive whole number\n  fix  Write ${option} 3.`);
}
