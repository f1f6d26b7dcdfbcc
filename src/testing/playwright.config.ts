import { defineConfig } from '@playwright/test';
import { chromeFlags, findTestBrowser } from '../tools/browser/chrome.ts';

const executablePath = findTestBrowser();

/** Tests of built sites in a browser, served with the headers of a static host. */
export default defineConfig({
  testDir: 'browser',
  testMatch: '*.spec.ts',
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
