import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const operations = ['cpSync', 'mkdirSync', 'renameSync', 'rmdirSync', 'rmSync', 'writeFileSync'] as const;

/** A synchronous operation that changes the file system. */
export interface Operation {
  name: (typeof operations)[number];
  /** Its first argument: the file that it changes, or the first of two. */
  file: string;
  /** Its second argument, if that is a file. */
  to: string | undefined;
}

/** Calls back before each operation on the file system. The callback may throw instead. Returns a function that ends this. */
export function interceptOperations(before: (operation: Operation) => void): () => void {
  const originals = Object.fromEntries(operations.map((name) => [name, fs[name]]));
  for (const name of operations) {
    const original = fs[name] as (...args: unknown[]) => unknown;
    const replacement = (...args: unknown[]): unknown => {
      const [file, to] = args;
      before({ name, file: String(file), to: typeof to === 'string' ? to : undefined });
      return original(...args);
    };
    Object.assign(fs, { [name]: replacement });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, originals);
    syncBuiltinESMExports();
  };
}

/** Options of {@link runWithFault}. */
interface FaultOptions {
  /** Number of the operation before which `fault` is called. */
  step: number;
  fault: () => void;
  /** A folder whose folders can’t be renamed, only copied, as on the overlay file system of a container. */
  fixed?: string | undefined;
}

/** Runs a synchronous function with a fault before one of its operations on the file system. Returns the number of operations. */
export function runWithFault({ step, fault, fixed }: FaultOptions, run: () => void): number {
  let count = 0;
  const restore = interceptOperations(({ name, file }) => {
    if (count === step) fault();
    count += 1;
    if (name === 'renameSync' && path.dirname(file) === fixed && fs.statSync(file).isDirectory())
      throw systemError('EXDEV');
  });
  try {
    run();
  } finally {
    restore();
  }
  return count;
}

/** Creates an error as the file system throws it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code, syscall: 'rename' });
}
