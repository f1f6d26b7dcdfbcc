import { expect, test } from 'vitest';
import { paletteOf } from './accent.ts';
import { logoToFavicon, logoToSvg } from './logo.ts';

test('the logo has two strokes, in the accent and ink colors', () => {
  expect(logoToSvg()).toMatchInlineSnapshot(
    `"<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32" fill="none" stroke-width="4"><path d="M5 4v22h10.5" stroke="#2b3f8c"/><path d="M21.5 4v24M21.5 15h8" stroke="#1b1c1f"/></svg>"`,
  );
});

test('the favicon is the same logo, in the colors of the reader’s color scheme', () => {
  expect(logoToFavicon(paletteOf(undefined))).toMatchInlineSnapshot(`
    "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="4">
      <style>
        .first { stroke: #2b3f8c }
        .second { stroke: #1b1c1f }
        @media (prefers-color-scheme: dark) {
          .first { stroke: #a9bbf2 }
          .second { stroke: #e2e0db }
        }
      </style>
      <path class="first" d="M5 4v22h10.5"/>
      <path class="second" d="M21.5 4v24M21.5 15h8"/>
    </svg>
    "
  `);
});
