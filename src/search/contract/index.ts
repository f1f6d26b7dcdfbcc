export {
  contractVersion,
  deepestInOutline,
  leaveOutDeeper,
  manifestName,
  putInDeeper,
  textName,
  toPagefindTerm,
  type DeeperHeadings,
  type Manifest,
  type Outline,
  type OutlineText,
  type StoredText,
  type Subjects,
} from './index-files.ts';
export { decodeLexicon, encodeLexicon, type LexiconTerm } from './lexicon.ts';
export { normalise } from './normalise.ts';
export { latinTerms, splitWords, toRuns, wholeTerm, type Run } from './words.ts';
