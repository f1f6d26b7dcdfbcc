import { describe, expect, test } from 'vitest';
import { findLaneAt, laneOf } from './columns.ts';
import { links } from '../model/index.ts';

describe('A position in the ladder', () => {
  test.each(links)('is in the lane of the packets drawn there: %s', (link) => {
    const [toServer, toCaller] = [laneOf(link, 'caller'), laneOf(link, 'server')];
    for (const x of [toServer.start, toServer.end])
      expect(findLaneAt(x)).toEqual({ link, direction: 'to-server' });
    for (const x of [toCaller.start, toCaller.end])
      expect(findLaneAt(x)).toEqual({ link, direction: 'to-caller' });
  });

  test.each([0, 7, 74, 99])('is on no link outside the lifelines: %d%%', (x) => {
    expect(findLaneAt(x)).toBeUndefined();
  });
});
