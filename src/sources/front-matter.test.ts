import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headlines } from '../testing/builders.ts';
import { splitFrontMatter } from './front-matter.ts';

describe('A file with front matter', () => {
  test.each([
    ['and a text', '---\ntitle: T\n---\n\nText.\n', 'title: T', '\n\n\n\nText.\n'],
    ['and no text', '---\ntitle: T\n---', 'title: T', '\n\n\n'],
    ['that is empty', '---\n---\nText.', '', '\n\nText.'],
    ['between lines with trailing space', '---  \ntitle: T\n---\t\nText.', 'title: T', '\n\n\nText.'],
    [
      'and a horizontal rule in the text',
      '---\ntitle: T\n---\na\n\n---\n\nb',
      'title: T',
      '\n\n\na\n\n---\n\nb',
    ],
    ['that contains dashes', '---\ntitle: a --- b\n----\n---\n', 'title: a --- b\n----', '\n\n\n\n'],
  ])('%s is split', (_, text, yaml, body) => {
    expect(splitFrontMatter(text, 'a.md')).toEqual({ yaml, body });
  });

  test('preserves the line numbers of its text', () => {
    const lines = fc.array(fc.constantFrom('', 'Text.', '## 원인', '---'));
    fc.assert(
      fc.property(fc.nat({ max: 9 }), lines, (facts, text) => {
        const file = ['---', ...new Array<string>(facts).fill('key: value'), '---', ...text];
        const split = splitFrontMatter(file.join('\n'), 'a.md');
        const body = 'body' in split ? split.body.split('\n') : [];
        expect(body.slice(facts + 2)).toEqual(text.length === 0 ? [''] : text);
      }),
    );
  });
});

test.each([
  ['', '1:1: error: The file is empty  front-matter/empty-file'],
  [' \n\n', '1:1: error: The file is empty  front-matter/empty-file'],
  ['Text.\n', '1:1: error: Missing front matter: the first line is not `---`  front-matter/missing'],
  [
    '\n---\ntitle: T\n---\n',
    '1:1: error: Missing front matter: the first line is not `---`  front-matter/missing',
  ],
  ['---\ntitle: T\n\nText.\n', '5:1: error: The front matter has no closing `---`  front-matter/unclosed'],
  ['---', '1:1: error: The front matter has no closing `---`  front-matter/unclosed'],
])('the file %j is reported: %s', (text, headline) => {
  const split = splitFrontMatter(text, 'a.md');
  expect(headlines('rule' in split ? [split] : [])).toEqual([`a.md:${headline}`]);
});
