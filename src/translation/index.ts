export { editLines, type LineEdit } from './lines.ts';
export { refreshTranslation, type OutdatedText, type Refreshed } from './refresh.ts';
export { isSameText } from './same-text.ts';
export { findTranslationState, findUntouched, type SourceBlock, type TranslationTexts } from './state.ts';
export { stampSource, stampTranslation, type StampedTexts } from './stamp.ts';
export { isUntranslated, startTranslation, type StartedText, type UntranslatedText } from './start.ts';
