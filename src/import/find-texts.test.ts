import { describe, expect, test } from 'vitest';
import { headlines } from '../testing/builders.ts';
import { findTexts, type TreeItem } from './find-texts.ts';

/** Finds texts among names; `/` at the end marks a folder, `@` a symbolic link. */
function find(...names: string[]) {
  const items = names.map((name): TreeItem => {
    if (name.endsWith('/')) return { name: name.slice(0, -1), type: 'folder' };
    return name.endsWith('@') ? { name: name.slice(0, -1), type: 'link' } : { name, type: 'file' };
  });
  const { texts, diagnostics } = findTexts(items, 'posts', ['ko', 'en']);
  return {
    texts: texts.map(({ locale, slug }) => `${locale} ${slug}`),
    reported: headlines(diagnostics).map((line) => line.replace(/:1:1: (\w+): .*  import\//, ' $1 ')),
  };
}

describe('In a folder', () => {
  test('texts are identified by language and name', () => {
    expect(find('ko/', 'ko/꼬리-지연.md'.normalize('NFD'), 'en/', 'en/a.md')).toEqual({
      texts: ['ko 꼬리-지연', 'en a'],
      reported: [],
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
  ])('%s is reported as %s', (name, ...reported) => {
    expect(find('ko/', 'ko/a.md', 'en/', 'en/a.md', name).reported).toEqual(reported);
  });

  test('a language without texts is reported, and a folder without any texts is an error', () => {
    expect(find('ko/', 'ko/a.md', 'en/').reported).toEqual(['posts/en warning empty-language']);
    expect(find('ko/', 'en/').reported).toEqual(['posts error no-texts']);
  });
});
