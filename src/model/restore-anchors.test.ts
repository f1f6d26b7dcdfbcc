import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorable } from '../testing/builders.ts';
import type { Anchorable } from './anchorable.ts';
import { restoreAnchors } from './restore-anchors.ts';

describe('Published anchors are restored', () => {
  const published = ['a', 'b', 'c'].map((text) => ({ id: `old-${text}`, digest: text }));

  test.each<[string, string[], (string | undefined)[]]>([
    ['nothing changed', ['a', 'b', 'c'], ['old-a', 'old-b', 'old-c']],
    ['a heading was reworded', ['a', 'x', 'c'], ['old-a', 'old-b', 'old-c']],
    ['all were reworded', ['x', 'y', 'z'], ['old-a', 'old-b', 'old-c']],
    ['one was inserted', ['a', 'x', 'b', 'c'], ['old-a', undefined, 'old-b', 'old-c']],
    ['one was reworded and one added', ['x', 'b', 'c', 'y'], ['old-a', 'old-b', 'old-c', undefined]],
    ['one was removed', ['a', 'c'], ['old-a', 'old-c']],
    ['one was moved to the end', ['b', 'c', 'a'], ['old-b', 'old-c', 'old-a']],
    ['all were moved', ['c', 'b', 'a'], ['old-c', 'old-b', 'old-a']],
    ['one was moved and one reworded', ['c', 'a', 'x'], ['old-c', 'old-a', 'old-b']],
    ['one was replaced by two', ['a', 'x', 'y', 'c'], ['old-a', undefined, undefined, 'old-c']],
    ['all were removed', [], []],
  ])('when %s', (_, texts, ids) => {
    expect(idsOf(texts.map((text) => anchorable(text)))).toEqual(ids);
  });

  test('exactly by digest, and otherwise by position', () => {
    expect(restoreAnchors([anchorable('a'), anchorable('x'), anchorable('c')], published)).toEqual([
      { id: 'old-a', isExact: true },
      { id: 'old-b', isExact: false },
      { id: 'old-c', isExact: true },
    ]);
  });

  function idsOf(places: readonly Anchorable[]) {
    return restoreAnchors(places, published).map((restored) => restored?.id);
  }
});

test('a reworded place is matched by its position among places of its kind', () => {
  const published = ['a', 'table-1', 'fn-1', 'figure-1'].map((id) => ({ id, digest: `old ${id}` }));
  const places = [
    anchorable('x', { kind: 'table' }),
    anchorable('y'),
    anchorable('z', { kind: 'table' }),
    anchorable('note', { kind: 'footnote' }),
  ];
  expect(restoreAnchors(places, published).map((restored) => restored?.id)).toEqual([
    undefined,
    'a',
    undefined,
    'fn-1',
  ]);
});

test('a figure with an explicit id neither uses nor blocks the records of other places', () => {
  const published = ['a', 'cpu', 'figure-1'].map((id) => ({ id, digest: `old ${id}` }));
  const figure = (explicitId?: string) => anchorable('', { kind: 'figure', digest: 'new', explicitId });
  const restore = (...places: Anchorable[]) =>
    restoreAnchors(places, published).map((restored) => restored?.id);
  expect(restore(anchorable('x'), figure('cpu'), figure())).toEqual(['a', undefined, 'figure-1']);
});

test('the id `table-1` can be restored to a heading if no table or other heading claims it', () => {
  const restore = (...ids: string[]) =>
    restoreAnchors(
      [anchorable('New')],
      ids.map((id) => ({ id, digest: `old ${id}` })),
    );
  expect(restore('table-1')).toEqual([{ id: 'table-1', isExact: false }]);
  expect(restore('a', 'table-1')).toEqual([{ id: 'a', isExact: false }]);
  expect(restore('fn-1')).toEqual([undefined]);
});

test('no record is used twice', () => {
  const digests = fc.constantFrom('a', 'b', 'c', 'd');
  const published = fc
    .array(digests, { maxLength: 9 })
    .map((all) => all.map((digest, index) => ({ id: `id-${index}`, digest })));
  fc.assert(
    fc.property(fc.array(digests, { maxLength: 9 }), published, (texts, records) => {
      const ids = restoreAnchors(
        texts.map((text) => anchorable(text)),
        records,
      ).flatMap((restored) => (restored === undefined ? [] : [restored.id]));
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('thousands of unrelated records match nothing and are fast', () => {
  const places = Array.from({ length: 3000 }, (_, index) => anchorable(`heading ${index}`));
  const published = Array.from({ length: 5000 }, (_, index) => ({
    id: `id-${index}`,
    digest: `other ${index}`,
  }));
  expect(restoreAnchors(places, published).some((restored) => restored !== undefined)).toBe(false);
});
