export { findTranslationState, type TranslationTexts } from './state.ts';
