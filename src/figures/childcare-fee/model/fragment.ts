import type { Setting } from '../../stage/figure.ts';
import { parsePairs } from '../../stage/pairs.ts';
import {
  choices,
  defaultPreset,
  presetNames,
  presets,
  ranges,
  reconcile,
  type RangeName,
  type State,
} from './state.ts';

/**
 * Serializes a state as `key=value` pairs for a URL fragment: the name of a preset that equals it, or else every setting that differs
 * from the default.
 *
 * @example
 * stateToFragment({ ...presets['half-million'], income: 400_000 }) // 'income=400000'
 */
export function stateToFragment(state: State): string {
  const preset = presetNames.find((name) => listDifferences(state, presets[name]).length === 0);
  if (preset !== undefined) return `preset=${preset}`;
  return listDifferences(state, presets[defaultPreset])
    .map((key) => `${key}=${state[key]}`)
    .join('&');
}

function listDifferences(state: State, base: State): (keyof State)[] {
  return keys.filter((key) => state[key] !== base[key]);
}

/**
 * Parses `key=value` pairs into a state. Missing keys get the values of the preset that the pairs name, or of the default. Unknown
 * keys and invalid values are ignored; numbers out of range are clamped.
 */
export function fragmentToState(fragment: string): State {
  const values = parsePairs(fragment);
  const state: State = presets[readChoice(presetNames, values.get('preset')) ?? defaultPreset];
  const read = {
    ...state,
    ...readNumber('income', values),
    ...readNumber('children', values),
    ...readNumber('nursery', values),
    parents: readChoice(choices.parents, values.get('parents')) ?? state.parents,
    municipality: readChoice(choices.municipality, values.get('municipality')) ?? state.municipality,
    year: readChoice(choices.year, values.get('year')) ?? state.year,
  };
  return reconcile(read);
}

const keys = ['income', 'children', 'nursery', 'parents', 'municipality', 'year'] as const;

/** The allowed values of each key. */
export const settings: Readonly<Record<string, Setting>> = {
  preset: { kind: 'choice', options: presetNames },
  income: { kind: 'number', ...limitsOf('income') },
  children: { kind: 'number', ...limitsOf('children') },
  nursery: { kind: 'number', ...limitsOf('nursery') },
  parents: { kind: 'choice', options: choices.parents },
  municipality: { kind: 'choice', options: choices.municipality },
  year: { kind: 'choice', options: choices.year.map(String) },
};

function limitsOf(name: RangeName): { min: number; max: number } {
  const { min, max } = ranges[name];
  return { min, max };
}

function readNumber(name: RangeName, values: ReadonlyMap<string, string>): Partial<State> {
  const text = values.get(name) ?? '';
  if (!/^\d{1,9}$/.test(text)) return {};
  const { min, max } = ranges[name];
  return { [name]: Math.min(max, Math.max(min, Number(text))) };
}

function readChoice<Option extends string | number>(
  options: readonly Option[],
  text: string | undefined,
): Option | undefined {
  return options.find((option) => String(option) === text);
}
