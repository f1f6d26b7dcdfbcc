import { describe, expect, test } from 'vitest';
import { parseOptions } from './options.ts';

describe('The name of an article', () => {
  test.each([
    ['as it is', 'ps-vs-top', 'ps-vs-top'],
    ['with its kind', 'articles/ps-vs-top', 'articles/ps-vs-top'],
    ['as a shell completes its folder', 'content/articles/ps-vs-top/', 'articles/ps-vs-top'],
    ['as a shell completes a text in it', './content/pages/about/en.md', 'pages/about'],
    ['as a Windows shell completes it', 'content\\articles\\ps-vs-top\\', 'articles/ps-vs-top'],
    ['with a slash after it', 'ps-vs-top/', 'ps-vs-top'],
  ])('is read %s', (_, argument, slug) => {
    expect(parseOptions([argument])).toMatchObject({ slugs: [slug] });
  });
});

test('a missing name, and a name with `--all`, are mistakes', () => {
  expect(() => parseOptions([])).toThrow('Missing the name of an article, or `--all`');
  expect(() => parseOptions(['a', '--all'])).toThrow('`a` and `--all` can’t be combined');
});
