import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown, surveyMarkdown } from '../markdown/index.ts';
import { startTranslation } from './index.ts';

function start(body: string) {
  return startTranslation({
    source: { locale: 'ko', title: '제목: “꼬리”', description: '한 문장.', body },
    to: 'en',
    toUrl: (url) => (url.startsWith('../other/ko.md') ? url.replace('ko.md', 'en.md') : undefined),
  });
}

test('a new translation has all of the source’s text in comments', async () => {
  const folder = path.join(import.meta.dirname, 'fixtures/everything');
  const { text, toTranslate } = start(readFileSync(path.join(folder, 'ko.md'), 'utf8'));
  await expect(text).toMatchFileSnapshot(path.join(folder, 'en.md'));
  expect(surveyMarkdown(parseMarkdown(text)).comments.filter(({ key }) => key === 'translate')).toHaveLength(
    toTranslate,
  );
});

test('a formula is copied, after its words in a comment', () => {
  const { text, toTranslate } = start(
    '> $$\n> E = mc^2\n> $$\n\n$$P(\\text{성공}) = \\frac{\\text{앞}}{2}$$\n',
  );
  expect(text.replace(/^---[^]*?---\n\n/, '')).toBe(
    '> $$\n> E = mc^2\n> $$\n\n<!-- translate: 성공\n앞 -->\n$$P(\\text{성공}) = \\frac{\\text{앞}}{2}$$\n',
  );
  expect(toTranslate).toBe(1);
});

test('a new translation of an empty text has front matter only', () => {
  expect(start('\n\n').text).toBe(
    '---\ntitle: "translate: 제목: “꼬리”"\ndescription: "translate: 한 문장."\ntranslates: { from: ko }\n---\n\n',
  );
});

test('a comment ends at the end of its block, whatever the block contains', () => {
  const words = fc.stringMatching(/^[가나a-z<>!\-[\]()*_`]{1,20}$/);
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (lines) => {
      const { text } = start(`x${lines.join('\nx')}\n\n## y${lines[0] ?? ''}\n\nz\n`);
      const { comments } = surveyMarkdown(parseMarkdown(text.replace(/^---[\s\S]*?---\n/, '')));
      expect(comments.map(({ key }) => key)).toEqual(['translate', 'translate', 'translate']);
      expect(comments.at(-1)?.value).toBe('z');
    }),
  );
});

test('figures stay as they are, and links to figure states keep the state', () => {
  const figure = '::figure{name="ps-vs-top" preset="woke-up-late" every=5 #cpu}';
  const { text, toTranslate } = start(`${figure}\n\n[가](../other/ko.md#cpu:at=41&every=5)\n`);
  expect(text).toContain(`\n\n${figure}\n\n`);
  expect(text).toContain('../other/en.md#cpu:at=41&every=5');
  expect(toTranslate).toBe(1);
});
