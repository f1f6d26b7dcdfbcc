/**
 * A modified version of Pretendard, which includes subsets, must not use the reserved name (SIL Open Font License 1.1,
 * clause 3). The replacement has the same length, so that no offset in the file changes.
 */
const reserved = 'Pretendard';
const replacement = 'NaraniSans';

/** Name ids of the `name` table that identify a font: family, full and PostScript names. */
const namingIds = [1, 3, 4, 6, 16, 18, 21, 25];

/** Id of the platform whose names have one byte per character; the others use UTF-16. */
const macintosh = 1;

/**
 * Replaces the reserved name in a TrueType or OpenType font; its copyright notice stays unchanged. For the layout of the
 * tables see OpenType 1.9.1, “Organization of an OpenType font” and “name”.
 */
export function renameFont(font: Uint8Array): Buffer {
  const renamed = Buffer.from(font);
  const table = findTable(renamed, 'name');
  const count = renamed.readUInt16BE(table + 2);
  const strings = table + renamed.readUInt16BE(table + 4);
  for (let record = table + 6; record < table + 6 + count * 12; record += 12) {
    if (!namingIds.includes(renamed.readUInt16BE(record + 6))) continue;
    const start = strings + renamed.readUInt16BE(record + 10);
    const name = renamed.subarray(start, start + renamed.readUInt16BE(record + 8));
    const encode = renamed.readUInt16BE(record) === macintosh ? toBytes : toUtf16;
    for (let at = 0; (at = name.indexOf(encode(reserved), at)) !== -1;) encode(replacement).copy(name, at);
  }
  return renamed;
}

/** Returns the offset of a table in a font. */
function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no table \`${tag}\``);
}

function toBytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function toUtf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
