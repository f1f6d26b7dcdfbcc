import { defineConfig } from '@playwright/test';
import { chromeFlags, findTestBrowser } from '../tools/browser/chrome.ts';

const executablePath = findTestBrowser();

/** Tests of built sites in a real browser, served as a good host would. */
export default defineConfig({
  testDir: 'browser',
  testMatch: '*.spec.ts',
  globalSetup: '../tools/sites/serve-sites.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A machine that is busy takes its time; only what never comes is a fault.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['dot']],
  use: {
    browserName: 'chromium',
    launchOptions: { args: chromeFlags, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
