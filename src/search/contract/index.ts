export {
  contractVersion,
  footnotesId,
  maxOutlineDepth,
  omitDeeperHeadings,
  manifestName,
  restoreDeeperHeadings,
  textName,
  toPagefindTerm,
  type DeeperHeadings,
  type Manifest,
  type Outline,
  type OutlineText,
  type StoredText,
  type Subjects,
} from './index-files.ts';
export { decodeLexicon, encodeLexicon, fromTail, listTails, type LexiconTerm } from './lexicon.ts';
export { normalize } from './normalize.ts';
export { latinTerms, splitWords, toRuns, wholeTerm, type Run } from './words.ts';
