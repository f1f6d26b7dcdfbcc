export {
  contractVersion,
  decodeOutline,
  encodeOutline,
  footnotesId,
  manifestName,
  maxOutlineDepth,
  pieceName,
  textName,
  toPagefindTerm,
  type Card,
  type LinePieces,
  type Manifest,
  type OutlineLine,
  type OutlinePiece,
  type Pieces,
  type StoredText,
  type TextPart,
} from './index-files.ts';
export {
  byTerm,
  decodeLexicon,
  encodeLexicon,
  fromTail,
  listTails,
  sharedLength,
  type LexiconTerm,
} from './lexicon.ts';
export { normalize } from './normalize.ts';
export { readNumber } from './numbers.ts';
export { isSyllabic, keyLength, keysOfLine } from './outline-keys.ts';
export { decodeSound, encodeSound, otherScriptSounds } from './sounds.ts';
export { decodeSubjects, encodeSubjects, type Subjects, type TextNumbers } from './subjects.ts';
export { bigrams, latinTerms, splitWords, toRuns, wholeTerm, type Run } from './words.ts';
