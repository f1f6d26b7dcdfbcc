/**
 * Parses `key=value` pairs into a map. Spaces around keys and values are removed, and the last pair with a key counts. A pair without
 * `=` has an empty value.
 *
 * @example
 * parsePairs('preset=steady&every=5').get('every') // '5'
 */
export function parsePairs(pairs: string): Map<string, string> {
  return new Map(
    pairs.split('&').map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key.trim(), value.join('=').trim()];
    }),
  );
}

/**
 * Parses a decimal number without sign and exponent: `0.5`. Returns `NaN` for anything else, also for texts that `Number` accepts,
 * such as `0x10`.
 */
export function parseNumber(text: string): number {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
}
