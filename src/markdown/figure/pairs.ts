import { suggest } from '../../diagnostics/index.ts';
import type { Figure, Setting } from '../../figures/stage/figure.ts';

/** The id of a figure and a state to show it in. */
export interface StateFragment {
  id: string;
  pairs: string;
}

/** Parses the fragment of a link to a state: `ps-vs-top:at=41`. Returns `undefined` without a colon, which no id contains. */
export function parseStateFragment(fragment: string): StateFragment | undefined {
  const colon = fragment.indexOf(':');
  return colon === -1 ? undefined : { id: fragment.slice(0, colon), pairs: fragment.slice(colon + 1) };
}

/** Serializes settings as `key=value` pairs in the order that the figure declares them, so that equal states have equal pairs. */
export function serializePairs(
  values: ReadonlyMap<string, string>,
  { settings }: Pick<Figure, 'settings'>,
): string {
  return Object.keys(settings)
    .flatMap((key) => (values.has(key) ? [`${key}=${values.get(key) ?? ''}`] : []))
    .join('&');
}

/** A problem in the settings of a figure, with its message. */
interface PairProblem {
  rule: 'figure/unknown-setting' | 'figure/wrong-value' | 'figure/repeated';
  what: string;
}

/** Returns all mistakes in the pairs of a link. An empty string is valid: it means the figure's initial state. */
export function checkPairs(pairs: string, name: string, figure: Pick<Figure, 'settings'>): PairProblem[] {
  if (pairs === '') return [];
  const entries = pairs.split('&').map((pair): [string, string] => {
    const [key = '', ...value] = pair.split('=');
    return [key, value.join('=')];
  });
  return [
    ...entries.flatMap((pair) => checkPair(pair, name, figure) ?? []),
    ...checkRepeated(entries.map(([key]) => key)),
  ];
}

/** Reports keys that occur more than once. */
export function checkRepeated(keys: readonly string[]): PairProblem[] {
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...repeated].map((key) => ({
    rule: 'figure/repeated',
    what: `Duplicate \`${key}\``,
  }));
}

/** Returns the mistake in one setting, or `undefined`. */
export function checkPair(
  [key, value]: readonly [key: string, value: string],
  name: string,
  { settings }: Pick<Figure, 'settings'>,
): PairProblem | undefined {
  const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
  if (setting === undefined) {
    const suggestion = suggest(key, Object.keys(settings));
    return {
      rule: 'figure/unknown-setting',
      what: `Unknown setting \`${key}\` of the figure \`${name}\`${suggestion}`,
    };
  }
  const expected = findExpected(value, setting);
  if (expected === undefined) return undefined;
  return { rule: 'figure/wrong-value', what: `Unexpected value \`${value}\` of \`${key}\`${expected}` };
}

/** Returns the valid values, as the end of a message, or `undefined` if the value is valid. */
function findExpected(value: string, setting: Setting): string | undefined {
  switch (setting.kind) {
    case 'choice':
      return setting.options.includes(value) ? undefined : suggest(value, setting.options);
    case 'number': {
      const { min, max } = setting;
      const number = /^-?\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Number(value) : NaN;
      return number >= min && number <= max ? undefined : `, expected a number from ${min} to ${max}`;
    }
    case 'text':
      return setting.isValid(value) ? undefined : `, expected a value such as \`${setting.example}\``;
  }
}
