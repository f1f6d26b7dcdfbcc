import { suggest } from '../../diagnostics/index.ts';
import type { Figure, Setting } from '../../figures/stage/figure.ts';

/** A place of a text and the state in which a figure there is to be shown. */
export interface StateFragment {
  id: string;
  pairs: string;
}

/** The fragment of an address that names a state, taken apart: `ps-vs-top:at=41`. Ids have no colon, so others name none. */
export function parseStateFragment(fragment: string): StateFragment | undefined {
  const colon = fragment.indexOf(':');
  return colon === -1 ? undefined : { id: fragment.slice(0, colon), pairs: fragment.slice(colon + 1) };
}

/** Settings by key as pairs, in the order of the figure's own table: however they are written, a state reads the same. */
export function writePairs(
  said: ReadonlyMap<string, string>,
  { settings }: Pick<Figure, 'settings'>,
): string {
  return Object.keys(settings)
    .flatMap((key) => (said.has(key) ? [`${key}=${said.get(key) ?? ''}`] : []))
    .join('&');
}

/** What is wrong with what is said of a figure, as the beginning of a message. */
export interface PairFault {
  rule: 'figure/unknown-setting' | 'figure/wrong-value' | 'figure/repeated';
  what: string;
}

/** All that is wrong with pairs as an address has them; none at all are the state that the figure begins with. */
export function checkPairs(pairs: string, name: string, figure: Pick<Figure, 'settings'>): PairFault[] {
  if (pairs === '') return [];
  const said = pairs.split('&').map((pair): [string, string] => {
    const [key = '', ...value] = pair.split('=');
    return [key, value.join('=')];
  });
  return [
    ...said.flatMap((pair) => checkPair(pair, name, figure) ?? []),
    ...checkRepeated(said.map(([key]) => key)),
  ];
}

/** What is said more than once: the last would hold, whichever is meant. */
export function checkRepeated(keys: readonly string[]): PairFault[] {
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...repeated].map((key) => ({
    rule: 'figure/repeated',
    what: `Duplicate \`${key}\``,
  }));
}

/** What is wrong with one setting and what it is set to, if anything is. */
export function checkPair(
  [key, value]: readonly [key: string, value: string],
  name: string,
  { settings }: Pick<Figure, 'settings'>,
): PairFault | undefined {
  const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
  if (setting === undefined) {
    const meant = suggest(key, Object.keys(settings));
    return {
      rule: 'figure/unknown-setting',
      what: `Unknown setting \`${key}\` of the figure \`${name}\`${meant}`,
    };
  }
  const expected = findExpected(value, setting);
  if (expected === undefined) return undefined;
  return { rule: 'figure/wrong-value', what: `Unexpected value \`${value}\` of \`${key}\`${expected}` };
}

/** What a value should have been, as the end of a message; nothing where it is right. */
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
