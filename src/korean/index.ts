export { isChoseong, toChoseong } from './choseong.ts';
export { isHangul, isJamo } from './hangul.ts';
export { toJamo } from './jamo.ts';
export { isEnding } from './ending.ts';
export { hangulToKeys, keysToHangul } from './keys.ts';
export { inflectionsAt, type Inflection } from './stem.ts';
export { isJosa, tailQuality } from './tail.ts';
