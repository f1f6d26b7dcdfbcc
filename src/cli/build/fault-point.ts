import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const operations = ['cpSync', 'mkdirSync', 'renameSync', 'rmdirSync', 'rmSync', 'writeFileSync'] as const;

/** Options of {@link runWithFault}. */
interface FaultOptions {
  /** Number of the operation of the file system before which `fault` is called. */
  step: number;
  fault: () => void;
  /** A folder whose folders can’t be renamed, only copied, as on the overlay file system of a container. */
  fixed?: string | undefined;
}

/** For tests: runs a synchronous function with a fault before one of its operations on the file system. Returns the number of operations. */
export function runWithFault({ step, fault, fixed }: FaultOptions, run: () => void): number {
  const originals = Object.fromEntries(operations.map((operation) => [operation, fs[operation]]));
  let count = 0;
  for (const operation of operations) {
    const original = fs[operation] as (...args: unknown[]) => unknown;
    const replacement = (...args: unknown[]): unknown => {
      if (count === step) fault();
      count += 1;
      const [from] = args;
      if (operation === 'renameSync' && path.dirname(String(from)) === fixed && isFolder(String(from)))
        throw Object.assign(new Error('EXDEV'), { code: 'EXDEV', syscall: 'rename' });
      return original(...args);
    };
    Object.assign(fs, { [operation]: replacement });
  }
  syncBuiltinESMExports();
  try {
    run();
  } finally {
    Object.assign(fs, originals);
    syncBuiltinESMExports();
  }
  return count;
}

function isFolder(file: string): boolean {
  return fs.statSync(file).isDirectory();
}
