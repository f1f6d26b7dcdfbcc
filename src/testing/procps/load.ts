import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { readState } from './kernel.ts';

/** Real processes for the tools to observe. */
export interface Loads {
  /** Starts a command and returns its PID. */
  start(command: string, args: readonly string[]): number;
  /** Starts a shell process called `name` that keeps one CPU busy, and returns its PID. */
  startLoop(name: string): number;
  /** Kills all started processes and waits until they are gone. */
  end(): Promise<void>;
}

/** Creates loads that are killed when this process exits. As a safeguard, loops also end after half a minute of CPU time. */
export function createLoads(): Loads {
  const children: ChildProcess[] = [];
  const kill = (): void => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', kill);

  const start: Loads['start'] = (command, args) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    children.push(child);
    if (child.pid === undefined) throw new Error(`Cannot start \`${command}\``);
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

/** Stops a child process (`SIGSTOP`) and waits until it is stopped. Returns `false` if it has exited. */
export async function stopProcess(pid: number): Promise<boolean> {
  if (hasExited(pid)) return false;
  process.kill(pid, 'SIGSTOP');
  await waitUntil(() => readState(pid) === 'T' || hasExited(pid));
  return !hasExited(pid);
}

/** Reports whether a child process has exited, including zombies. */
export function hasExited(pid: number): boolean {
  return ['X', 'Z'].includes(readState(pid));
}

/** Polls a condition every two milliseconds until it is true. */
export async function waitUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(2);
}
