import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFigureState, toFragment } from './fragment.ts';

test.each([
  ['#load:preset=steady&every=5', 'load', 'preset=steady&every=5'],
  ['#load:load=100x20,0x40', 'load', 'load=100x20,0x40'],
  ['#load:', 'load', ''],
  ['#load%3Apreset%3Dsteady%26load%3D100x20%2C0x40', 'load', 'preset=steady&load=100x20,0x40'],
  ['#load:preset=steady&at=12:30', 'load', 'preset=steady&at=12:30'],
  ['#en:figure-1:preset=steady', 'en:figure-1', 'preset=steady'],
  [`#${encodeURIComponent('평균')}:preset=steady`, '평균', 'preset=steady'],
  ['#load:preset=%zz', 'load', 'preset=%zz'],
])('%s shows figure %s in state %s', (hash, id, pairs) => {
  expect(findFigureState(hash, id)).toBe(pairs);
});

test.each([
  ['', 'load'],
  ['#', 'load'],
  ['#load', 'load'],
  ['#load-2:preset=steady', 'load'],
  ['#load:preset=steady', 'load-2'],
  ['#:preset=steady', ''],
  ['load:preset=steady', 'load'],
])('“%s” does not name figure “%s”', (hash, id) => {
  expect(findFigureState(hash, id)).toBeUndefined();
});

test('findFigureState reads what toFragment wrote, even if another program percent-encoded it', () => {
  const ids = fc.stringMatching(/^(?:en:)?[a-z\d가-힣-]{1,12}$/);
  const pairs = fc.stringMatching(/^[a-z\d=&,.:-]{0,40}$/);
  fc.assert(
    fc.property(ids, pairs, (id, text) => {
      const fragment = toFragment({ id, pairs: text });
      for (const hash of [fragment, encodeURI(fragment), `#${encodeURIComponent(fragment.slice(1))}`])
        expect(findFigureState(hash, id)).toBe(text);
    }),
  );
});
