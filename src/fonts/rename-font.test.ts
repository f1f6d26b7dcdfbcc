import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { renameFont } from './rename-font.ts';

const file = 'pretendard/dist/public/static/alternative/Pretendard-Bold.ttf';
const font = readFileSync(fileURLToPath(import.meta.resolve(file)));
const renamed = renameFont(font);

test('A renamed font has the reserved name only in its notices', () => {
  const before = readNames(font);
  const withReservedName = readNames(renamed).filter(({ text }) => text.includes('Pretendard'));
  expect(before.filter(({ id }) => id === 6).map(({ text }) => text)).toContain('Pretendard-Bold');
  expect([...new Set(withReservedName.map(({ id }) => id))].filter((id) => !notices.includes(id))).toEqual(
    [],
  );
  expect(
    readNames(renamed)
      .filter(({ id }) => id === 6)
      .map(({ text }) => text),
  ).toContain('NaraniSans-Bold');
});

test('A renamed font keeps its copyright notice and everything outside the name table', () => {
  const copyright = (bytes: Buffer): string[] =>
    readNames(bytes)
      .filter(({ id }) => id === 0)
      .map(({ text }) => text);
  expect(copyright(renamed)).toEqual(copyright(font));
  expect(copyright(renamed).length).toBeGreaterThan(0);
  const changed = [...font.keys()].filter((at) => font[at] !== renamed[at]);
  const { start, end } = findNameTable(font);
  expect(renamed).toHaveLength(font.length);
  expect(changed.filter((at) => at < start || at >= end)).toEqual([]);
});

/** Name ids of copyright, trademark, description, license and vendor, which must stay unchanged. */
const notices = [0, 7, 8, 9, 10, 11, 12, 13, 14];

interface Name {
  id: number;
  text: string;
}

function readNames(bytes: Buffer): Name[] {
  const { start } = findNameTable(bytes);
  const strings = start + bytes.readUInt16BE(start + 4);
  return Array.from({ length: bytes.readUInt16BE(start + 2) }, (_, nth) => {
    const record = start + 6 + nth * 12;
    const from = strings + bytes.readUInt16BE(record + 10);
    const raw = Buffer.from(bytes.subarray(from, from + bytes.readUInt16BE(record + 8)));
    const text = bytes.readUInt16BE(record) === 1 ? raw.toString('latin1') : raw.swap16().toString('utf16le');
    return { id: bytes.readUInt16BE(record + 6), text };
  });
}

function findNameTable(bytes: Buffer): { start: number; end: number } {
  const entry = bytes.indexOf('name', 12, 'latin1');
  const start = bytes.readUInt32BE(entry + 8);
  return { start, end: start + bytes.readUInt32BE(entry + 12) };
}
