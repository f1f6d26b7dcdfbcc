import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Bundles the pages of the project, with their styles and scripts, into a folder within the project. In a process of its own: the bundler
 * takes 350 MB, which a process keeps to its end.
 *
 * @throws an error with the stack of the bundler’s error
 */
export async function bundleProgram(root: string, folder: string): Promise<void> {
  const bundler = fork(fileURLToPath(new URL('./bundle-process.ts', import.meta.url)), [root, folder]);
  let stack: string | undefined;
  bundler.on('message', (message) => {
    if (typeof message === 'string') stack = message;
  });
  const [code] = (await once(bundler, 'close')) as [number | null];
  if (code === 0) return;
  const error = new Error('The bundler of pages, styles and scripts was stopped');
  if (stack !== undefined) error.stack = stack;
  throw error;
}
