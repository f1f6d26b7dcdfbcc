import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editAliases } from './edit-aliases.ts';

/** Adds `old` to front matter, and removes `new`. */
function edit(yaml: string): string {
  const text = editAliases(`---\n${yaml}---\n\n글\n`, { add: 'old', isDropped: (alias) => alias === 'new' });
  return text.slice('---\n'.length, -'---\n\n글\n'.length);
}

describe('An alias is added', () => {
  test.each([
    ['as the last line without aliases', 'title: a # t\n', 'title: a # t\naliases: [old]\n'],
    ['to a list on one line', 'aliases: [a,  "b"] # c\nd: 1\n', 'aliases: [a,  "b", old] # c\nd: 1\n'],
    ['to an empty list', 'aliases: [ ] # c\n', 'aliases: [old] # c\n'],
    ['to a key without value', 'aliases: # c\nd: 1\n', 'aliases: [old] # c\nd: 1\n'],
    [
      'to a list of lines',
      'aliases:\n  - a # c\n  # d\n  - /b/ # e\nf: 1\n',
      'aliases:\n  - a # c\n  # d\n  - /b/ # e\n  - old\nf: 1\n',
    ],
    ['to a list without indentation', 'aliases:\n- a\n', 'aliases:\n- a\n- old\n'],
    ['to a list on several lines', 'aliases: [\n  a,\n  b\n]\n', 'aliases: [\n  a,\n  b, old\n]\n'],
    ['only once', 'aliases: [old]\n', 'aliases: [old]\n'],
  ])('%s', (_, yaml, expected) => {
    expect(edit(yaml)).toBe(expected);
  });

  test('in quotes if YAML would read it as something else', () => {
    const text = editAliases('---\na: 1\n---\n', { add: '2024', isDropped: () => false });
    expect(text).toBe("---\na: 1\naliases: ['2024']\n---\n");
  });

  test('with the line endings of the file', () => {
    const text = editAliases('\uFEFF---\r\na: 1\r\naliases:\r\n  - b\r\n---\r\nx\r\n', {
      add: 'old',
      isDropped: () => false,
    });
    expect(text).toBe('\uFEFF---\r\na: 1\r\naliases:\r\n  - b\r\n  - old\r\n---\r\nx\r\n');
  });
});

describe('An alias is removed', () => {
  test.each([
    ['from the start of a list', 'aliases: [new, a]\n', 'aliases: [a, old]\n'],
    ['from the middle of a list', 'aliases: [b, new , a]\n', 'aliases: [b, a, old]\n'],
    ['from the end of a list', 'aliases: [a, "new"]\n', 'aliases: [a, old]\n'],
    ['as the only one', 'aliases: [new] # c\n', 'aliases: [old] # c\n'],
    [
      'with its line',
      'aliases:\n  - a\n  - new # c\n  - b\nd: 1\n',
      'aliases:\n  - a\n  - b\n  - old\nd: 1\n',
    ],
    ['as the only line', 'aliases:\n  - new\nd: 1\n', 'aliases: [old]\nd: 1\n'],
  ])('%s', (_, yaml, expected) => {
    expect(edit(yaml)).toBe(expected);
  });
});

test('Whatever the list, exactly its aliases change', () => {
  const item = fc.constantFrom('a', 'new', 'old', '"b c"', "'#d'", '/e/', '글');
  const list = fc.tuple(
    fc.array(item, { maxLength: 4 }),
    fc.constantFrom('flow', 'padded', 'block', 'indented'),
  );
  fc.assert(
    fc.property(list, fc.constantFrom('', 'z: 1 # c\n'), ([items, style], after) => {
      const block = (indent: string): string => items.map((each) => `\n${indent}- ${each} # c`).join('');
      const styles = {
        flow: ` [${items.join(',')}]`,
        padded: ` [ ${items.join(' , ')} ]`,
        block: items.length === 0 ? '' : block(''),
        indented: items.length === 0 ? '' : block('  '),
      };
      const yaml = `y: [1]\naliases:${styles[style]}\n${after}`;
      const before = parse(yaml) as { aliases: string[] | null };
      const expected = (before.aliases ?? []).filter((each) => each !== 'new');
      if (!expected.includes('old')) expected.push('old');
      expect(parse(edit(yaml))).toEqual({ ...before, aliases: expected });
    }),
  );
});

test.each([
  ['aliases: [a, new, new]\n', 'aliases: [a, b]\n'],
  ['aliases: [new, new, a]\n', 'aliases: [a, b]\n'],
  ['aliases: [new, a, new]\n', 'aliases: [a, b]\n'],
  ['aliases:\n  - new\n  - new # twice\n  - a\n', 'aliases:\n  - a\n  - b\n'],
])('an alias that a list has twice is dropped twice: %j', (yaml, expected) => {
  const change = { add: 'b', isDropped: (alias: string) => alias === 'new' };
  expect(editAliases(`---\n${yaml}---\n`, change)).toBe(`---\n${expected}---\n`);
});
