export { isChoseong, toChoseong } from './choseong.ts';
export { isHangul, isJamo } from './hangul.ts';
export { toJamo } from './jamo.ts';
export { hangulToKeys, keysToHangul } from './keys.ts';
export { stemsBefore } from './stem.ts';
export { isJosa, tailQuality } from './tail.ts';
