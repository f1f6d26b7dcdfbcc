import { parentPort, workerData } from 'node:worker_threads';

/** A call of a function of the module. */
export interface Task {
  name: string;
  input: readonly unknown[];
}

/** The result of a call. An error is sent in parts: a copy of it would lose its name, or fail. */
export type Answer =
  { output: unknown } | { error: { name: string; message: string; stack?: string | undefined } };

type AnyFunction = (...input: unknown[]) => unknown;

const functions = (await import(workerData as string)) as Record<string, AnyFunction>;

parentPort?.on('message', ({ name, input }: Task) => {
  void answer(name, input).then((result) => parentPort?.postMessage(result));
});

async function answer(name: string, input: readonly unknown[]): Promise<Answer> {
  try {
    return { output: await functions[name]?.(...input) };
  } catch (error) {
    if (!(error instanceof Error)) return { error: { name: 'Error', message: String(error) } };
    return { error: { name: error.name, message: error.message, stack: error.stack } };
  }
}
