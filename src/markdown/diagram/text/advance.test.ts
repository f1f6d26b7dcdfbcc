import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Blob, Face, Font } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { fontSize, textWidth } from './advance.ts';

const file = 'node_modules/pretendard/dist/public/static/alternative/Pretendard-Regular.ttf';
const face = new Face(new Blob(readFileSync(path.join(import.meta.dirname, '../../../..', file))));
const font = new Font(face);

/** How wide the font itself has a character, in pixels. */
function advanceInFont(character: string): number {
  const glyph = font.nominalGlyph(character.codePointAt(0) ?? 0);
  expect(glyph, character).toBeDefined();
  return (font.glyphHAdvance(glyph ?? 0) * fontSize) / face.upem;
}

describe('How wide a text is', () => {
  test('every ASCII character is as wide as Pretendard has it', () => {
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

  test('no other character is taken for narrower than it is', () => {
    for (const character of Array.from('·…–—“”‘’→←↔×÷±°€™あéñüÅßøΩλЖя√≤≥≠≈、。「」！•※㎞①★∞'))
      expect(textWidth(character), character).toBeGreaterThanOrEqual(advanceInFont(character) - 1e-6);
  });

  test('two texts together are as wide as both', () => {
    const text = fc.string({ unit: fc.constantFrom('가', '힣', 'A', 'z', '0', ' ', '.') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(textWidth(one + other)).toBeCloseTo(textWidth(one) + textWidth(other), 6);
      }),
    );
  });
});
