export { editLines } from './edit-lines.ts';
export { markChanges } from './mark-changes.ts';
export { quoteBlocks } from './quote-blocks.ts';
export { isSameText } from './same-text.ts';
export { isUntranslated, startTranslation } from './start-translation.ts';
export { createSourceRecord, createTranslationRecord } from './sync-record.ts';
export { findTranslationState, findUneditedChanges, type TranslationTexts } from './translation-state.ts';
