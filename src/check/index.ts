export { checkAddition, type Addition } from './check-addition.ts';
export { checkLibrary } from './check.ts';
export { describeChange } from './rules/outdated.ts';
export { findUnfinished } from './rules/unfinished.ts';
export { formatUnpublished, listUnpublished } from './unpublished.ts';
export { formatTranslationStatuses, listTranslationStatuses } from './translation-status.ts';
export { parseRedirectLines } from './redirect-lines.ts';
