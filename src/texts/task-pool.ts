import { openPool, threadsFor, type Pool } from '../parallel/index.ts';
import type * as tasks from './tasks.ts';

/** Up to this many articles or texts, threads take longer to start than they save. */
const few = 40;

/** Calls a function with a pool for so many calls of the functions in `tasks.ts`. */
export async function withTasks(
  calls: number,
  use: (pool: Pool<typeof tasks>) => Promise<unknown>,
): Promise<void> {
  const pool = openPool<typeof tasks>(new URL('./tasks.ts', import.meta.url), threadsFor(calls, few));
  try {
    await use(pool);
  } finally {
    await pool.close();
  }
}
