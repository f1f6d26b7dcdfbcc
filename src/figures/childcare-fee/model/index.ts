export { computeBill, listSteps, maxParentShare, type Bill } from './fee.ts';
export { fragmentToState, settings, stateToFragment } from './fragment.ts';
export { accountFee, gentofte, type Municipality } from './rates.ts';
export { choices, presets, ranges, reconcile, type RangeName, type State } from './state.ts';
export { findLimits, nationalLimits, perFurtherChild } from './subsidy.ts';
