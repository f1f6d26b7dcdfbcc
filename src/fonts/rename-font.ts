/**
 * Pretendard may be changed and passed on, but not under its own name (SIL Open Font License 1.1, clause 3), and a subset
 * is changed. The name that takes its place is as long, so that nothing else in the file moves.
 */
const reserved = 'Pretendard';
const own = 'NaraniSans';

/** Records of the `name` table by which a font is shown to people and asked for: family, full and PostScript names. */
const namingIds = [1, 3, 4, 6, 16, 18, 21, 25];

/** Numbers of platforms whose names are written in one byte a letter; the others write UTF-16. */
const macintosh = 1;

/**
 * A TrueType or OpenType font under this site's own name; its copyright notice stays as it is. Layout of the tables:
 * OpenType 1.9.1, “Organization of an OpenType font” and “name”.
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
    for (let at = 0; (at = name.indexOf(encode(reserved), at)) !== -1;) encode(own).copy(name, at);
  }
  return renamed;
}

/** Where a table of a font begins. */
function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`Unexpected font without a table \`${tag}\``);
}

function toBytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function toUtf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
