export {
  alignLanguages,
  findCounterpartsIn,
  type AlignableLanguage,
  type AlignedWith,
} from './align-languages.ts';
export type { AlignableBlock, AlignableText, RecordedPair } from './alignable.ts';
export { alignTexts } from './align.ts';
export { findCounterparts, flipAlignment, type Alignment, type Segment } from './alignment.ts';
export { lettersPerLetter, variancePerLetter } from './length.ts';
