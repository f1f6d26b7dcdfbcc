import { isMainThread } from 'node:worker_threads';

/**
 * Ends a command when its pipe to the parent process breaks. Preloaded into each command that a test starts; otherwise a
 * development server would outlive a killed test run.
 */
function endWithParent(): void {
  process.stdin
    .on('end', () => {
      process.kill(process.pid, 'SIGTERM');
    })
    .resume();
  // The open pipe must not keep a finished command running.
  if ('unref' in process.stdin) process.stdin.unref();
}

// Worker threads preload this, too, but their standard input is empty and ends at once.
if (isMainThread) endWithParent();
