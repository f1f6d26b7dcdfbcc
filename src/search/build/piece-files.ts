import {
  encodeLexicon,
  encodeOutline,
  pieceName,
  type Card,
  type LexiconTerm,
  type Manifest,
  type OutlineLine,
} from '../contract/index.ts';
import { digest } from './digest.ts';
import { plainFile, type IndexFile } from './index-file.ts';
import { splitLexicon } from './lexicon.ts';
import { splitCards, splitOutline } from './outline.ts';
import { toBorder } from './piece-size.ts';

/** Adds the files of an index that are plain text to a list. Each function returns how the manifest names what it added. */
export interface PieceWriter {
  addFile: (name: string, json: string) => string;
  /** @param loaded the number of pieces that an ordinary query loads */
  addTerms: (name: string, terms: readonly LexiconTerm[], loaded: number) => Manifest['lexicon'];
  /** @param total the number of lines, with titles that the cards have */
  addLines: (name: string, lines: readonly OutlineLine[], total: number) => Manifest['outlines'][string];
  addCards: (name: string, cards: readonly Card[] | undefined) => Manifest['cards'][string];
}

/**
 * Creates a writer that adds to `files`.
 *
 * @param coarseness see `toPieceSize`
 */
export function createPieceWriter(files: IndexFile[], coarseness = 1): PieceWriter {
  const addPieces = (name: string, ending: 'json' | 'txt', pieces: readonly string[]): string => {
    const whole = `${name}.${digest(pieces.join('\n'))}`;
    files.push(...pieces.map((piece, at) => plainFile(pieceName({ name: whole }, at, ending), piece)));
    return whole;
  };
  return {
    addFile: (name, json) => {
      const file = `${name}.${digest(json)}.json`;
      files.push(plainFile(file, json));
      return file;
    },
    addTerms: (name, terms, loaded) => {
      const pieces = splitLexicon(terms, loaded, coarseness);
      const firsts = pieces.map((piece, at) =>
        toBorder(pieces[at - 1]?.at(-1)?.term ?? '', piece[0]?.term ?? ''),
      );
      return { name: addPieces(name, 'txt', pieces.map(encodeLexicon)), firsts };
    },
    addLines: (name, lines, total) => {
      const pieces = splitOutline(lines, coarseness);
      const json = pieces.map((piece) => JSON.stringify(encodeOutline(piece.lines)));
      return { name: addPieces(name, 'json', json), firsts: pieces.map(({ first }) => first), lines: total };
    },
    addCards: (name, cards = []) => {
      const { size, pieces } = splitCards(cards, coarseness);
      const json = pieces.map((piece) => JSON.stringify(piece));
      return { name: addPieces(name, 'json', json), size, pieces: pieces.length };
    },
  };
}
