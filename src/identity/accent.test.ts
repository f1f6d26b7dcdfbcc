import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentRule, deriveAccent, isShownExactly, paletteOf } from './accent.ts';
import { colors } from './colors.ts';
import { contrastOf } from './contrast.ts';

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('Any color becomes an accent', () => {
  test.each(['light', 'dark'] as const)('that is legible on every background of the %s theme', (scheme) => {
    fc.assert(
      fc.property(anyColor, (color) => {
        const { accent } = deriveAccent(color)[scheme];
        const { paper, raised, marked, line } = colors[scheme];
        for (const background of [paper, raised, marked])
          expect(contrastOf(accent, background)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(accent, line)).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test('and an accent that is legible in a theme stays as it is there', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        for (const scheme of ['light', 'dark'] as const) {
          const { accent } = deriveAccent(color)[scheme];
          expect(deriveAccent(accent)[scheme].accent).toBe(accent);
        }
      }),
    );
  });
});

test.each([
  ['#0b1f4d', '#0b1f4d', '#84a1d9'],
  ['#ffd400', '#816a00', '#ffd400'],
  ['#ff0000', '#da0000', '#ff7664'],
  ['#fafafa', '#6c6c6c', '#fafafa'],
  ['#050505', '#050505', '#a0a0a0'],
  ['#00F', '#0000ff', '#709eff'],
])('%s is %s in the light theme and %s in the dark one', (color, light, dark) => {
  const derived = deriveAccent(color);
  expect([derived.light.accent, derived.dark.accent]).toEqual([light, dark]);
});

test.each([
  ['#0b1f4d', true],
  ['#FFD400', true],
  ['#ff0000', false],
  ['#808080', false],
])('a theme shows %s as it is: %s', (color, isExact) => {
  expect(isShownExactly(color)).toBe(isExact);
});

test('the rule overrides the custom properties of links', () => {
  expect(accentRule(deriveAccent('#0b1f4d'))).toBe(
    ':root{--accent:light-dark(#0b1f4d,#84a1d9);--underline:light-dark(#99a0b1,#495874)}',
  );
});

test('without a color the palette is Narani’s own', () => {
  expect(paletteOf(undefined)).toBe(colors);
  expect(paletteOf('#0b1f4d').light).toEqual({ ...colors.light, accent: '#0b1f4d' });
});
