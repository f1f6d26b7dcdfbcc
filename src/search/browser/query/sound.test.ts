import { describe, expect, test } from 'vitest';
import { createIndexReader } from '../index/reader.ts';
import { createSmallIndex } from '../testing/small-index.ts';
import { soundAlikes } from './sound.ts';

const reader = createIndexReader(
  createSmallIndex({
    texts: [
      {
        locale: 'en',
        slug: 'docker',
        title: 'Docker',
        blocks: ['docker decker tucker closure clojure mini'],
      },
      { locale: 'ko', slug: 'grafana', title: '그라파나', blocks: ['그라파나와 나폴레옹의 도시 클로저'] },
    ],
  }),
);

describe('Terms of the other script that sound like a word', () => {
  test.each([
    [['도커'], ['docker']],
    [['도커를', '도커'], ['docker']],
    [['클로저'], ['clojure', 'closure']],
    [['grafana'], ['그라파나']],
    [['napoleon'], ['나폴레옹']],
    [['민비'], []],
    [['뷁'], []],
    [['漢字'], []],
  ])('are for %j %j', async (forms, expected) => {
    const found = await soundAlikes(forms, reader);
    expect(found.map(({ term }) => term)).toEqual(expected);
    for (const { quality } of found) expect(quality).toBeLessThan(0.8);
  });
});
