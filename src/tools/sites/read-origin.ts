import type { ChildProcess } from 'node:child_process';

/** Waits until a server prints its address, and returns that without a path. Throws an error with its output if it ends before. */
export async function readOrigin({ stdout, stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += text.toString();
      const origin = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(output)?.[0];
      if (origin !== undefined) resolve(origin);
    };
    stdout?.on('data', read);
    stderr?.on('data', read);
    stdout?.on('close', () => {
      reject(new Error(`The server ended:\n${output}`));
    });
  });
}
