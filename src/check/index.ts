export { checkAddition, type Addition } from './check-addition.ts';
export { checkContent, checkLibrary, type CheckedContent } from './check.ts';
export { describeChange } from './rules/outdated.ts';
export { findUnfinished } from './rules/unfinished.ts';
export { formatTranslations } from './translations.ts';
