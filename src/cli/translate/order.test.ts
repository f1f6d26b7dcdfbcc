import { describe, expect, test } from 'vitest';
import { readOrder } from './order.ts';

describe('The name of an article', () => {
  test.each([
    ['as it is', 'ps-vs-top', 'ps-vs-top'],
    ['with its kind', 'articles/ps-vs-top', 'articles/ps-vs-top'],
    ['as a shell completes its folder', 'content/articles/ps-vs-top/', 'articles/ps-vs-top'],
    ['as a shell completes a text in it', './content/pages/about/en.md', 'pages/about'],
    ['as a shell of Windows does', 'content\\articles\\ps-vs-top\\', 'articles/ps-vs-top'],
    ['with a slash behind it', 'ps-vs-top/', 'ps-vs-top'],
  ])('is understood %s', (_, word, slug) => {
    expect(readOrder([word])).toMatchObject({ slugs: [slug] });
  });
});

test('Nothing to work on, or too much, is told', () => {
  expect(readOrder([])).toEqual(['Missing the name of an article, or `--all`']);
  expect(readOrder(['a', '--all'])).toEqual(['Unexpected `a` beside `--all`, expected one of the two']);
});
