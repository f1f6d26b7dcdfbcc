import { annualRates, type Municipality } from './rates.ts';
import { nationalLimits, type Family, type Year } from './subsidy.ts';

/** Everything that a reader can set. */
export interface State extends Family {
  /** Household income in kroner a year, as the subsidy counts it. */
  income: number;
  /** Number of children in a nursery, at most `children`. */
  nursery: number;
  municipality: Municipality;
}

/** Ranges of the numbers. `step` is that of the slider; a link may name any whole number. */
export const ranges = {
  income: { min: 150_000, max: 750_000, step: 1_000 },
  children: { min: 1, max: 4, step: 1 },
  nursery: { min: 1, max: 2, step: 1 },
} as const;

export type RangeName = keyof typeof ranges;

/** The options of the choices. */
export const choices = {
  parents: ['one', 'two'],
  municipality: Object.keys(annualRates) as Municipality[],
  // Keys of objects are strings, also if they are written as numbers.
  year: Object.keys(nationalLimits).map(Number) as Year[],
} as const;

/** The state that every preset starts from. */
const base: State = {
  income: 500_000,
  children: 1,
  nursery: 1,
  parents: 'two',
  municipality: 'copenhagen',
  year: 2025,
};

/** States that texts refer to by name. */
export const presets = {
  free: { ...base, income: 208_100 },
  'first-fee': { ...base, income: 208_101 },
  /** The account: two incomes, one child, no subsidy. */
  account: { ...base, income: 700_000 },
  'half-million': base,
  single: { ...base, income: 300_000, parents: 'one' },
  skive: { ...base, municipality: 'skive' },
} as const satisfies Readonly<Record<string, State>>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as PresetName[];

export const defaultPreset: PresetName = 'half-million';

/** Returns a state that is possible: no more children in the nursery than at home. The number that `changed` names is kept. */
export function reconcile(state: State, changed: 'children' | 'nursery' = 'nursery'): State {
  if (state.nursery <= state.children) return state;
  return changed === 'nursery'
    ? { ...state, children: state.nursery }
    : { ...state, nursery: state.children };
}
