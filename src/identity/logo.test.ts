import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { colors } from './colors.ts';
import { logo, logoToSvg } from './logo.ts';

test('the logo has two strokes, in the accent and ink colors', () => {
  expect(logoToSvg()).toMatchInlineSnapshot(
    `"<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32" fill="none" stroke-width="4"><path d="M5 4v22h10.5" stroke="#2b3f8c"/><path d="M21.5 4v24M21.5 15h8" stroke="#1b1c1f"/></svg>"`,
  );
});

test('the favicon, which follows the reader’s color scheme, is the same logo', () => {
  const icon = readFileSync(path.resolve(import.meta.dirname, '../../public/favicon.svg'), 'utf8');
  expect(icon).toContain(`viewBox="0 0 ${logo.size} ${logo.size}"`);
  expect(icon).toContain(`stroke-width="${logo.width}"`);
  expect(icon).toContain(`<path class="first" d="${logo.first}"/>`);
  expect(icon).toContain(`<path class="second" d="${logo.second}"/>`);
  const [light = '', dark] = icon.split('@media (prefers-color-scheme: dark)');
  expect(light).toContain(`.first { stroke: ${colors.light.accent} }`);
  expect(light).toContain(`.second { stroke: ${colors.light.ink} }`);
  expect(dark).toContain(`.first { stroke: ${colors.dark.accent} }`);
  expect(dark).toContain(`.second { stroke: ${colors.dark.ink} }`);
});
