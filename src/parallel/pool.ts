import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Answer, Task } from './worker.ts';

type AnyFunction = (...input: never[]) => unknown;

/** Calls the functions of a module in worker threads. Inputs and outputs are plain data: they are copied. */
export interface Pool<Functions> {
  /**
   * Calls an exported function. A call waits until a thread is free, so that no thread holds the data of several. An error of
   * the function has its message and stack.
   */
  run: <Name extends keyof Functions & string>(
    name: Name,
    ...input: Functions[Name] extends AnyFunction ? Parameters<Functions[Name]> : never
  ) => Promise<Functions[Name] extends AnyFunction ? Awaited<ReturnType<Functions[Name]>> : never>;
  /** Stops the threads. Calls that have not ended fail. */
  close: () => Promise<void>;
}

/**
 * Opens a pool for the functions of a module. Results do not depend on the number of threads if the functions are pure.
 *
 * @param module address of the module (`new URL('./tasks.ts', import.meta.url)`)
 * @param threads number of threads; with 0, calls run one by one in this thread
 */
export function openPool<Functions extends object>(module: URL, threads: number): Pool<Functions> {
  const local = createLocalCaller(module);
  const call = threads === 0 ? local : createCaller(module, threads);
  return {
    run: async (name, ...input) => {
      const task = { name, input };
      const output = await call.run(task).catch((error: unknown) => {
        // This thread has no limit of its own.
        if (isOutOfMemory(error)) return local.run(task);
        throw error;
      });
      return output as never;
    },
    close: call.close,
  };
}

/**
 * Returns the number of threads for so many calls: none if the start of threads, which load and compile all modules again, takes
 * longer than it saves.
 *
 * @param few up to this many calls run in the main thread
 */
export function threadsFor(calls: number, few: number): number {
  return calls <= few ? 0 : Math.min(availableParallelism(), calls);
}

/**
 * Memory for the objects of a thread that live long, in MB. Without a limit, a thread lets garbage grow to more than twice as much
 * before it collects it.
 */
const maxOldGenerationSizeMb = 448;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

interface Caller {
  run: (task: Task) => Promise<unknown>;
  close: () => Promise<void>;
}

/** Runs tasks in this thread, one by one, and lets it do other work in between. */
function createLocalCaller(module: URL): Caller {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: ({ name, input }) => {
      const result = last.then(async () => {
        await setImmediate();
        const functions = (await import(/* @vite-ignore */ module.href)) as Record<string, AnyFunction>;
        return functions[name]?.(...(input as never[]));
      });
      last = result.catch(() => undefined);
      return result;
    },
    close: () => Promise.resolve(),
  };
}

interface Job {
  task: Task;
  resolve: (output: unknown) => void;
  reject: (error: unknown) => void;
}

function createCaller(module: URL, threads: number): Caller {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const running = new Map<Worker, Job | undefined>();
  const next = (): void => {
    if (waiting.length === 0) return;
    const worker = idle.pop() ?? (running.size < threads ? start() : undefined);
    const job = worker && waiting.shift();
    if (worker === undefined || job === undefined) return;
    running.set(worker, job);
    worker.ref();
    worker.postMessage(job.task);
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: module.href,
      resourceLimits: { maxOldGenerationSizeMb },
    });
    worker.on('message', (answer: Answer) => {
      const job = running.get(worker);
      running.set(worker, undefined);
      idle.push(worker);
      // A pool that nobody closes must not keep the process running.
      worker.unref();
      if ('error' in answer) job?.reject(toError(answer.error));
      else job?.resolve(answer.output);
      next();
    });
    const stop = (error: unknown): void => {
      running.get(worker)?.reject(error);
      running.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      next();
    };
    worker.on('error', stop);
    worker.on('exit', () => {
      stop(new Error('The worker thread was stopped'));
    });
    return worker;
  };
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        next();
      }),
    close: async () => {
      for (const { reject } of waiting.splice(0)) reject(new Error('The pool was closed'));
      await Promise.all([...running.keys()].map((worker) => worker.terminate()));
    },
  };
}

function toError({
  name,
  message,
  stack,
}: {
  name: string;
  message: string;
  stack?: string | undefined;
}): Error {
  return Object.assign(new Error(message), { name, stack });
}
