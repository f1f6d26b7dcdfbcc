import { describe, expect, test } from 'vitest';
import { createIndexReader } from '../index/reader.ts';
import { createSmallIndex } from '../testing/small-index.ts';
import { sameInOtherScript, soundAlikes } from './sound.ts';

const reader = createIndexReader(
  createSmallIndex({
    texts: [
      {
        locale: 'en',
        slug: 'docker',
        title: 'Docker',
        blocks: ['docker decker tucker closure clojure mini actions'],
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
    [['액션'], ['actions']],
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

describe('The same word in the other script', () => {
  test.each([
    ['도커', ['docker']],
    ['grafana', ['그라파나']],
    ['docker', []],
    ['민비', []],
  ])('of %s is %j', async (word, expected) => {
    const found = await sameInOtherScript(word, reader);
    expect(found.map(({ term }) => term)).toEqual(expected);
  });

  test('is not a short native word that sounds like a Latin one by chance', async () => {
    const texts = [{ locale: 'ko', slug: 'a', title: '버리', blocks: ['버리 버리'] }];
    const other = createIndexReader(createSmallIndex({ texts }));
    expect((await soundAlikes(['barley'], other)).map(({ term }) => term)).toEqual(['버리']);
    expect(await sameInOtherScript('barley', other)).toEqual([]);
  });
});
