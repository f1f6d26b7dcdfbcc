import type { Diagnostic } from '../diagnostics/index.ts';

/** The name of a file that is not UTF-8, as names in archives from Windows often are. */
export interface UndecodableName {
  /** Each wrong byte as `\xe9`, as Bash reads it in `$'…'`. */
  escaped: string;
  /** The name that was probably meant. */
  guess: string;
}

/** Decodes the bytes of a file name as UTF-8. */
export function decodeName(bytes: Uint8Array<ArrayBuffer>): string | UndecodableName {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { escaped: escapeBytes(bytes), guess: guessName(bytes) };
  }
}

/** Reports a file or folder in a folder whose name is not UTF-8. */
export function reportName({ escaped, guess }: UndecodableName, folder: string): Diagnostic {
  const from = `${folder}/${escaped}`.replaceAll("'", "\\'");
  const to = `${folder}/${guess.normalize('NFC')}`.replaceAll("'", "'\\''");
  return {
    file: `${folder}/${escaped}`,
    line: 1,
    column: 1,
    rule: 'file/name-not-utf8',
    severity: 'error',
    what: 'The name of this file or folder is not UTF-8',
    why: 'It can’t be read or published, and other systems show another name.',
    fix: `Rename it, for example in Bash: \`mv -- $'${from}' '${to}'\`.`,
  };
}

/** Matches a character of UTF-8 in a text with one letter per byte, or a byte that is none. */
const utf8 =
  /[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;

function escapeBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(utf8, (sequence) => {
      const character = Buffer.from(sequence, 'latin1').toString();
      return character.includes('\uFFFD') ? escapeAll(sequence) : character.replace('\\', '\\\\');
    });
}

function escapeAll(sequence: string): string {
  return Array.from(Buffer.from(sequence, 'latin1'), (byte) => `\\x${byte.toString(16)}`).join('');
}

/** Decodes a name in the encoding of Korean Windows, or else of Western Windows. */
function guessName(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
