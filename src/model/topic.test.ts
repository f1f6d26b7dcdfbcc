import { expect, test } from 'vitest';
import { entry } from '../testing/builders.ts';
import { groupArticles } from './article.ts';
import { groupByTopic, topicsSchema } from './topic.ts';

const topic = { label: { ko: '주제' }, description: { ko: '주제를 다룬다.' } };

test.each([
  ['linux', true],
  ['sip-telephony', true],
  ['리눅스', true],
  ['꼬리-지연-99', true],
  ['Linux', false],
  ['sip telephony', false],
  ['sip_telephony', false],
  ['-linux', false],
  ['a--b', false],
  ['a/b', false],
  ['', false],
])('“%s” can be the id of a topic: %s', (id, isId) => {
  expect(topicsSchema.safeParse({ [id]: topic }).success).toBe(isId);
});

test.each([
  ['no label', { description: topic.description }],
  ['no description', { label: topic.label }],
  ['a label in no language', { ...topic, label: {} }],
  ['an empty label', { ...topic, label: { ko: ' ' } }],
  ['an unknown key', { ...topic, lable: {} }],
])('a topic with %s is rejected', (_, data) => {
  expect(topicsSchema.safeParse({ linux: data }).success).toBe(false);
});

test('topics are in the order of their file, their articles in the order given', () => {
  const articles = groupArticles(
    [
      entry({ slug: 'a', topics: ['linux', 'calls'] }),
      entry({ slug: 'b', topics: ['linux'] }),
      entry({ slug: 'c', topics: ['unknown'] }),
    ],
    ['ko'],
  ).reverse();
  const groups = groupByTopic({ linux: topic, denmark: topic, calls: topic }, articles);
  expect(groups.map((group) => [group.topic.id, group.articles.map(({ slug }) => slug)])).toEqual([
    ['linux', ['b', 'a']],
    ['denmark', []],
    ['calls', ['a']],
  ]);
});
