import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { readState } from './kernel.ts';

/** Real processes that do something, to be looked at by tools. */
export interface Loads {
  /** Starts a command; its id. */
  start(command: string, args: readonly string[]): number;
  /** Starts a loop in one thread of a shell that calls itself `name`; its id. */
  startLoop(name: string): number;
  /** Ends all that was started, and waits until it is gone. */
  end(): Promise<void>;
}

/** Loads that also end when this process does, or after half a minute of CPU time if even that is not heard of. */
export function createLoads(): Loads {
  const children: ChildProcess[] = [];
  const kill = (): void => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', kill);

  const start: Loads['start'] = (command, args) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    children.push(child);
    if (child.pid === undefined) throw new Error(`\`${command}\` could not be started`);
    return child.pid;
  };
  return {
    start,
    startLoop: (name) =>
      start('sh', ['-c', 'printf %s "$0" > /proc/$$/comm; ulimit -t 30; while :; do :; done', name]),
    end: async () => {
      kill();
      process.off('exit', kill);
      const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
      await Promise.all(running.map((child) => new Promise((ended) => child.once('close', ended))));
    },
  };
}

/** Stops a child of this process, and waits until it stands; `false` if it has ended. */
export async function stopProcess(pid: number): Promise<boolean> {
  if (isOver(pid)) return false;
  process.kill(pid, 'SIGSTOP');
  await waitUntil(() => readState(pid) === 'T' || isOver(pid));
  return !isOver(pid);
}

/** Whether a child of this process has ended, even if nobody has taken notice yet. */
export function isOver(pid: number): boolean {
  return ['X', 'Z'].includes(readState(pid));
}

/** Waits until something is so, looking every few milliseconds. */
export async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2);
}
