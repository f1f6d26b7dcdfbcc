import { isMainThread, threadId } from 'node:worker_threads';

/** Functions for the test of the pool. */
export function double(number: number): number {
  return number * 2;
}

export async function fail(message: string): Promise<never> {
  return Promise.reject(Object.assign(new RangeError(message), { helper: () => 0 }));
}

export function whereAmI(): { isMainThread: boolean; threadId: number } {
  return { isMainThread, threadId };
}

/** Needs more memory than a thread has. */
export function fillMemory(): number {
  const lists = Array.from({ length: 80 }, (_, index) => Array.from({ length: 1_000_000 }, () => index));
  return lists.length;
}

export function exit(): never {
  process.exit(3);
}
