export { isChoseong, isHangul, toChoseong, toJamo, toTypedJamo } from './jamo.ts';
export { hangulToKeys, keysToHangul } from './keys.ts';
export { romanize } from './romanize.ts';
export { matchSound, mayBeLoanword, singularsOf, soundKeys } from './sound.ts';
export { findInflections, type Inflection } from './stem.ts';
export { isEnding, isJosa, suffixScore } from './suffix.ts';
