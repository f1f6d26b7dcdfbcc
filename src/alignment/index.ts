export {
  alignLanguages,
  findCounterpartsIn,
  type AlignableLanguage,
  type AlignedWith,
} from './align-languages.ts';
export type { AlignableBlock, AlignableText } from './alignable.ts';
export { alignTexts } from './align.ts';
export { flipAlignment, type Alignment, type Segment } from './alignment.ts';
export { rememberAlignments } from './remember-alignments.ts';
export { expectedLengthRatio, variancePerCharacter } from './length.ts';
