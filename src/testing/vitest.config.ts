import { defineConfig } from 'vitest/config';

/** `unit` runs beside the code and needs no build; `site` builds sites and reads the files that come out. */
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
          exclude: ['src/testing/site/**', 'src/testing/browser/**'],
          // For what hangs: on a busy machine, work of two seconds takes ten.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          root: '.',
          environment: 'node',
          include: ['src/testing/site/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
