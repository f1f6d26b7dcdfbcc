import { defineConfig } from '@playwright/test';
import { chromeFlags, findChrome } from './chrome.ts';

const executablePath = findChrome();

/** Tests of built sites in a real browser, served as a good host would. */
export default defineConfig({
  testDir: 'browser',
  testMatch: '*.spec.ts',
  globalSetup: './browser/serve-sites.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // For what hangs: on a busy machine, work of ten seconds takes a minute.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['dot']],
  use: {
    browserName: 'chromium',
    launchOptions: { args: chromeFlags, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
