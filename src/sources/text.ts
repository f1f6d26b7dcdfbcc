import { placeAfter, type Diagnostic, type Place } from '../diagnostics/index.ts';

/** The normalized text of a file, or a diagnostic if it is not text. */
type DecodedText = { text: string } | { diagnostic: Diagnostic };

/** Decodes a file from UTF-8 and normalizes it: no byte order mark, LF line ends, NFC (macOS may write Hangul as NFD). */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { diagnostic: notText(file, bytes, zero, 'zero byte') };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return {
      text: withLf(text)
        .replace(/^\uFEFF+/, '')
        .normalize('NFC'),
    };
  } catch {
    return { diagnostic: notText(file, bytes, findInvalidUtf8(bytes), 'bytes that are not UTF-8') };
  }
}

function notText(file: string, bytes: Uint8Array, offset: number, found: string): Diagnostic {
  return {
    file,
    ...placeOf(bytes, offset),
    rule: 'file/not-text',
    severity: 'error',
    what: `Unexpected ${found}, expected text in UTF-8`,
    why: 'The text would be unreadable, or the file is not a text despite its name.',
    fix: 'Save it as UTF-8 in your editor (for Korean text in an older encoding: `iconv -f CP949 -t UTF-8`), or correct the file’s extension.',
  };
}

/** Converts a byte offset to line and column. An offset within a character gives the start of that character. */
function placeOf(bytes: Uint8Array, offset: number): Place {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset), { stream: true });
  return placeAfter({ line: 1, column: 1 }, withLf(before));
}

function withLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Finds the offset of the first byte that is not UTF-8, by binary search: a prefix is valid if it decodes as a stream. */
function findInvalidUtf8(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
