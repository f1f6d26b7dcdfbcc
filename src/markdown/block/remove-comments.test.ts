import { expect, test } from 'vitest';
import { removeComments } from './remove-comments.ts';

test.each(['translate', 'revisit', 'added', 'only', 'pair', 'anchor'])(
  'A comment `%s:` is removed with its line and the blank line after it',
  (key) => {
    expect(removeComments(`One.\n\n<!-- ${key}: ko -->\n\nTwo.\n`)).toBe('One.\n\nTwo.\n');
    expect(removeComments(`<!-- ${key}: ko -->\nTwo.\n`)).toBe('Two.\n');
  },
);

test('Comments over several lines, at the end, or several on one line are removed', () => {
  expect(
    removeComments('A.\n\n<!-- revisit: 첫 줄\n\n[-둘째-]{+셋째+} 줄 -->\n\nB.\n\n<!-- added: 끝 -->'),
  ).toBe('A.\n\nB.\n\n');
  expect(removeComments('<!-- only: ko --> <!-- pair: a -->\nText\n').trim()).toBe('Text');
});

test('Comments within a paragraph, a list or a quotation are cut out of their line', () => {
  expect(removeComments('A <!-- revisit: 나 --> B\n')).toBe('A  B\n');
  expect(removeComments('- one\n\n  <!-- revisit: 하나 -->\n\n  two\n')).toBe('- one\n\n  two\n');
  expect(removeComments('> a\n>\n> <!-- revisit: 가 -->\n> b\n')).toBe('> a\n>\n> \n> b\n');
});

test('Other comments stay, and code that shows a comment', () => {
  const text =
    '<!-- TODO: more -->\n\n```md\n<!-- revisit: 예 -->\n```\n\n`<!-- only: ko -->`\n\n<!-- a translate: b -->\n';
  expect(removeComments(text)).toBe(text);
});

test('The same comment in code before it stays', () => {
  const text = '```md\n<!-- only: ko -->\n```\n\n<!-- only: ko -->\n\nText\n';
  expect(removeComments(text)).toBe('```md\n<!-- only: ko -->\n```\n\nText\n');
});

test('Line endings of Windows are kept', () => {
  expect(removeComments('A\r\n\r\n<!-- revisit: 가 -->\r\n\r\nB\r\n')).toBe('A\r\n\r\nB\r\n');
});
