import { isHangul } from '../../korean/index.ts';
import type { LexiconTerm } from './lexicon.ts';

/** Writes an entry of the list of sounds: the key of a term by its sound, in lower case for Hangul, and the term. */
export function encodeSound(key: string, { term, texts }: LexiconTerm): LexiconTerm {
  return { term: `${isHangul(term) ? key.toLowerCase() : key} ${term}`, texts };
}

/** Returns the term of an entry. */
export function decodeSound({ term, texts }: LexiconTerm): LexiconTerm {
  return { term: term.slice(term.indexOf(' ') + 1), texts };
}

/** Returns the beginning of all entries with a key whose terms are in the script that a word is not in. */
export function otherScriptSounds(key: string, word: string): string {
  return `${isHangul(word) ? key : key.toLowerCase()} `;
}
