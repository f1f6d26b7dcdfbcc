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
          include: ['src/**/*.test.ts'],
          exclude: ['src/testing/site/**', 'src/testing/browser/**'],
        },
      },
      {
        test: {
          name: 'site',
          root: '.',
          environment: 'node',
          include: ['src/testing/site/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
