import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Blob, Face, Font } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { fontSize, textWidth } from './text-width.ts';

const folder = path.join(
  import.meta.dirname,
  '../../../../node_modules/pretendard/dist/public/static/alternative',
);

function openFont(weight: 'Regular' | 'Bold'): { face: Face; font: Font } {
  const face = new Face(new Blob(readFileSync(path.join(folder, `Pretendard-${weight}.ttf`))));
  return { face, font: new Font(face) };
}

const [regular, bold] = [openFont('Regular'), openFont('Bold')];

/** Returns the advance width of a character in the font, in pixels. */
function advanceInFont(character: string, { face, font } = regular): number {
  const glyph = font.nominalGlyph(character.codePointAt(0) ?? 0);
  expect(glyph, character).toBeDefined();
  return (font.glyphHAdvance(glyph ?? 0) * fontSize) / face.upem;
}

describe('textWidth', () => {
  test('is exact for every ASCII character of Pretendard', () => {
    for (let code = 0x20; code < 0x7f; code++) {
      const character = String.fromCharCode(code);
      expect(textWidth(character), character).toBeCloseTo(advanceInFont(character), 6);
    }
  });

  test('모든 한글 음절은 Pretendard의 폭 그대로다', () => {
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      const syllable = String.fromCharCode(code);
      expect(Math.abs(textWidth(syllable) - advanceInFont(syllable)), syllable).toBeLessThan(1e-6);
    }
  });

  test('자모로 풀어 쓴 한글은 음절과 폭이 같다', () => {
    expect(textWidth('음성사서함'.normalize('NFD'))).toBe(textWidth('음성사서함'));
  });

  test('is not too small for any other character', () => {
    for (const character of Array.from('·…–—“”‘’→←↔×÷±°€™あéñüÅßøΩλЖя√≤≥≠≈、。「」！•※㎞①★∞'))
      expect(textWidth(character), character).toBeGreaterThanOrEqual(advanceInFont(character) - 1e-6);
  });

  test('굵은 한글 음절도 Pretendard Bold의 폭 그대로다', () => {
    for (const syllable of Array.from('가나뷁힣'))
      expect(textWidth(syllable, true)).toBeCloseTo(advanceInFont(syllable, bold), 6);
  });

  test('is an upper bound for bold characters, and not much larger than their width', () => {
    for (let code = 0x20; code < 0x7f; code++) {
      const character = String.fromCharCode(code);
      const width = advanceInFont(character, bold);
      expect(textWidth(character, true), character).toBeGreaterThanOrEqual(width);
      expect(textWidth(character, true), character).toBeLessThan(1.35 * width);
    }
    for (const character of Array.from('·…–—“”‘’→←↔×÷±°€™éñüÅßøΩλЖя√≤≥≠≈、。「」！•※㎞①★∞'))
      expect(textWidth(character, true), character).toBeGreaterThanOrEqual(advanceInFont(character, bold));
  });

  test('is additive', () => {
    const text = fc.string({ unit: fc.constantFrom('가', '힣', 'A', 'z', '0', ' ', '.') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(textWidth(one + other)).toBeCloseTo(textWidth(one) + textWidth(other), 6);
      }),
    );
  });
});
