export { findTranslationState, findUntouched, type SourceBlock, type TranslationTexts } from './state.ts';
export { stampSource, stampTranslation, type StampedTexts } from './stamp.ts';
