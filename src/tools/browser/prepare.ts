import { ensureTestBrowser, ensureKoreanFont } from './chrome.ts';

/** Runs before the browser tests: finds or installs a browser and, on Linux, a Korean font, and prints which. */
try {
  console.log(`Browser for the tests: ${ensureTestBrowser()}`);
  if (!ensureKoreanFont())
    console.log('No Korean font was found: tests that compare widths of Korean text are skipped.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
