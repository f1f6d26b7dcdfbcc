import { expect, onTestFinished, test } from 'vitest';
import { openPool, threadsFor, type Pool } from './index.ts';
import type * as functions from './test-functions.ts';

function open(threads: number): Pool<typeof functions> {
  const pool = openPool<typeof functions>(new URL('./test-functions.ts', import.meta.url), threads);
  onTestFinished(pool.close);
  return pool;
}

test.each([0, 1, 3])(
  'Results are those of the function, in the order of the calls, with %i threads',
  async (threads) => {
    const pool = open(threads);
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    expect(await Promise.all(numbers.map((each) => pool.run('double', each)))).toEqual(
      numbers.map((each) => each * 2),
    );
  },
);

test('Calls run in as many threads as the pool has, and in the main thread if it has none', async () => {
  const pool = open(2);
  const places = await Promise.all(Array.from({ length: 8 }, () => pool.run('whereAmI')));
  expect(places.map(({ isMainThread }) => isMainThread)).toEqual(places.map(() => false));
  expect(new Set(places.map(({ threadId }) => threadId)).size).toBe(2);
  expect(await open(0).run('whereAmI')).toMatchObject({
    threadId: (await import('node:worker_threads')).threadId,
  });
});

test.each([0, 2])(
  'An error keeps its name and message, and other calls go on, with %i threads',
  async (threads) => {
    const pool = open(threads);
    const failing = pool.run('fail', '글이 너무 깊다');
    const other = pool.run('double', 2);
    await expect(failing).rejects.toMatchObject({ name: 'RangeError', message: '글이 너무 깊다' });
    expect(await other).toBe(4);
  },
);

test('A thread that ends fails its call, and another takes its place', async () => {
  const pool = open(1);
  const ended = pool.run('exit');
  const next = pool.run('double', 1);
  await expect(ended).rejects.toThrow('The worker thread was stopped');
  expect(await next).toBe(2);
});

test('A call that needs more memory than a thread has runs in the main thread', async () => {
  const pool = open(1);
  expect(await pool.run('fillMemory')).toBe(80);
}, 60_000);

test('Calls of a closed pool fail', async () => {
  const pool = open(1);
  const calls = [pool.run('double', 1), pool.run('double', 1)];
  const results = Promise.allSettled(calls);
  await pool.close();
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('A few calls start no threads', () => {
  expect(threadsFor(10, 10)).toBe(0);
  expect(threadsFor(11, 10)).toBeGreaterThan(0);
  expect(threadsFor(1, 0)).toBe(1);
});
