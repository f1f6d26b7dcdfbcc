import { defineConfig } from '@playwright/test';
import { skipFilesNeedingThem } from './founding-articles.ts';
import { chromeFlags, findTestBrowser } from '../tools/browser/chrome.ts';

// Workers load the configuration, too, but are given their files.
const isWorker = process.env.TEST_WORKER_INDEX !== undefined;
const skipped = isWorker ? [] : skipFilesNeedingThem(/\.spec\.ts$/);

const executablePath = findTestBrowser();

/** Tests of built sites in a browser, served with the headers of a static host. */
export default defineConfig({
  testDir: 'browser',
  testMatch: '*.spec.ts',
  testIgnore: skipped.map((file) => `**/${file}`),
  globalSetup: '../tools/sites/serve-sites.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Long timeouts, so that a busy machine causes no failures.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['dot']],
  use: {
    browserName: 'chromium',
    // A separate process for the GPU, which tests don't use, costs a twelfth of the browser's CPU time.
    launchOptions: {
      args: [...chromeFlags, '--in-process-gpu'],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
