export { editLines } from './lines.ts';
export { refreshTranslation } from './refresh.ts';
export { isSameText } from './same-text.ts';
export { findTranslationState, findUntouched, type TranslationTexts } from './state.ts';
export { stampSource, stampTranslation } from './stamp.ts';
export { isUntranslated, startTranslation } from './start.ts';
