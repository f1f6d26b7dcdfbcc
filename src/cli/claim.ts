import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { hasCode } from './file-error.ts';

/** Interval at which a process touches its folder, and the age from which a folder counts as abandoned, in milliseconds. */
const touchInterval = 20_000;
const abandonedAfter = 300_000;

/** A temporary folder of this process. */
interface ProcessFolder {
  path: string;
  /** Ids of other running processes that have a folder with the same prefix. */
  others: readonly number[];
}

/**
 * Creates a folder for this process, named by a prefix and the process id, and deletes folders with this prefix whose process has
 * ended, such as those of killed builds. Each process creates its folder before it looks for others, so of two processes at least
 * one sees the other.
 *
 * @param prefix absolute path that ends in a prefix of names: `/site/.dist.next-`
 */
export function createProcessFolder(prefix: string): ProcessFolder {
  const own = `${prefix}${process.pid}`;
  // After a restart of a container, an earlier process may have had the same id.
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  touchRegularly(own);
  const others = listProcessFolders(prefix).filter(({ pid }) => pid !== process.pid);
  for (const other of others) if (!other.isRunning) rmSync(other.path, { recursive: true, force: true });
  return { path: own, others: others.filter(({ isRunning }) => isRunning).map(({ pid }) => pid) };
}

/**
 * Creates a folder as {@link createProcessFolder} does, unless another running process has one with this prefix.
 *
 * @returns the path of the folder, or the id of the other process
 */
export async function claim(prefix: string): Promise<string | number> {
  let holder = 0;
  for (let tries = 0; tries < 5; tries += 1) {
    const { path: own, others } = createProcessFolder(prefix);
    if (others[0] === undefined) return own;
    [holder] = others;
    rmSync(own, { recursive: true, force: true });
    // Two processes that started together see each other and both withdraw. The random delay lets one of them go first.
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 100));
  }
  return holder;
}

interface FoundFolder {
  path: string;
  pid: number;
  isRunning: boolean;
}

function listProcessFolders(prefix: string): FoundFolder[] {
  const parent = path.dirname(prefix);
  const start = path.basename(prefix);
  return readdirSync(parent)
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .map((name) => {
      const folder = path.join(parent, name);
      const pid = Number(name.slice(start.length));
      return { path: folder, pid, isRunning: isRunning(pid) && !isAbandoned(folder) };
    });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user can't be signaled, but runs.
    return hasCode(error, 'EPERM');
  }
}

/** Returns whether a folder has not been touched for long, so that its process id must now belong to another program. */
function isAbandoned(folder: string): boolean {
  const touched = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - touched > abandonedAfter;
}

function touchRegularly(folder: string): void {
  const timer = setInterval(() => {
    try {
      utimesSync(folder, new Date(), new Date());
    } catch {
      clearInterval(timer);
    }
  }, touchInterval).unref();
}
