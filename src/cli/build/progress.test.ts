import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

/** Runs steps of a build at given times, in milliseconds, and returns what was written. */
function run(
  isTTY: boolean,
  steps: (progress: ReturnType<typeof createProgress>, at: (ms: number) => void) => void,
) {
  let now = 0;
  let written = '';
  const stream = { isTTY, write: (text: string) => ((written += text), true) };
  steps(
    createProgress(stream, () => now),
    (ms) => void (now = ms),
  );
  return written;
}

test('A file gets one plain line for each step', () => {
  const written = run(false, (progress, at) => {
    progress.start('Reading the content');
    progress.start('Rendering 20 pages');
    at(2000);
    progress.update(10, 20);
    progress.end();
  });
  expect(written).toBe('Reading the content\nRendering 20 pages\n');
});

test('A terminal gets one line that counts, and says how long the rest takes once that is known', () => {
  const lines = run(true, (progress, at) => {
    progress.start('Rendering 20 pages');
    at(500);
    progress.update(2, 20);
    at(2000);
    progress.update(10, 20);
    at(2050);
    progress.update(11, 20);
    progress.end();
  }).split('\r\u001b[K');
  expect(lines).toEqual([
    '',
    'Rendering 20 pages …',
    'Rendering 20 pages … 2 of 20',
    'Rendering 20 pages … 10 of 20, about 2 s left',
    '',
  ]);
});
