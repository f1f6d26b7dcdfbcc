export { computeBill, listSteps, maxParentShare, type Bill, type Step } from './fee.ts';
export { fragmentToState, settings, stateToFragment } from './fragment.ts';
export { accountFee, annualRates, gentofte, type Municipality } from './rates.ts';
export {
  choices,
  presetNames,
  presets,
  ranges,
  reconcile,
  type PresetName,
  type RangeName,
  type State,
} from './state.ts';
export { findLimits, nationalLimits, perFurtherChild, type Limits, type Year } from './subsidy.ts';
