import { defineConfig } from 'vitest/config';
import { skipFilesNeedingThem } from './founding-articles.ts';

const skipped = skipFilesNeedingThem(/\.test\.ts$/);

/** The project `unit` needs no build; `site` builds sites and tests their output. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: '.',
          environment: 'node',
          isolate: false,
          include: ['src/**/*.test.ts'],
          exclude: ['src/testing/site/**', 'src/testing/browser/**', ...skipped],
          // Long, because a busy machine is several times slower: the timeout is for tests that hang.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          root: '.',
          environment: 'node',
          include: ['src/testing/site/**/*.test.ts'],
          exclude: skipped,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
