import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headlines } from '../testing/builders.ts';
import { decodeText } from './text.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const pieces = fc.constantFrom('\uFEFF', '\r', '\n', '나란히', '나란히'.normalize('NFD'), '🎉', 'a');
const texts = fc
  .oneof(
    fc.array(pieces).map((given) => given.join('')),
    fc.string({ unit: 'binary' }),
  )
  .filter((text) => !text.includes('\0'));

describe('A text', () => {
  test.each([
    ['in UTF-8', '나란히\n', '나란히\n'],
    ['with a byte order mark', '\uFEFF---\n', '---\n'],
    ['with two byte order marks', '\uFEFF\uFEFF---\n', '---\n'],
    ['with CRLF line ends', 'a\r\nb\r\n', 'a\nb\n'],
    ['with CR line ends', 'a\rb\r', 'a\nb\n'],
    ['with mixed line ends', 'a\r\n\rb\n', 'a\n\nb\n'],
    ['with Hangul in NFD', '나란히'.normalize('NFD'), '나란히'],
    ['with a zero-width space inside', 'a\u200Bb', 'a\u200Bb'],
    ['that is empty', '', ''],
  ])('%s is normalized', (_, written, read) => {
    expect(decodeText(encode(written), 'a.md')).toEqual({ text: read });
  });

  test('is unchanged when decoded a second time', () => {
    fc.assert(
      fc.property(texts, (written) => {
        const once = decodeText(encode(written), 'a.md');
        expect(decodeText(encode('text' in once ? once.text : ''), 'a.md')).toEqual(once);
      }),
    );
  });
});

describe('Bytes that are not text', () => {
  // “한국어” in the legacy encoding of Korean Windows.
  const cp949 = [0xc7, 0xd1, 0xb1, 0xb9, 0xbe, 0xee];

  test.each([
    ['Hangul in CP949', cp949, '1:1: error: Unexpected bytes that are not UTF-8'],
    ['CP949 below a line of ASCII', [...encode('---\r\ntitle: '), ...cp949], '2:8: error: Unexpected bytes'],
    ['CP949 after Hangul in UTF-8', [...encode('꼬리 '), ...cp949], '1:4: error: Unexpected bytes'],
    [
      'CP949 after an emoji, which is two UTF-16 units',
      [...encode('🎉'), ...cp949],
      '1:3: error: Unexpected bytes',
    ],
    ['a character cut off at the end', encode('나란히').slice(0, -1), '1:3: error: Unexpected bytes'],
    ['half a surrogate pair', [0x61, 0xed, 0xa0, 0x80], '1:2: error: Unexpected bytes'],
    ['a zero byte', encode('a\nb\0'), '2:2: error: Unexpected zero byte'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00], '3:1: error: Unexpected zero byte'],
  ])('are reported at the first invalid byte: %s', (_, bytes, headline) => {
    const decoded = decodeText(Uint8Array.from(bytes), 'a.md');
    const [found] = headlines('diagnostic' in decoded ? [decoded.diagnostic] : []);
    expect(found).toContain(`a.md:${headline}`);
    expect(found).toContain('  file/not-text');
  });

  test('are reported after the valid text before them, whatever follows', () => {
    fc.assert(
      fc.property(texts, fc.uint8Array({ min: 1 }), (text, rest) => {
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
        const decoded = decodeText(Uint8Array.from([...encode(text), 0xff, ...rest]), 'a.md');
        expect(decoded).toMatchObject({
          diagnostic: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
        });
      }),
    );
  });
});
