import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFragment, toFragment } from './fragment.ts';

test.each([
  ['#load:preset=steady&every=5', 'load', 'preset=steady&every=5'],
  ['#load:load=100x20,0x40', 'load', 'load=100x20,0x40'],
  ['#load:', 'load', ''],
  ['#load%3Apreset%3Dsteady%26load%3D100x20%2C0x40', 'load', 'preset=steady&load=100x20,0x40'],
  ['#load:preset=steady&at=12:30', 'load', 'preset=steady&at=12:30'],
  [`#${encodeURIComponent('평균')}:preset=steady`, '평균', 'preset=steady'],
  ['#load:preset=%zz', 'load', 'preset=%zz'],
])('%s names the figure %s, and its state as %s', (hash, id, pairs) => {
  expect(parseFragment(hash)).toEqual({ id, pairs });
});

test.each(['', '#', '#root-cause', '#:preset=steady', 'load:preset=steady'])(
  '“%s” says nothing of a figure',
  (hash) => {
    expect(parseFragment(hash)).toBeUndefined();
  },
);

test('what is written is read again, also when a program has escaped it on its way', () => {
  const words = fc.stringMatching(/^[a-z\d가-힣-]{1,12}$/);
  const pairs = fc.stringMatching(/^[a-z\d=&,.:-]{0,40}$/);
  fc.assert(
    fc.property(words, pairs, (id, text) => {
      const fragment = toFragment({ id, pairs: text });
      for (const hash of [fragment, encodeURI(fragment), `#${encodeURIComponent(fragment.slice(1))}`])
        expect(parseFragment(hash)).toEqual({ id, pairs: text });
    }),
  );
});
