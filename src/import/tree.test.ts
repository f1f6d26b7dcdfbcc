import { describe, expect, test } from 'vitest';
import { headlines } from '../testing/headlines.ts';
import { sortTree, type FoundItem } from './tree.ts';

/** A name that ends with `/` is a folder's, one with `@` a symbolic link's. */
function sort(...names: string[]) {
  const items = names.map((name): FoundItem => {
    if (name.endsWith('/')) return { name: name.slice(0, -1), type: 'folder' };
    return name.endsWith('@') ? { name: name.slice(0, -1), type: 'link' } : { name, type: 'file' };
  });
  const { texts, diagnostics } = sortTree(items, 'posts', ['ko', 'en']);
  return {
    texts: texts.map(({ locale, slug }) => `${locale} ${slug}`),
    told: headlines(diagnostics).map((line) => line.replace(/:1:1: (\w+): .*  import\//, ' $1 ')),
  };
}

describe('Of what stands in a folder', () => {
  test('texts are known by language and name', () => {
    expect(sort('ko/', 'ko/꼬리-지연.md'.normalize('NFD'), 'en/', 'en/a.md')).toEqual({
      texts: ['ko 꼬리-지연', 'en a'],
      told: [],
    });
  });

  test.each([
    ['README.md', 'posts/README.md warning stray-file'],
    ['ko/a.txt', 'posts/ko/a.txt warning stray-file'],
    ['ko/sub/b.md', 'posts/ko/sub/b.md warning stray-file'],
    ['ko/empty/', 'posts/ko/empty warning empty-folder'],
    ['kr/', 'posts/kr warning stray-folder'],
    ['ko/b.md@', 'posts/ko/b.md warning symbolic-link'],
    ['fr@', 'posts/fr warning symbolic-link'],
    ['ko/A.md', 'posts/ko/A.md error twin', 'posts/ko/A.md error slug'],
    ['ko/b_c.md', 'posts/ko/b_c.md error slug'],
    ['ko/-.md', 'posts/ko/-.md error slug'],
    ['ko/.hidden.md'],
    ['.git'],
  ])('%s is told as %s', (name, ...told) => {
    expect(sort('ko/', 'ko/a.md', 'en/', 'en/a.md', name).told).toEqual(told);
  });

  test('a language without texts is told, and so is that there is none at all', () => {
    expect(sort('ko/', 'ko/a.md', 'en/').told).toEqual(['posts/en warning empty-language']);
    expect(sort('ko/', 'en/').told).toEqual(['posts error no-texts']);
  });
});
