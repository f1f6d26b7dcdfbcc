import { expect, test } from 'vitest';
import { suggestLine } from './suggest-value.ts';

test.each([
  ['topics', 'coffee', 'coffee', 'array', 'topics: [coffee]'],
  ['topics', 'coffee, tea', 'coffee, tea', 'array', 'topics: [coffee, tea]'],
  ['topics', '#coffee #tea', '#coffee #tea', 'array', 'topics: [coffee, tea]'],
  ['draft', 'yes', 'yes', 'boolean', 'draft: true'],
  ['draft', '"false"', 'false', 'boolean', 'draft: false'],
  ['draft', 'maybe', 'maybe', 'boolean', undefined],
  ['title', '2026', 2026, 'string', 'title: "2026"'],
  ['title', '1.50', 1.5, 'string', 'title: "1.50"'],
  ['accent', '2b3f8c', '2b3f8c', 'color', "accent: '#2b3f8c'"],
  ['accent', '123456', 123456, 'color', "accent: '#123456'"],
  ['accent', '"#2b3f8cff"', '#2b3f8cff', 'color', "accent: '#2b3f8c'"],
  ['accent', 'rgb(43, 63, 140)', 'rgb(43, 63, 140)', 'color', "accent: '#2b3f8c'"],
  ['accent', 'navy', 'navy', 'color', undefined],
  ['date', '2026. 11. 1.', '2026. 11. 1.', 'date', 'date: 2026-11-01'],
  ['date', '2026년 11월 1일', '2026년 11월 1일', 'date', 'date: 2026-11-01'],
  ['date', '2026/1/9', '2026/1/9', 'date', 'date: 2026-01-09'],
  ['date', '2026-11-01T09:00:00+09:00', '', 'date', 'date: 2026-11-01'],
  ['date', '2026-02-30', '2026-02-30', 'date', 'date: 2026-02-28'],
  ['date', '2028-02-31', '2028-02-31', 'date', 'date: 2028-02-29'],
  ['date', 'Nov 1, 2026', 'Nov 1, 2026', 'date', 'date: 2026-11-01'],
  ['date', '1 November 2026', '1 November 2026', 'date', 'date: 2026-11-01'],
  ['date', '1/11/2026', '1/11/2026', 'date', undefined],
  ['date', '2026-13-01', '2026-13-01', 'date', undefined],
  ['date', 'soon', 'soon', 'date', undefined],
])('For “%s: %s” as %s of type %s the line is “%s”', (key, written, value, expected, line) => {
  expect(suggestLine({ key, written, value, expected })).toBe(line);
});
