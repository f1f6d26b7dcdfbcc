import { describe, expect, test } from 'vitest';
import { findWay, laneOf } from './columns.ts';
import { links } from '../model/index.ts';

describe('A place in the ladder', () => {
  test.each(links)('is the lane of the packets that are drawn there: %s', (link) => {
    const [there, back] = [laneOf(link, 'caller'), laneOf(link, 'server')];
    for (const x of [there.start, there.end]) expect(findWay(x)).toEqual({ link, way: 'to-server' });
    for (const x of [back.start, back.end]) expect(findWay(x)).toEqual({ link, way: 'to-caller' });
  });

  test.each([0, 7, 72, 99])('is on no link beside the lines of life: %d%%', (x) => {
    expect(findWay(x)).toBeUndefined();
  });
});
