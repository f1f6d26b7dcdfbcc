import { expect, test } from 'vitest';
import { findColorLiterals, readColorTokens } from './colors.ts';

test('tokens are custom properties with a color, for both schemes', () => {
  const css = `:root {
    --ink: light-dark(#111111, #eeeeee); /* --old: #222222; */
    --shade: rgb(0 0 0 / 18%);
    --white: #ffffff;
    --mixed: color-mix(in srgb, var(--ink) 50%, var(--white));
    --sans: 'Red Hat', sans-serif;
    --measure: 42rem }`;
  expect([...readColorTokens(css)]).toEqual([
    ['ink', { light: '#111111', dark: '#eeeeee' }],
    ['shade', { light: 'rgb(0 0 0 / 18%)', dark: 'rgb(0 0 0 / 18%)' }],
    ['white', { light: '#ffffff', dark: '#ffffff' }],
    ['mixed', { light: '#888888', dark: '#f7f7f7' }],
  ]);
});

test.each([
  'color: #e6e4df',
  'color: #FFF',
  'background: linear-gradient(to right, rgb(0 0 0 / 18%), transparent)',
  'border: 1px solid oklch(70% 0.1 200)',
  'background: color-mix(in oklab, var(--ink), var(--paper))',
  'outline: 1px solid red',
  'fill: GRAY',
])('`%s` contains a color literal', (declaration) => {
  expect(findColorLiterals(`a { ${declaration}; }`)).toEqual([declaration]);
  expect(findColorLiterals(`a { ${declaration} }`)).toEqual([declaration]);
});

test.each([
  'color: var(--red)',
  'border-color: currentColor transparent Canvas',
  "font-family: 'Black Ops', serif",
  'background: url(white.svg)',
  'white-space: nowrap',
  'transition: background-color 1s',
])('`%s` contains no color literal', (declaration) => {
  expect(findColorLiterals(`#bad a:hover { ${declaration}; } /* red: #fff; */`)).toEqual([]);
});
