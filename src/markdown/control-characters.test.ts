import { expect, test } from 'vitest';
import { lintAlone, renderAlone } from '../testing/render-alone.ts';
import { parseMarkdown } from './parse.ts';

test.each([
  ['가\n\n나 \u000b다\u0010 \u000b라', '3:3', 'U+000B, U+0010, after “나”'],
  ['`\u0085`', '1:2', 'U+0085, after “`”'],
  ['```text\n\u001b[31m\n```', '2:1', 'U+001B'],
  ['가\ufffe', '1:2', 'U+FFFE, after “가”'],
  ['[링크](https://e.org/\u007f)', '1:20', 'U+007F, after “[링크](https://e.org/”'],
])('control characters are reported once a line: %j', async (markdown, place, what) => {
  const diagnostics = await lintAlone(parseMarkdown(markdown));
  expect(
    diagnostics.map(({ line, column, rule, what: each }) => [`${line}:${column}`, rule, each]),
  ).toContainEqual([place, 'text/control-character', `Invisible control characters: ${what}`]);
});

test('other invisible characters are not reported', async () => {
  expect(await lintAlone(parseMarkdown('a\tb\u00a0c\u200bd\u00ade\u200df'))).toEqual([]);
});

test('control characters change no words', async () => {
  const { html } = await renderAlone('가\u0010나 \u000b다 `라\u001f마` 바\u0085사');
  expect(html.replace(/<[^>]*>/g, '')).toBe('가\u0010나 \u000b다 라\u001f마 바\u0085사');
});
