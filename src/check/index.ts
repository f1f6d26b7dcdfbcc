export { checkAddition, type Addition } from './check-addition.ts';
export { checkContent, checkLibrary, type CheckResult } from './check.ts';
export { describeChange } from './rules/outdated.ts';
export { findUnfinished } from './rules/unfinished.ts';
export { formatTranslationStatuses } from './translation-status.ts';
